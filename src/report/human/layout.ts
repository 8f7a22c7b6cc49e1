import { inLine } from '../../words/printable.ts'

/** Width of the column that says what a line is about. */
const LABEL = 9
/** Below this width lines are not made shorter still. */
const NARROWEST = 40

/** Text behind a label, its further lines under the first; nothing of it reaches the terminal unescaped. */
export function labelled(label: string, text: string, columns: number): string[] {
  const width = Math.max(columns, NARROWEST) - LABEL - 2
  return wrap(inLine(text), width).map((line, i) => `  ${(i === 0 ? label : '').padEnd(LABEL)}${line}`)
}

/** Lines as they are to be typed, never broken. */
export function typed(label: string, lines: readonly string[]): string[] {
  return lines.map((line, i) => `  ${(i === 0 ? label : '').padEnd(LABEL)}${inLine(line)}`)
}

/** What a finding is called: its level in capitals, its rule, its ports. */
export function heading(label: string, ...texts: readonly string[]): string {
  return `  ${`${label} `.padEnd(LABEL)}${texts
    .filter((text) => text !== '')
    .map(inLine)
    .join('  ')}`
}

/** A sentence of a list. */
export function bullet(text: string, columns: number): string[] {
  return wrap(inLine(text), Math.max(columns, NARROWEST) - 4).map(
    (line, i) => `  ${i === 0 ? '-' : ' '} ${line}`,
  )
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
