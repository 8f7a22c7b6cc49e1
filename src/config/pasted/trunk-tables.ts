import { type PortName, readPortName } from '../port-name.ts'
import type { OutputSaid, PastedLine, PortSaid, Said } from './pasted.ts'

const SECTION = /^Port[ \t]+(\S.*)$/
const LIST_GOES_ON = /^[\d,-]+$/

/** What the tables of `show interfaces trunk` say of one port: its row in the first, and its list of allowed VLANs. */
export type TrunkEntry = {
  readonly port: PortName
  row: readonly Said<string>[]
  allowed: Said<string> | null
}

/** Reads `show interfaces trunk`, given what a dialect's row says of its port. */
export function trunkReader(
  read: (entry: TrunkEntry) => PortSaid | null,
): (lines: readonly PastedLine[]) => OutputSaid {
  return (lines) => ({
    ports: trunkEntries(lines)
      .map(read)
      .filter((port) => port !== null),
  })
}

/** Takes the tables of `show interfaces trunk` apart, whichever dialect prints them (facts D5, D8). */
function trunkEntries(lines: readonly PastedLine[]): TrunkEntry[] {
  const entries = new Map<string, TrunkEntry>()
  let section = ''
  let last: TrunkEntry | null = null
  for (const at of lines) {
    const text = at.text.trim()
    const title = SECTION.exec(text)?.[1]
    if (title !== undefined || text === '') {
      section = title ?? section
      last = null
      continue
    }
    const words = text.split(/[ \t]+/)
    const port = readPortName(words[0] ?? '')
    if (port) {
      last = entries.get(port.key) ?? { port, row: [], allowed: null }
      entries.set(port.key, last)
      const cells = words.slice(1).map((value) => ({ value, at }))
      if (isFirst(section)) last.row = cells
      else if (isAllowed(section)) last.allowed = { value: cells.map(({ value }) => value).join(''), at }
    } else if (last?.allowed && isAllowed(section) && LIST_GOES_ON.test(text)) {
      last.allowed = { ...last.allowed, value: last.allowed.value + text }
    }
  }
  return [...entries.values()]
}

function isFirst(section: string): boolean {
  return /^(?:Mode|Native)\b/.test(section)
}

function isAllowed(section: string): boolean {
  return /^Vlans allowed(?: on trunk)?$/i.test(section)
}

/** What a cell says; absent where there is no such cell, or no value in it. */
export function cellSaid<T>(
  cell: Said<string> | null | undefined,
  read: (value: string) => T | null | undefined,
): Said<T> | undefined {
  const value = cell ? read(cell.value) : null
  return cell && value !== null && value !== undefined ? { value, at: cell.at } : undefined
}
