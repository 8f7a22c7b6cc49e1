import type { Switch } from '../net/network.ts'
import type { ProfileName } from '../net/profiles.ts'
import type { Source, SourceId } from '../net/settings.ts'
import type { VlanSet } from '../net/vlan-set.ts'

/** The configuration languages that are read. */
export type DialectName = 'ios' | 'nxos' | 'eos' | 'ovs' | 'linux-bridge' | 'esxi'

/**
 * What became of a line: `modelled` changed a setting; `harmless` is known and cannot matter to our subject; `unmodelled` is
 * known, could matter, and is not simulated; `unknown` is a line we do not know.
 */
export type LineState = 'modelled' | 'harmless' | 'unmodelled' | 'unknown'

/** What a line may change: one port, all ports of some VLANs, the whole switch, or nothing in our subject. */
export type Touches =
  | { readonly what: 'nothing' }
  | { readonly what: 'port'; readonly port: string }
  | { readonly what: 'vlans'; readonly vlans: VlanSet }
  | { readonly what: 'switch' }

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
  readonly bpduGuard: boolean
  readonly portFast: boolean
  readonly portSecurity: boolean
  /** Sources of the lines that made the flags above. */
  readonly from: readonly SourceId[]
}

/** A routed interface in a VLAN: `interface Vlan1` with an address. */
export type VlanInterface = {
  readonly vlan: number
  readonly hasAddress: boolean
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
  readonly lines: readonly LineReading[]
  /** The switch as the simulator takes it; every `from` points into `sources`. */
  readonly device: Switch
  readonly sources: readonly Source[]
  readonly notes: Readonly<Record<string, PortNotes>>
  readonly vlanInterfaces: readonly VlanInterface[]
  /** What had to be assumed, as sentences for people: which VLANs exist, which platform it is (facts J3). */
  readonly assumptions: readonly string[]
}

/** A file read: one device or several. */
export type FileReading = { readonly path: string; readonly devices: readonly DeviceReading[] }

/** Text that is no configuration we read, with one sentence for people: what is wrong, where, what to do. */
export class UnreadableConfig extends Error {
  override readonly name = 'UnreadableConfig'
}
