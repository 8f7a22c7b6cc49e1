/** Chooses the lines of an output that are shown. */
export type OutputFilter = (lines: readonly string[]) => readonly string[]

/** A line without its filter, the filter, and what is wrong with it. */
export type Filtered = {
  readonly command: string
  readonly filter: OutputFilter | null
  readonly trouble: string | null
}

/** The filters, with what each does. */
const FILTERS = {
  begin: 'From the first line that holds this',
  exclude: 'Lines that do not hold this',
  include: 'Lines that hold this',
  section: 'Lines that hold this, with the indented lines under them',
} as const

type Kind = keyof typeof FILTERS
const KINDS = Object.keys(FILTERS) as Kind[]

/** What may stand after the `|` of a line, as words with their help; null for a line without one. */
export function filterHelp(line: string): readonly (readonly [string, string])[] | null {
  const bar = line.indexOf('|')
  if (bar < 0) return null
  const [, word = '', more = ''] = /^[ \t]*(\S*)([ \t]*)/.exec(line.slice(bar + 1)) ?? []
  if (more !== '') return [['LINE', 'What to look for; "|" stands between alternatives']]
  return Object.entries(FILTERS).filter(([kind]) => kind.startsWith(word.toLowerCase()))
}

/**
 * Cuts `| include native` off a line. What is looked for is taken literally, `|` between alternatives and `^` or `$` at their ends
 * excepted: a device takes regular expressions, which this console does not.
 */
export function filterOf(line: string): Filtered {
  const bar = line.indexOf('|')
  if (bar < 0) return { command: line, filter: null, trouble: null }
  const command = line.slice(0, bar)
  const [, word = '', looked = ''] = /^[ \t]*(\S*)[ \t]*(.*?)[ \t]*$/.exec(line.slice(bar + 1)) ?? []
  const kinds = KINDS.filter((kind) => word !== '' && kind.startsWith(word.toLowerCase()))
  const [kind] = kinds
  if (!kind || looked === '') {
    const trouble =
      'After "|" this console knows include, exclude, begin and section, each with what to look for.'
    return { command, filter: null, trouble }
  }
  const matches = matcher(looked)
  return { command, filter: (lines) => chosen(kind, lines, matches), trouble: null }
}

function matcher(looked: string): (line: string) => boolean {
  const tests = looked.split('|').map((part) => {
    const atStart = part.startsWith('^')
    const atEnd = part.length > 1 && part.endsWith('$')
    const text = part.slice(atStart ? 1 : 0, atEnd ? -1 : undefined)
    return (line: string): boolean => {
      if (atStart && atEnd) return line === text
      if (atStart) return line.startsWith(text)
      return atEnd ? line.endsWith(text) : line.includes(text)
    }
  })
  return (line) => tests.some((test) => test(line))
}

function chosen(kind: Kind, lines: readonly string[], matches: (line: string) => boolean): readonly string[] {
  switch (kind) {
    case 'include':
      return lines.filter(matches)
    case 'exclude':
      return lines.filter((line) => !matches(line))
    case 'begin': {
      const first = lines.findIndex(matches)
      return first < 0 ? [] : lines.slice(first)
    }
    case 'section':
      return sections(lines, matches)
  }
}

/** Every matching line that stands at the margin, with the indented lines under it. */
function sections(lines: readonly string[], matches: (line: string) => boolean): string[] {
  let inside = false
  return lines.filter((line) => {
    if (!/^[ \t]/.test(line)) inside = matches(line)
    return inside || matches(line)
  })
}
