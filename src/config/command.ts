import type { PortSettings, SourceId } from '../net/settings.ts'
import type { Vid, VlanSet } from '../net/vlan-set.ts'
import type { DeviceDraft } from './device-draft.ts'
import type { PortDefaults, PortDraft } from './port-draft.ts'
import type { PortName } from './port-name.ts'
import type { DeviceReading, PortNotes } from './reading.ts'

/** Where a command may stand: in the device's own configuration, under a port, or under a VLAN. */
export type CommandMode = 'global' | 'port' | 'vlan'

/** What each kind of argument in a command's syntax becomes. `<text>` takes the rest of the line. */
export type ArgumentTypes = {
  vlan: Vid
  vlans: VlanSet
  number: number
  word: string
  text: string
  port: PortName
}

/** A number within bounds, and of a step where one is given: `<0-61440/4096>` is 0, 4096 and so on. */
export type NumberRange = `${number}-${number}` | `${number}-${number}/${number}`

export type ArgumentKind = keyof ArgumentTypes | NumberRange

type ArgumentOf<K extends ArgumentKind> = K extends keyof ArgumentTypes ? ArgumentTypes[K] : number

/** What an argument becomes, whatever its kind. */
export type ArgumentValue = ArgumentOf<ArgumentKind>

/** The arguments of a syntax, in order: `switchport access vlan <vlan>` has one number. */
export type ArgumentsOf<S extends string> =
  S extends `${string}<${infer K extends ArgumentKind}>${infer Rest}`
    ? [ArgumentOf<K>, ...ArgumentsOf<Rest>]
    : []

/**
 * What a command that is not simulated may change: its own port, VLANs it names, which links spanning tree cuts (in VLANs it names),
 * everything on the switch, or nothing for us.
 */
export type MayTouch = 'nothing' | 'port' | 'vlans' | 'tree' | 'switch'

/** A refusal or a remark of the device. `exact` where the text is the device's own (facts D1, D3, D4, D7), else it is ours. */
export type Answer = { readonly text: string; readonly exact: boolean }

/** Why a device does not take a command on a port in its present state; null where it does. */
export type Refusal = (port: PortDraft) => Answer | null

/** What a command does under a port. `by` are the sources of what it sets; under a range the same line does it to each port. */
export type PortEffect<A> = (port: PortDraft, args: A, by: readonly SourceId[]) => void
/** What a command does to the device. */
export type DeviceEffect<A> = (device: DeviceDraft, args: A, by: readonly SourceId[]) => void

/** What a command does to the VLANs it stands under. */
export type VlanEffect<A> = (device: DeviceDraft, vlans: VlanSet, args: A, by: readonly SourceId[]) => void

/** What a row of the table may say. */
export type CommandSpec<A extends readonly unknown[]> = {
  /** What the command is for, in a few words: the console's `?`. */
  readonly help: string
  /** `modelled` where it is left out. */
  readonly state?: 'modelled' | 'harmless' | 'unmodelled'
  /** What `no` before it is, where that is not what its state tells: a default that is taken back may be what is not simulated. */
  readonly undoState?: 'unmodelled'
  /** For what is not simulated: what it may change. */
  readonly touches?: MayTouch
  /** Lines of its own follow, which share its fate. */
  readonly opensBlock?: boolean
  readonly port?: PortEffect<A>
  readonly device?: DeviceEffect<A>
  /** What `no` does under a port; the arguments may be missing then. */
  readonly noPort?: PortEffect<Partial<A>>
  /** What `default` does under a port, where that is not what `no` does. */
  readonly defaultPort?: PortEffect<Partial<A>>
  readonly noDevice?: DeviceEffect<Partial<A>>
  /** What a command under `vlan N` does to those VLANs. */
  readonly vlans?: VlanEffect<A>
  readonly noVlans?: VlanEffect<Partial<A>>
  /** The lines under `vlan N` that make what this VLAN is told, none where it is told nothing: as the device writes them. */
  readonly writeVlan?: (device: DeviceReading, vlan: Vid) => readonly string[]
  /** Why the device refuses this command on this port when it is typed; null where it takes it. */
  readonly refuse?: Refusal
  /** What is remarked when the command is taken. */
  readonly remark?: Answer
  /** The lines that make this port's setting, none where it is the default: as the device writes them. */
  readonly write?: (port: PortSettings, isDefault: IsDefault, notes: WrittenNotes) => readonly string[]
  /**
   * The lines that lead from one value to another, where `written`, which are those of the later value or take the earlier one back, do
   * not or are more than needed.
   */
  readonly rewrite?: (from: PortSettings, to: PortSettings, written: readonly string[]) => readonly string[]
  /** Why this change of a live port may cut a link or the session it is typed in; null where it cannot. */
  readonly cuts?: (from: PortSettings, to: PortSettings) => string | null
  /** The line that takes the written ones back; `no` and the words up to the first argument where it is left out. */
  readonly undoLine?: string
  /** The lines of the device itself that make its setting, as `write`, `rewrite` and `cuts` are those of a port. */
  readonly writeDevice?: (device: DeviceReading) => readonly string[]
  readonly rewriteDevice?: (from: DeviceReading, to: DeviceReading) => readonly string[]
  readonly cutsDevice?: (from: DeviceReading, to: DeviceReading) => string | null
}

/** Whether a setting's value is what the platform has without a line. */
export type IsDefault = (setting: keyof PortDefaults) => boolean

/** What else of a port is written besides its settings. */
export type WrittenNotes = Pick<PortNotes, 'description' | 'ownBpduGuard' | 'ownPortFast' | 'portSecurity'>

/** A row of a dialect's table: drives reading, writing, the console and the list of what is understood. */
export type Command = CommandSpec<never> & {
  readonly mode: CommandMode
  /** Words, `<arguments>` and, at the end, `...` for anything or nothing. */
  readonly syntax: string
}

/** A row for a command under a port. */
export function portCommand<const S extends string>(syntax: S, spec: CommandSpec<ArgumentsOf<S>>): Command {
  return { ...(spec as CommandSpec<never>), mode: 'port', syntax }
}

/** A row for a command of the device itself. */
export function globalCommand<const S extends string>(syntax: S, spec: CommandSpec<ArgumentsOf<S>>): Command {
  return { ...(spec as CommandSpec<never>), mode: 'global', syntax }
}

/** A row for a command under `vlan N`. */
export function vlanCommand<const S extends string>(syntax: S, spec: CommandSpec<ArgumentsOf<S>>): Command {
  return { ...(spec as CommandSpec<never>), mode: 'vlan', syntax }
}

/** Rows for commands that cannot matter to our subject, whatever follows their words. `list` has their beginnings, by commas. */
export function harmless(mode: CommandMode, help: string, list: string): Command[] {
  return beginnings(list).map((words) => ({ mode, syntax: `${words} ...`, help, state: 'harmless' }))
}

/** Rows for commands that open a block of lines, none of which can matter to our subject. */
export function harmlessBlocks(mode: CommandMode, help: string, list: string): Command[] {
  return harmless(mode, help, list).map((command) => ({ ...command, opensBlock: true }))
}

/** Rows for commands that could matter and are not simulated, whatever follows their words. */
export function unmodelled(
  mode: CommandMode,
  touches: MayTouch,
  rows: Readonly<Record<string, string>>,
): Command[] {
  return Object.entries(rows).map(([words, help]) => ({
    mode,
    syntax: `${words} ...`,
    help,
    state: 'unmodelled',
    touches,
  }))
}

function beginnings(list: string): string[] {
  return list.split(',').map((words) => words.trim().replace(/\s+/g, ' '))
}
