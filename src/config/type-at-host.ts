import { defaultPort, type PortSettings, type Setting, type SourceId } from '../net/settings.ts'
import type { Refused } from './apply-lines.ts'
import { matchLine } from './command-tree.ts'
import type { Dialect, ShellWriter } from './dialect.ts'
import { IOS } from './ios/dialect.ts'
import { newPortDraft } from './port-draft.ts'
import type { DeviceReading } from './reading.ts'
import { sameValue } from './write-port.ts'

/** A dialect whose configuration is commands of a shell. */
export type ShellDialect = Dialect & { readonly shell: ShellWriter }

/** What a bridge of a host made of typed lines. */
export type TypedAtHost = { readonly device: DeviceReading; readonly refused: Refused | null }

const HEADER = /^interface[ \t]+(\S.*)$/i

/**
 * Types lines at a bridge of a host: commands of its own shell, or lines as under `interface NAME` of a switch, which say the same of
 * every switch's ports. `hostCommands` turns the latter into the former.
 */
export function typeAtHost(
  reading: DeviceReading,
  dialect: ShellDialect,
  lines: readonly string[],
): TypedAtHost {
  let device = reading
  let port: string | null = null
  for (const [index, line] of lines.entries()) {
    const text = line.trim()
    if (text === '' || /^[!#]/.test(text)) continue
    const named = HEADER.exec(text)?.[1]
    if (named !== undefined) port = named
    const next =
      named === undefined ? afterLine(device, dialect, port, text) : hasPort(device, named) ? device : null
    if (!next) return { device, refused: refusal(index, line, named) }
    device = next
  }
  return { device, refused: null }
}

function hasPort({ device }: DeviceReading, name: string): boolean {
  return device.ports.some((port) => port.name === name)
}

function refusal(index: number, line: string, named: string | undefined): Refused {
  const text =
    named === undefined
      ? 'No such command here, or one that is not simulated.'
      : `This bridge has no port ${named}.`
  return { index, line, answer: { text, exact: false }, at: null }
}

function afterLine(
  device: DeviceReading,
  dialect: ShellDialect,
  port: string | null,
  text: string,
): DeviceReading | null {
  if (dialect.shell.isCommand(text)) return afterCommand(device, dialect, text)
  return port === null ? null : afterPortLine(device, port, text)
}

/** The bridge after a command of its own shell: what the commands that make it and then this one make. */
function afterCommand(before: DeviceReading, dialect: ShellDialect, text: string): DeviceReading | null {
  const part = { text: `${dialect.shell.write(before)}${text}\n`, firstLine: 1 }
  const [again] = dialect.read(part, { path: before.name }, '').devices
  const state = again?.lines.at(-1)?.state
  if (!again || (state !== 'modelled' && state !== 'harmless')) return null
  const [sources, by] = withTyped(before, text)
  const ports = again.device.ports.map((port) => {
    const old = before.device.ports.find(({ name }) => name === port.name)
    return old ? changed(old, port, by) : changed(defaultPort(port.name, 'access', by), port, by)
  })
  const notes = { ...again.notes, ...before.notes }
  return { ...before, sources, notes, device: { ...before.device, ports } }
}

/** A port after a line that a switch takes under `interface`. */
function afterPortLine(before: DeviceReading, name: string, text: string): DeviceReading | null {
  const match = matchLine(IOS.trees.port, text)
  if (!match.found) return null
  const [sources, by] = withTyped(before, text)
  const ports = before.device.ports.map((port) => {
    if (port.name !== name && port.channel.value !== name) return port
    const { name: own, ...defaults } = defaultPort(port.name, 'access', by)
    const draft = newPortDraft(own, defaults, 0)
    Object.assign(draft.settings, port)
    const effect = match.undo ? match.command.noPort : match.command.port
    effect?.(draft, match.args as never, [by])
    return changed(port, draft.settings, by)
  })
  return { ...before, sources, device: { ...before.device, ports } }
}

function withTyped({ sources }: DeviceReading, text: string): [DeviceReading['sources'], SourceId] {
  return [[...sources, { kind: 'typed', text }], sources.length]
}

/** A port with new values: what did not change stays the very setting it was, what did comes from the typed line. */
function changed(old: PortSettings, now: PortSettings, by: SourceId): PortSettings {
  const { name, ...settings } = now
  const before: Readonly<Record<string, Setting<unknown> | string | undefined>> = old
  const entries = Object.entries(settings).map(([key, setting]) => {
    const had = before[key]
    const same = typeof had === 'object' && sameValue(had.value, setting?.value)
    return [key, same ? had : { value: setting?.value, from: [by] }]
  })
  return { name, ...(Object.fromEntries(entries) as Omit<PortSettings, 'name'>) }
}
