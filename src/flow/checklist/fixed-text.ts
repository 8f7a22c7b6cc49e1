import { type DeviceReading, type Patch, patch, readConfig } from '../../config/index.ts'

/** Lines of a patch by the port they stand under; those of the switch itself under the empty name. */
function byPort({ commands }: Patch): Map<string, string[]> {
  const blocks = new Map<string, string[]>()
  for (const { ports, line } of commands) {
    if (ports.length > 0 && line.startsWith('interface ')) continue
    for (const port of ports.length > 0 ? ports : ['']) blocks.set(port, [...(blocks.get(port) ?? []), line])
  }
  return blocks
}

/** Index behind the block that starts at this line: where the next one, or a separator, begins. */
function endOfBlock(lines: readonly string[], header: number): number {
  let at = header
  while (at < lines.length && !/^\s*(!|interface\b|end\b|exit\b)/i.test(lines[at] ?? 'end')) at++
  return at
}

/** The text with each port's new lines at the end of its own block, and the rest before the last `end`. */
function woven(text: string, before: DeviceReading, changes: Patch): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = text.split(/\r?\n/)
  const insert = new Map<number, string[]>()
  const add = (at: number, more: readonly string[]) => insert.set(at, [...(insert.get(at) ?? []), ...more])
  const last = lines.findLastIndex((line) => /^\s*end\s*$/i.test(line))
  const tail = last < 0 ? lines.length : last
  for (const [port, more] of byPort(changes)) {
    const header = before.notes[port]?.line ?? 0
    if (port === '') add(tail, more)
    else if (header > 0)
      add(
        endOfBlock(lines, header),
        more.map((line) => ` ${line.trim()}`),
      )
    else add(tail, [`interface ${port}`, ...more])
  }
  return [...lines, '']
    .flatMap((line, at) => [...(insert.get(at) ?? []), ...(at < lines.length ? [line] : [])])
    .join(newline)
}

/** The text with the whole patch before its last `end`: the longer way, which always takes effect. */
function appended(text: string, { commands }: Patch): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = text.split(/\r?\n/)
  const last = lines.findLastIndex((line) => /^\s*end\s*$/i.test(line))
  const tail = last < 0 ? lines.length : last
  return [...lines.slice(0, tail), '!', ...commands.map(({ line }) => line), '!', ...lines.slice(tail)].join(
    newline,
  )
}

/**
 * A person's own file with the changes in it, everything else as it was. Each port's lines go to the end of its block; where that does
 * not read back as what was meant (a port whose lines stand in several places), all of them go to the end of the file.
 */
export function fixedText(text: string, path: string, before: DeviceReading, after: DeviceReading): string {
  const changes = patch(before, after)
  if (changes.commands.length === 0) return text
  const first = woven(text, before, changes)
  const request = { path, dialect: before.dialect, profile: before.profile }
  const read = readConfig(first, request).devices.find(({ name }) => name === after.name)
  return read && patch(read, after).commands.length === 0 ? first : appended(text, changes)
}
