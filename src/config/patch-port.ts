import type { PortSettings } from '../net/settings.ts'
import type { Command, WrittenNotes } from './command.ts'
import { cliDialectNamed } from './dialects.ts'
import type { PatchLine } from './patch.ts'
import type { PortDefaults } from './port-draft.ts'
import type { DeviceReading } from './reading.ts'
import { defaultsOf, defaultTest, NO_NOTES, sameValue, styleOf } from './write-port.ts'

/** A line under a port. */
type Line = Omit<PatchLine, 'ports'>

/** Takes a member out of its port-channel. */
export const LEAVES_BUNDLE = 'no channel-group'

/** Two configurations of a device, with what is the same for all of their ports. */
type Between = {
  readonly before: DeviceReading
  readonly after: DeviceReading
  readonly defaults: PortDefaults
  /** Rows that write, those of one setting together; for a member of a port-channel without those that are typed there. */
  readonly rows: readonly Command[][]
  readonly memberRows: readonly Command[][]
  readonly wasUp: ReadonlyMap<string, boolean>
  readonly isUp: ReadonlyMap<string, boolean>
}

/**
 * What leads a port from one configuration to another, as lines; `old` is null for a port-channel that is new. Null where nothing is
 * to be typed.
 */
export function portChanges(
  before: DeviceReading,
  after: DeviceReading,
): (old: PortSettings | null, port: PortSettings) => Line[] | null {
  const { portCommands } = cliDialectNamed(before.dialect)
  const between: Between = {
    before,
    after,
    defaults: defaultsOf(styleOf(before)),
    rows: slots(portCommands),
    memberRows: slots(portCommands.filter(({ syntax }) => !OF_BUNDLE.test(syntax))),
    wasUp: upOrDown(before),
    isUp: upOrDown(after),
  }
  return (old, port) => {
    const lines = isUntouched(between, old, port) ? [] : linesOf(between, old, port)
    return lines.length > 0 || old === null ? lines : null
  }
}

function upOrDown({ device }: DeviceReading): ReadonlyMap<string, boolean> {
  return new Map(device.ports.map(({ name, enabled }) => [name, enabled.value]))
}

/** Whether a port is the very port it was: most of a large switch's ports are. */
function isUntouched({ before, after }: Between, old: PortSettings | null, port: PortSettings): boolean {
  if (!old) return false
  const settings = Object.keys(port) as (keyof PortSettings)[]
  return (
    settings.every((name) => old[name] === port[name]) &&
    sameValue(writtenNotes(before, old.name), writtenNotes(after, port.name))
  )
}

function writtenNotes({ notes }: DeviceReading, port: string): WrittenNotes {
  const { description, channelMode, ownBpduGuard, ownPortFast, portSecurity } = notes[port] ?? NO_NOTES
  return { description, channelMode, ownBpduGuard, ownPortFast, portSecurity }
}

function linesOf(between: Between, old: PortSettings | null, port: PortSettings): Line[] {
  const { before, after, defaults } = between
  const from: PortSettings = old ?? { ...defaults, name: port.name }
  const [wasDefault, isDefault] = [defaultTest(from, defaults), defaultTest(port, defaults)]
  const [hadNotes, hasNotes] = [writtenNotes(before, from.name), writtenNotes(after, port.name)]
  const lines: Line[] = []
  for (const rows of rowsFor(between, from, port)) {
    const had = rows.flatMap((row) => row.write?.(from, wasDefault, hadNotes) ?? [])
    const has = rows.flatMap((row) => row.write?.(port, isDefault, hasNotes) ?? [])
    const [row] = rows
    if (sameValue(had, has) || !row || (row.undoLine === LEAVES_BUNDLE && has.length === 0)) continue
    const mayCut = old?.enabled.value ? (row.cuts?.(from, port) ?? null) : null
    const change = changeOf(row, had, has, from, port).map((line) => ({ line: ` ${line}`, mayCut }))
    if (goesFirst(row, has)) lines.unshift(...change)
    else lines.push(...change)
  }
  return lines
}

/** What a member of a port-channel shows of these is the port-channel's, and is typed there (facts J10). */
const OF_BUNDLE = /^(?:switchport|shutdown)\b/

/**
 * The rows that may say something under this port. A member is told through its port-channel, unless it goes up or down by itself. A
 * port that joins one is first made like it, since a device takes no other.
 */
function rowsFor(
  { rows, memberRows, wasUp, isUp }: Between,
  from: PortSettings,
  port: PortSettings,
): readonly Command[][] {
  const bundle = port.channel.value
  if (bundle === null || from.channel.value !== bundle) return rows
  const follows = wasUp.get(bundle) === from.enabled.value && isUp.get(bundle) === port.enabled.value
  if (follows) return memberRows
  return rows.filter(([row]) => row?.syntax === 'shutdown' || memberRows.some(([own]) => own === row))
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
  return row.rewrite?.(old, port, written) ?? written
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
export function undoOf(command: Command, line: string): string {
  if (command.undoLine !== undefined) return command.undoLine
  if (line.startsWith('no ')) return line.slice(3)
  return `no ${command.syntax.replace(/ ?[<.].*$/, '')}`
}
