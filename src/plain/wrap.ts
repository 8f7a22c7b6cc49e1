import stringWidth from 'string-width'

/**
 * Text in lines of at most `width` cells, broken at blanks; a word that is longer stands on a line of its own. `first` and `rest`
 * stand before the first and the other lines and count.
 */
export function wrap(text: string, width: number, first = '', rest = first): string[] {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (!empty && stringWidth(line) + 1 + stringWidth(word) > width) {
      lines.push(line)
      line = rest
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line]
}
