import type { Mac } from '../net/frame.ts'
import type { ProfileName } from '../net/profiles.ts'
import type { PortSettings } from '../net/settings.ts'
import type { DeviceDraft } from './device-draft.ts'
import { accountOf, type LineAccount } from './line-account.ts'
import type { Observed } from './observed.ts'
import { isOwn, newPortDraft, type PortDefaults, type PortDraft } from './port-draft.ts'
import { readPortName } from './port-name.ts'
import type { DeviceReading, DialectName, LineReading, MemberDifference, PortNotes } from './reading.ts'
import { blankSecrets } from './secrets.ts'

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

/** The device that a draft has become: members of bundles inherit, and everything is plain data. */
export function finishDevice(draft: DeviceDraft, around: Around): DeviceReading {
  implyBundles(draft)
  const ports: PortSettings[] = []
  for (const port of draft.ports.values()) {
    const bundle = bundleOf(draft, port)
    ports.push(bundle ? inherited(port, bundle) : port.settings)
  }
  const name = draft.hostname === '' ? around.fallbackName : draft.hostname
  const lines = once(around.lines)
  const account = once(around.account ?? (() => accountOf({ lines: lines() })))
  const sources = once(() => draft.sources.all())
  const notes = once(() => notesOf(draft))
  return {
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
      ports,
      vlans: { existing: draft.declaredVlans, suspended: draft.suspendedVlans },
      tagNative: draft.tagNative,
      vtpDomain: draft.vtpDomain,
      vtpMode: draft.vtpMode,
    },
    get sources() {
      return sources()
    },
    get notes() {
      return notes()
    },
    vlanInterfaces: [...draft.vlanInterfaces.values()],
    guardEdgePorts: draft.guardEdgePorts,
    vlanNames: Object.fromEntries(draft.vlanNames),
    assumptions: around.assumptions,
    ...(around.observed && { observed: around.observed }),
  }
}

/** A value that is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function bundleOf(draft: DeviceDraft, port: PortDraft): PortDraft | null {
  const id = port.settings.channel.value === null ? null : readPortName(port.settings.channel.value)
  return (id && draft.ports.get(id.key)) ?? null
}

/** A port-channel that only its members name takes its settings from the first of them, as the device does when it makes one. */
function implyBundles(draft: DeviceDraft): void {
  for (const port of [...draft.ports.values()]) {
    const { channel } = port.settings
    const id = channel.value === null ? null : readPortName(channel.value)
    if (!id || draft.ports.has(id.key)) continue
    const bundle = newPortDraft(id.written, draft.defaults, 0)
    Object.assign(bundle.settings, port.settings, { name: id.written, channel: draft.defaults.channel })
    draft.ports.set(id.key, bundle)
  }
}

/** Settings that a member takes from its bundle (facts J10). A member that is shut stays shut. */
const INHERITED = [
  'switching',
  'mode',
  'negotiate',
  'accessVlan',
  'nativeVlan',
  'allowedVlans',
  'voiceVlan',
  'encapsulation',
  'tagNative',
] as const satisfies readonly (keyof PortDefaults)[]

function inherited(port: PortDraft, bundle: PortDraft): PortSettings {
  const taken = Object.fromEntries(INHERITED.map((name) => [name, bundle.settings[name]]))
  const channel = { ...port.settings.channel, value: bundle.settings.name }
  const enabled = port.settings.enabled.value ? bundle.settings.enabled : port.settings.enabled
  return { ...port.settings, ...taken, channel, enabled }
}

function notesOf(draft: DeviceDraft): Record<string, PortNotes> {
  const notes: Record<string, PortNotes> = {}
  for (const port of draft.ports.values())
    notes[port.settings.name] = notesOfPort(draft, port, bundleOf(draft, port))
  return notes
}

const NO_DIFFERENCES: readonly MemberDifference[] = []

function notesOfPort(draft: DeviceDraft, port: PortDraft, bundle: PortDraft | null): PortNotes {
  const isEdge = port.settings.portFast.value !== 'off'
  const guarded = port.bpduGuard ?? (isEdge && draft.guardEdgePorts !== null)
  const byDefault = port.bpduGuard === null && guarded ? (draft.guardEdgePorts ?? []) : []
  return {
    get description() {
      return blankSecrets(port.description)
    },
    line: port.line,
    bpduGuard: guarded,
    ownBpduGuard: port.bpduGuard,
    channelMode: port.channelMode,
    portFast: isEdge,
    portSecurity: port.portSecurity,
    from: [...new Set([...(isEdge ? port.settings.portFast.from : []), ...port.flagSources, ...byDefault])],
    differs: bundle ? differences(port, bundle) : NO_DIFFERENCES,
    ...(port.replacedLists && { replacedLists: port.replacedLists }),
  }
}

function differences(port: PortDraft, bundle: PortDraft): MemberDifference[] {
  return INHERITED.filter((name) => {
    if (!isOwn(port, name)) return false
    return JSON.stringify(port.settings[name].value) !== JSON.stringify(bundle.settings[name].value)
  }).map((setting) => ({ setting, own: port.settings[setting] }))
}

/** A locally administered address for this device, the same whenever its name is: real ones are not in a configuration. */
export function baseAddress(name: string): Mac {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193) >>> 0
  const hex = hash.toString(16).padStart(8, '0')
  return `02:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4, 6)}:${hex.slice(6, 8)}:00`
}
