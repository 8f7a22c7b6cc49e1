import type { PortSettings } from '../net/settings.ts'
import type { Command } from './command.ts'
import { cliDialectNamed } from './dialects.ts'
import type { PatchLine } from './patch.ts'
import type { DeviceReading } from './reading.ts'
import { defaultsOf, defaultTest, NO_NOTES, sameValue, styleOf } from './write-port.ts'

/** A line under a port. */
type Line = Omit<PatchLine, 'ports'>

/** Takes a member out of its port-channel. */
export const LEAVES_BUNDLE = 'no channel-group'

/**
 * The lines that lead a port from one configuration to another; `old` is null for a port-channel that is new. Null where nothing is to
 * be typed.
 */
export function portChange(
  before: DeviceReading,
  after: DeviceReading,
  old: PortSettings | null,
  port: PortSettings,
): Line[] | null {
  const style = styleOf(before)
  const defaults = defaultsOf(style)
  const from: PortSettings = old ?? { ...defaults, name: port.name }
  const [wasDefault, isDefault] = [defaultTest(from, defaults), defaultTest(port, defaults)]
  const [hadNotes, hasNotes] = [before.notes[from.name] ?? NO_NOTES, after.notes[port.name] ?? NO_NOTES]
  const lines: Line[] = []
  for (const rows of slots(ownRows(before, after, from, port))) {
    const had = rows.flatMap((row) => row.write?.(from, wasDefault, hadNotes) ?? [])
    const has = rows.flatMap((row) => row.write?.(port, isDefault, hasNotes) ?? [])
    const [row] = rows
    if (sameValue(had, has) || !row || (row.undoLine === LEAVES_BUNDLE && has.length === 0)) continue
    const mayCut = old?.enabled.value ? (row.cuts?.(from, port) ?? null) : null
    const change = changeOf(row, had, has, from, port).map((line) => ({ line: ` ${line}`, mayCut }))
    if (goesFirst(row, has)) lines.unshift(...change)
    else lines.push(...change)
  }
  return lines.length > 0 || old === null ? lines : null
}

/** What a member of a port-channel shows of these is the port-channel's, and is typed there (facts J10). */
const OF_BUNDLE = /^(?:switchport|shutdown)\b/

/**
 * The rows that may say something under this port. A member is told through its port-channel. A port that joins one is first made
 * like it, since a device takes no other.
 */
function ownRows(
  before: DeviceReading,
  after: DeviceReading,
  from: PortSettings,
  port: PortSettings,
): readonly Command[] {
  const { portCommands } = cliDialectNamed(before.dialect)
  const stays = from.channel.value !== null && from.channel.value === port.channel.value
  if (!stays) return portCommands
  const follows = (reading: DeviceReading, { channel, enabled }: PortSettings) =>
    reading.device.ports.find(({ name }) => name === channel.value)?.enabled.value === enabled.value
  const isOwn = ({ syntax }: Command) =>
    !OF_BUNDLE.test(syntax) || (syntax === 'shutdown' && !(follows(before, from) && follows(after, port)))
  return portCommands.filter(isOwn)
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
