import type { PortSettings } from '../net/settings.ts'
import { type VlanSet, withoutVlans } from '../net/vlan-set.ts'
import type { Command } from './command.ts'
import { cliDialectNamed, dialectNamed } from './dialects.ts'
import type { DeviceReading } from './reading.ts'
import { safeWays } from './safe-ways.ts'
import { vlanListRanges, wrapVlanList } from './vlan-list.ts'
import { listsVlans } from './write-config.ts'
import { defaultsOf, defaultTest, NO_NOTES, sameValue, styleOf, type WriteStyle } from './write-port.ts'

/** One line of a patch. */
export type PatchLine = {
  readonly line: string
  /** The port it stands under, or null for a line of the device itself. */
  readonly port: string | null
  /** Why this line may cut a link or the session it is typed in, as a sentence for people; null where it cannot. */
  readonly mayCut: string | null
}

/** The commands that lead from one configuration to another, in an order in which a device takes each. */
export type Patch = {
  /** What may cut a link or the session comes last. */
  readonly commands: readonly PatchLine[]
  /** The commands that lead back. */
  readonly rollback: readonly PatchLine[]
  /** How to go about it safely on this platform, one sentence each; none where nothing may cut (facts J14). */
  readonly advice: readonly string[]
}

/** The way from one configuration of a device to another, and back. Both are readings of the same device. */
export function patch(before: DeviceReading, after: DeviceReading): Patch {
  const lead = dialectNamed(before.dialect)?.shell?.commands ?? way
  const commands = lead(before, after)
  return { commands, rollback: lead(after, before), advice: safeWays(before.dialect, commands) }
}

function way(before: DeviceReading, after: DeviceReading): PatchLine[] {
  const style = styleOf(before)
  const blocks = after.device.ports.flatMap((port): PatchLine[][] => {
    const old = before.device.ports.find(({ name }) => name === port.name)
    const lines = old ? portLines(old, port, before, after, style) : []
    if (lines.length === 0) return []
    return [[{ line: `interface ${port.name}`, port: port.name, mayCut: null }, ...lines]]
  })
  const blocksThat = (cut: boolean) =>
    blocks.filter((lines) => lines.some(({ mayCut }) => mayCut !== null) === cut).flat()
  const { first, last } = deviceLines(before, after)
  return [...first, ...blocksThat(false), ...blocksThat(true), ...last]
}

/** Lines of the device itself: what only adds comes first, what may cut last. */
function deviceLines(before: DeviceReading, after: DeviceReading): { first: PatchLine[]; last: PatchLine[] } {
  const from = before.device
  const to = after.device
  const own = (line: string, mayCut: string | null): PatchLine => ({ line, port: null, mayCut })
  const first: PatchLine[] = []
  const last: PatchLine[] = []
  if (listsVlans(before) && listsVlans(after)) {
    const gone = withoutVlans(from.vlans.existing.value, to.vlans.existing.value)
    const come = withoutVlans(to.vlans.existing.value, from.vlans.existing.value)
    first.push(...vlanLines('vlan', come).map((line) => own(line, null)))
    last.push(
      ...vlanLines('no vlan', gone).map((line) => own(line, 'Ports in a VLAN that is gone bridge nothing.')),
    )
  }
  if (from.tagNative.value !== to.tagNative.value) {
    const line = `${to.tagNative.value ? '' : 'no '}vlan dot1q tag native`
    last.push(own(line, 'Untagged traffic of every trunk is cut until the far ends do the same.'))
  }
  return { first, last }
}

/** Characters of a list of VLANs after `vlan`. */
const LIST_WIDTH = 60

function vlanLines(command: string, vlans: VlanSet): string[] {
  const widths = { first: LIST_WIDTH, next: LIST_WIDTH }
  return wrapVlanList(vlanListRanges(vlans), widths).map((part) => `${command} ${part}`)
}

/** What a member of a port-channel shows is the bundle's; it is changed there (facts J10). */
function ownRows(port: PortSettings, dialect: readonly Command[]): readonly Command[] {
  if (port.channel.value === null) return dialect
  return dialect.filter(({ syntax }) => !syntax.startsWith('switchport'))
}

function portLines(
  old: PortSettings,
  port: PortSettings,
  before: DeviceReading,
  after: DeviceReading,
  style: WriteStyle,
): PatchLine[] {
  const defaults = defaultsOf(style)
  const wasDefault = defaultTest(old, defaults)
  const isDefault = defaultTest(port, defaults)
  const lines: PatchLine[] = []
  for (const rows of slots(ownRows(port, cliDialectNamed(style.dialect).portCommands))) {
    const had = rows.flatMap((row) => row.write?.(old, wasDefault, before.notes[old.name] ?? NO_NOTES) ?? [])
    const has = rows.flatMap((row) => row.write?.(port, isDefault, after.notes[port.name] ?? NO_NOTES) ?? [])
    const [row] = rows
    if (sameValue(had, has) || !row) continue
    const mayCut = old.enabled.value ? (row.cuts?.(old, port) ?? null) : null
    const change = changeOf(row, had, has, old, port).map((line) => ({
      line: ` ${line}`,
      port: port.name,
      mayCut,
    }))
    if (goesFirst(row, has)) lines.unshift(...change)
    else lines.push(...change)
  }
  return lines
}

/** `no switchport nonegotiate` comes before `switchport mode dynamic`, which is refused while the port does not negotiate (facts D1). */
function goesFirst(row: Command, has: readonly string[]): boolean {
  return row.syntax === 'switchport nonegotiate' && has.length === 0
}

function changeOf(
  row: Command,
  had: readonly string[],
  has: readonly string[],
  old: PortSettings,
  port: PortSettings,
): readonly string[] {
  const written = has.length > 0 ? has : [undoOf(row, had[0] ?? '')]
  const edited = row.rewrite?.(old, port)
  return edited && sizeOf(edited) < sizeOf(written) ? edited : written
}

/** Fewest lines first, then fewest characters. */
function sizeOf(lines: readonly string[]): number {
  return lines.length * 1000 + lines.join('').length
}

/** Rows that write, those of one setting together: all that the same line takes back. */
function slots(commands: readonly Command[]): Command[][] {
  const bySlot = new Map<string, Command[]>()
  for (const command of commands) {
    if (!command.write) continue
    const slot = command.undoLine ?? command.syntax
    const rows = bySlot.get(slot)
    if (rows) rows.push(command)
    else bySlot.set(slot, [command])
  }
  return [...bySlot.values()]
}

/** The line that takes another back. */
function undoOf(command: Command, line: string): string {
  if (command.undoLine !== undefined) return command.undoLine
  if (line.startsWith('no ')) return line.slice(3)
  return `no ${command.syntax.replace(/ ?[<.].*$/, '')}`
}
