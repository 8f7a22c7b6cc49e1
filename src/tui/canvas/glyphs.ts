import textWidth, { isNarrow } from './text-width.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Control characters, escape among them, and whatever changes the direction of text or is half a character. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u

/** Signs joined of several code points, as flags and families are: some terminals draw one, some draw each, so nobody knows how wide. */
const JOINED = /[\u200d\ufe0f\u20e3]|\p{Regional_Indicator}|\p{Emoji_Modifier}/u

/** What stands for a byte that must not reach a terminal. */
const STAND_IN = '?'

/** One drawn character and the cells it takes. */
export type Glyph = { readonly text: string; readonly cells: 1 | 2 }

/**
 * The characters of a text as a terminal shows them: a letter with its accents is one glyph, a wide one takes two cells,
 * one whose width nobody knows is a question mark, and nothing that a file brings can steer the terminal.
 */
export function glyphsOf(text: string): Glyph[] {
  if (isNarrow(text)) return [...text].map((each) => ({ text: each, cells: 1 }))
  const glyphs: Glyph[] = []
  for (const { segment } of graphemes.segment(text)) {
    if (segment === '\t') {
      glyphs.push({ text: ' ', cells: 1 })
      continue
    }
    if (UNSAFE.test(segment) || JOINED.test(segment)) {
      glyphs.push({ text: STAND_IN, cells: 1 })
      continue
    }
    const width = textWidth(segment)
    if (width === 1 || width === 2) glyphs.push({ text: segment, cells: width })
    else if (width > 2) glyphs.push({ text: STAND_IN, cells: 1 })
  }
  return glyphs
}

/** The characters of a text as they are, whatever can be shown of them: a letter with its accents is one. */
export function charactersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment)
}

/** Cells the text takes on a screen. */
export function cellsOf(text: string): number {
  if (isNarrow(text)) return text.length
  return glyphsOf(text).reduce((sum, { cells }) => sum + cells, 0)
}

/** The text cut to this many cells, with an ellipsis where something was cut. */
export function clip(text: string, cells: number): string {
  if (cellsOf(text) <= cells) return text
  if (cells <= 0) return ''
  let cut = ''
  let used = 0
  for (const glyph of glyphsOf(text)) {
    if (used + glyph.cells > cells - 1) break
    cut += glyph.text
    used += glyph.cells
  }
  return `${cut}…`
}

/** The text in lines of at most this many cells, broken at spaces; a word longer than a line is cut into pieces. */
export function wrap(text: string, cells: number): string[] {
  const width = Math.max(1, cells)
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(/ +/)) {
      const joined = line === '' ? word : `${line} ${word}`
      if (cellsOf(joined) <= width) {
        line = joined
        continue
      }
      if (line !== '') lines.push(line)
      line = word
      while (cellsOf(line) > width) {
        const head = headOf(line, width)
        lines.push(head)
        line = line.slice(head.length)
      }
    }
    if (line !== '' || paragraph === '') lines.push(line)
  }
  return lines
}

/** The text in pieces of at most this many cells, its blanks as they are: what a device printed in columns. */
export function fold(text: string, cells: number): string[] {
  const pieces: string[] = []
  let rest = text
  while (cellsOf(rest) > cells) {
    const head = headOf(rest, cells)
    pieces.push(head)
    rest = rest.slice(head.length)
  }
  return [...pieces, rest]
}

/** The longest beginning that fits; at least one glyph, so that nothing is cut for ever. */
function headOf(text: string, cells: number): string {
  let head = ''
  let used = 0
  for (const { segment } of graphemes.segment(text)) {
    const width = cellsOf(segment)
    if (used + width > cells && head !== '') break
    head += segment
    used += width
  }
  return head
}
