import type { Switch } from '../net/network.ts'
import type { ProfileName } from '../net/profiles.ts'
import type { PortSettingName, PortSettings, Setting, Source, SourceId } from '../net/settings.ts'
import type { Vid, VlanSet } from '../net/vlan-set.ts'
import type { HypervisorReading } from './hypervisor-reading.ts'
import type { LineAccount } from './line-account.ts'
import type { Observed } from './observed.ts'

/** The configuration languages that are read. */
export type DialectName = 'ios' | 'nxos' | 'eos' | 'ovs' | 'linux-bridge' | 'esxi'

/**
 * What became of a line: `modelled` changed a setting; `harmless` is known and cannot matter to our subject; `unmodelled` is
 * known, could matter, and is not simulated; `unknown` is a line we do not know.
 */
export type LineState = 'modelled' | 'harmless' | 'unmodelled' | 'unknown'

/**
 * What a line may change: a port, the ports of a range, all ports of some VLANs, which links spanning tree cuts in some VLANs, the
 * whole switch, or nothing in our subject.
 */
export type Touches =
  | { readonly what: 'nothing' }
  | { readonly what: 'port'; readonly port: string }
  /** Under `interface range`. */
  | { readonly what: 'ports'; readonly ports: readonly string[] }
  | { readonly what: 'vlans'; readonly vlans: VlanSet }
  | TouchesTree
  | { readonly what: 'switch' }

/**
 * A line that may change which links spanning tree cuts. It is of no account where no link stands by for another; one that stands under
 * ports, only where the cable of one of them may be cut.
 */
export type TouchesTree = {
  readonly what: 'tree'
  readonly vlans: VlanSet
  readonly ports: readonly string[] | null
}

/** One line of a file and what became of it. Every line of a file has exactly one. */
export type LineReading = {
  /** Counted from 1, in the file as the user has it. */
  readonly line: number
  /** As written, secrets blanked out. Not yet safe for a terminal. */
  readonly text: string
  readonly state: LineState
  readonly touches: Touches
}

/** Facts of a port that the simulator does not need and rules and people do. */
export type PortNotes = {
  readonly description: string
  /** Line of the `interface` header, 0 where the port is only inherited or implied. */
  readonly line: number
  /** Guarded by its own line or by the global default for PortFast ports. */
  readonly bpduGuard: boolean
  /** What the port's own line says about BPDU guard; null without one. */
  readonly ownBpduGuard: boolean | null
  /** What the port's own line says about PortFast; null without one. */
  readonly ownPortFast: PortSettings['portFast']['value'] | null
  readonly portFast: boolean
  readonly portSecurity: boolean
  /** Sources of the lines that made the flags above. */
  readonly from: readonly SourceId[]
  /**
   * For a member of a port-channel: the settings that its own lines give another value than the bundle has. All its other settings are
   * the bundle's (facts J10).
   */
  readonly differs: readonly MemberDifference[]
  /** What became of allowed lists of the port that a later line in the text replaced; absent where none was. */
  readonly overwritten?: OverwrittenLists
}

/** What was lost by replacing allowed lists, and what "except" let through in their place: VLANs that no later line named. */
export type OverwrittenLists = {
  readonly lost: VlanSet
  readonly opened: VlanSet
  /** The lines of the lists that are gone. */
  readonly from: readonly SourceId[]
}

/** A setting that a port-channel's member writes differently from its bundle: what the member's own lines say. */
export type MemberDifference = { readonly setting: PortSettingName; readonly own: Setting<unknown> }

/** A routed interface in a VLAN: `interface Vlan1` with an address. */
export type VlanInterface = {
  readonly vlan: number
  readonly hasAddress: boolean
  /** The line that gives it an address, for writing it again; absent without one. */
  readonly addressLine?: string
  readonly enabled: boolean
  readonly line: number
}

/** One device found in a file. */
export type DeviceReading = {
  /** Host name from the text, else the file's name. */
  readonly name: string
  readonly dialect: DialectName
  /** Why the dialect and the platform were taken for what they are, one sentence each. */
  readonly reasons: readonly string[]
  readonly profile: ProfileName
  /** Ports are routed until a line makes them switch ports, as on some NX-OS platforms (facts D8). */
  readonly routedByDefault: boolean
  readonly lines: readonly LineReading[]
  /** What became of the lines, without those that were understood: `accountOf` gives it of any reading. */
  readonly account?: LineAccount
  /** The switch as the simulator takes it; every `from` points into `sources`. */
  readonly device: Switch
  readonly sources: readonly Source[]
  readonly notes: Readonly<Record<string, PortNotes>>
  readonly vlanInterfaces: readonly VlanInterface[]
  /** Sources of a global line that guards every PortFast port; null without one. */
  readonly guardEdgePorts: readonly SourceId[] | null
  /** What a global line makes of every access port without PortFast of its own; null without one. */
  readonly edgePorts: Setting<'edge'> | null
  /** Names that the text gives VLANs. */
  readonly vlanNames: Readonly<Record<Vid, string>>
  /** What had to be assumed, as sentences for people: which VLANs exist, which platform it is (facts J3). */
  readonly assumptions: readonly string[]
  /** What the device itself said of its state, where the text holds outputs of show commands. */
  readonly observed?: Observed
}

/** A file read: one device or several, or a hypervisor. */
export type FileReading = {
  readonly path: string
  readonly devices: readonly DeviceReading[]
  /** Hosts with virtual switches of their own, which are no switches to configure but where trunks end (facts E1). */
  readonly hypervisors: readonly HypervisorReading[]
}

/** Text that is no configuration we read, with one sentence for people: what is wrong, where, what to do. */
export class UnreadableConfig extends Error {
  override readonly name = 'UnreadableConfig'
}
