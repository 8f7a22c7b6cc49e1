import type { PortSettings } from '../net/settings.ts'
import type { Command } from './command.ts'
import { cliDialectNamed, dialectNamed } from './dialects.ts'
import type { DeviceReading } from './reading.ts'
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
  readonly commands: readonly PatchLine[]
  /** The commands that lead back. */
  readonly rollback: readonly PatchLine[]
}

/** The way from one configuration of a device to another, and back. Both are readings of the same device. */
export function patch(before: DeviceReading, after: DeviceReading): Patch {
  const lead = dialectNamed(before.dialect)?.shell?.commands ?? way
  return { commands: lead(before, after), rollback: lead(after, before) }
}

function way(before: DeviceReading, after: DeviceReading): PatchLine[] {
  const style = styleOf(before)
  const global = globalLines(before, after).map((line): PatchLine => ({ line, port: null, mayCut: null }))
  const ports = after.device.ports.flatMap((port): PatchLine[] => {
    const old = before.device.ports.find(({ name }) => name === port.name)
    if (!old) return []
    const lines = portLines(old, port, before, after, style)
    if (lines.length === 0) return []
    const under = (line: string): PatchLine => ({ line, port: port.name, mayCut: null })
    return [under(`interface ${port.name}`), ...lines.map((line) => under(` ${line}`))]
  })
  return [...global, ...ports]
}

function globalLines(before: DeviceReading, after: DeviceReading): string[] {
  const lines: string[] = []
  if (before.device.tagNative.value !== after.device.tagNative.value) {
    lines.push(`${after.device.tagNative.value ? '' : 'no '}vlan dot1q tag native`)
  }
  return lines
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
): string[] {
  const defaults = defaultsOf(style)
  const wasDefault = defaultTest(old, defaults)
  const isDefault = defaultTest(port, defaults)
  const lines: string[] = []
  for (const rows of slots(ownRows(port, cliDialectNamed(style.dialect).portCommands))) {
    const had = rows.flatMap((row) => row.write?.(old, wasDefault, before.notes[old.name] ?? NO_NOTES) ?? [])
    const has = rows.flatMap((row) => row.write?.(port, isDefault, after.notes[port.name] ?? NO_NOTES) ?? [])
    const [row] = rows
    if (sameValue(had, has) || !row) continue
    if (has.length > 0) lines.push(...has)
    else if (row.syntax === 'switchport nonegotiate') lines.unshift('no switchport nonegotiate')
    else lines.push(undoOf(row, had[0] ?? ''))
  }
  return lines
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
  if (line.startsWith('no ')) return line.slice(3)
  return command.undoLine ?? `no ${command.syntax.replace(/ ?[<.].*$/, '')}`
}
