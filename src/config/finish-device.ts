import type { Mac } from '../net/frame.ts'
import type { ProfileName } from '../net/profiles.ts'
import type { DeviceDraft } from './device-draft.ts'
import { DraftIndex } from './draft-index.ts'
import { accountOf, type LineAccount } from './line-account.ts'
import type { Observed } from './observed.ts'
import { once } from './once.ts'
import { keepIndex } from './port-index.ts'
import type { DeviceReading, DialectName, LineReading } from './reading.ts'

/** What is known about a device besides its draft. */
export type Around = {
  readonly dialect: DialectName
  readonly profile: ProfileName
  readonly routedByDefault: boolean
  readonly reasons: readonly string[]
  readonly assumptions: readonly string[]
  /** Called once, when somebody asks for the lines. */
  readonly lines: () => readonly LineReading[]
  /** The same without the lines that were understood. */
  readonly account?: () => LineAccount
  readonly fallbackName: string
  readonly observed?: Observed
}

/**
 * The device that a draft has become: members of bundles inherit, and everything is plain data. The draft is finished with; what a
 * large text has very many of is made when somebody asks for it.
 */
export function finishDevice(draft: DeviceDraft, around: Around): DeviceReading {
  const index = new DraftIndex(draft)
  const name = draft.hostname === '' ? around.fallbackName : draft.hostname
  const ports = once(() => index.ports())
  const lines = once(around.lines)
  const account = once(around.account ?? (() => accountOf({ lines: lines() })))
  const sources = once(() => draft.sources.all())
  const notes = once(() => index.allNotes())
  const reading: DeviceReading = {
    name,
    dialect: around.dialect,
    reasons: around.reasons,
    profile: around.profile,
    routedByDefault: around.routedByDefault,
    get lines() {
      return lines()
    },
    get account() {
      return account()
    },
    device: {
      kind: 'switch',
      name,
      profile: around.profile,
      options: {},
      mac: baseAddress(name),
      get ports() {
        return ports()
      },
      vlans: {
        existing: draft.declaredVlans,
        suspended: draft.suspendedVlans,
        groups: draft.trunkGroups.groups(),
      },
      tagNative: draft.tagNative,
      vtpDomain: draft.vtpDomain,
      vtpMode: draft.vtpMode,
      bridgePriority: draft.bridgePriority,
      pathCostMethod: draft.pathCostMethod,
    },
    get sources() {
      return sources()
    },
    get notes() {
      return notes()
    },
    vlanInterfaces: [...draft.vlanInterfaces.values()],
    guardEdgePorts: draft.guardEdgePorts,
    edgePorts: draft.edgePorts,
    vlanNames: Object.fromEntries(draft.vlanNames),
    assumptions: around.assumptions,
    ...(around.observed && { observed: around.observed }),
  }
  return keepIndex(reading, index)
}

/** A locally administered address for this device, the same whenever its name is: real ones are not in a configuration. */
export function baseAddress(name: string): Mac {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0
  const hex = hash.toString(16).padStart(8, '0')
  return `02:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4, 6)}:${hex.slice(6, 8)}:00`
}
