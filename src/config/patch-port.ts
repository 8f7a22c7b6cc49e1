import type { PortSettings } from '../net/settings.ts'
import { INHERITED } from './bundles.ts'
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
  /** Rows that write, those of one setting together. */
  readonly rows: readonly Command[][]
  /** The port-channels as they were and as they are to be. */
  readonly hadBundles: ReadonlyMap<string, PortSettings>
  readonly hasBundles: ReadonlyMap<string, PortSettings>
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
    hadBundles: bundlesOf(before),
    hasBundles: bundlesOf(after),
  }
  return (old, port) => {
    const from = old && reachedByBundle(between, old, port)
    const lines = isUntouched(between, from, port) ? [] : linesOf(between, from, port)
    return lines.length > 0 || old === null ? lines : null
  }
}

function bundlesOf({ device }: DeviceReading): ReadonlyMap<string, PortSettings> {
  const names = new Set(device.ports.map(({ channel }) => channel.value))
  return new Map(device.ports.filter(({ name }) => names.has(name)).map((port) => [port.name, port]))
}

/** What is typed at a port-channel reaches its members (facts J10). */
const REACHES_MEMBERS = [...INHERITED, 'enabled'] as const

/** A member as the lines that were typed at its port-channel before leave it; any other port as it was. */
function reachedByBundle(
  { hadBundles, hasBundles }: Between,
  old: PortSettings,
  port: PortSettings,
): PortSettings {
  const name = port.channel.value
  const had = name === null || old.channel.value !== name ? undefined : hadBundles.get(name)
  const has = hasBundles.get(name ?? '')
  if (!had || !has) return old
  const typed = REACHES_MEMBERS.filter((setting) => !sameValue(had[setting].value, has[setting].value))
  if (typed.length === 0) return old
  return { ...old, ...Object.fromEntries(typed.map((setting) => [setting, has[setting]])) }
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
  const { description, ownBpduGuard, ownPortFast, portSecurity } = notes[port] ?? NO_NOTES
  return { description, ownBpduGuard, ownPortFast, portSecurity }
}

function linesOf(between: Between, old: PortSettings | null, port: PortSettings): Line[] {
  const { before, after, defaults } = between
  const from: PortSettings = old ?? { ...defaults, name: port.name }
  const [wasDefault, isDefault] = [defaultTest(from, defaults), defaultTest(port, defaults)]
  const [hadNotes, hasNotes] = [writtenNotes(before, from.name), writtenNotes(after, port.name)]
  const lines: Line[] = []
  for (const rows of between.rows) {
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
