import { LONGEST_COMMAND } from './line-log.ts'

/** A command whose list of VLANs a terminal or a mail broke over several lines. */
export type WrappedList = {
  /** The words of the command, with the whole list. */
  readonly written: string
  /** How many lines it stands on. */
  readonly lines: number
  /** Where the last of them ends. */
  readonly end: number
}

/** What ends in a list of VLANs: `switchport trunk allowed vlan 10,20`, `sw tr all vl add 10,`. */
const ENDS_IN_LIST = /(?:^|[ \t])vl[a-z]*[ \t]+(?:[a-z]+[ \t]+)?\d[\d,-]*$/i
/** A line that is nothing but the rest of a list. */
const REST = /^[,-]?[ \t]*\d[\d,\- \t]*$/

/**
 * The command that stands from `from` to `to` and goes on in the lines after `end`; null for one that does not. Only a break next to a
 * comma or a hyphen is sure to be one: a number that is broken in two reads as two numbers.
 */
export function wrappedList(text: string, from: number, to: number, end: number): WrappedList | null {
  if (to - from > LONGEST_COMMAND || !isOfList(text.charCodeAt(to - 1))) return null
  if (!goesOn(text, text.charCodeAt(to - 1), end)) return null
  let written = text.slice(from, to)
  if (!ENDS_IN_LIST.test(written)) return null
  let lines = 1
  let last = end
  while (goesOn(text, written.charCodeAt(written.length - 1), last)) {
    const found = text.indexOf('\n', last + 1)
    const next = found < 0 ? text.length : found
    const rest = next - last > LONGEST_COMMAND ? '' : text.slice(last + 1, next).trim()
    if (!REST.test(rest) || written.length + rest.length > LONGEST_COMMAND) break
    written += rest.replace(/[ \t]+/g, '')
    lines++
    last = next
  }
  return lines > 1 ? { written, lines, end: last } : null
}

const BLANK = 0x20
const TAB = 0x09
const COMMA = 0x2c
const HYPHEN = 0x2d
const ZERO = 0x30
const NINE = 0x39

/** Whether the line after `end` may go on with a list whose last character is `before`: looks at its first character only. */
function goesOn(text: string, before: number, end: number): boolean {
  let at = end + 1
  while (text.charCodeAt(at) === BLANK || text.charCodeAt(at) === TAB) at++
  const code = text.charCodeAt(at)
  return isMark(before) ? isOfList(code) : isMark(code)
}

function isMark(code: number): boolean {
  return code === COMMA || code === HYPHEN
}

function isOfList(code: number): boolean {
  return isMark(code) || (code >= ZERO && code <= NINE)
}
