import { NOTHING_TOLD } from '../net/per-vlan.ts'
import type { ProfileName } from '../net/profiles.ts'
import { type PortSettings, plainVlans, type Setting, type Source } from '../net/settings.ts'
import type { VlanSet } from '../net/vlan-set.ts'
import { baseAddress } from './finish-device.ts'
import type { DeviceReading, DialectName, LineReading, PortNotes } from './reading.ts'

/** What stands in the notes of the port by which a host itself hangs on its bridge, which bears the bridge's name. */
export const BRIDGE_ITSELF = 'the bridge itself'

/** The port by which a host itself hangs on its bridge; undefined for any other switch, and where the text does not tell of it. */
export function ownPortOf({ device, notes }: DeviceReading): PortSettings | undefined {
  return device.ports.find(({ name }) => notes[name]?.description === BRIDGE_ITSELF)
}

/** A bridge of a host, as its dialect found it. */
export type HostSwitch = {
  readonly name: string
  readonly dialect: DialectName
  readonly profile: ProfileName
  readonly reasons: readonly string[]
  readonly assumptions: readonly string[]
  readonly lines: readonly LineReading[]
  readonly ports: readonly HostPort[]
  readonly existing: Setting<VlanSet>
  readonly sources: Source[]
}

/** A port of a host's bridge, and where the text first names it. */
export type HostPort = {
  readonly settings: PortSettings
  readonly description: string
  readonly line: number
}

/** The reading of a host's bridge: what only switches of Cisco's kind have is off (facts B7). */
export function hostSwitch(found: HostSwitch): DeviceReading {
  const { name, dialect, profile, reasons, assumptions, lines, ports, existing, sources } = found
  const none = sources.push({ kind: 'default', text: 'A bridge of a host knows nothing of VTP.' }) - 1
  return {
    name,
    dialect,
    reasons,
    profile,
    routedByDefault: false,
    lines,
    device: {
      kind: 'switch',
      name,
      profile,
      options: {},
      mac: baseAddress(name),
      ports: ports.map(({ settings }) => settings),
      vlans: plainVlans(existing),
      tagNative: { value: false, from: [none] },
      vtpDomain: { value: '', from: [none] },
      vtpMode: { value: 'off', from: [none] },
      bridgePriority: { value: NOTHING_TOLD, from: [none] },
      pathCostMethod: { value: 'platform-default', from: [none] },
    },
    sources,
    notes: Object.fromEntries(ports.map((port) => [port.settings.name, notesOf(port)])),
    vlanInterfaces: [],
    guardEdgePorts: null,
    edgePorts: null,
    vlanNames: {},
    assumptions,
  }
}

function notesOf({ description, line }: HostPort): PortNotes {
  return {
    description,
    line,
    bpduGuard: false,
    ownBpduGuard: null,
    ownPortFast: null,
    portFast: false,
    portSecurity: false,
    from: [],
    differs: [],
  }
}
