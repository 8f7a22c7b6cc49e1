import { glyphsOf } from './glyphs.ts'

/** Every glyph beyond ASCII that we draw with, and what stands for it where only ASCII can be shown: one cell for one cell. */
export const ASCII_GLYPHS: Readonly<Record<string, string>> = {
  '─': '-',
  '│': '|',
  '┌': '+',
  '┐': '+',
  '└': '+',
  '┘': '+',
  '├': '+',
  '┤': '+',
  '┬': '+',
  '┴': '+',
  '┼': '+',
  '═': '=',
  '║': 'H',
  '╞': '+',
  '╡': '+',
  '╥': '+',
  '╨': '+',
  '┄': '.',
  '┊': ':',
  '▶': '>',
  '◀': '<',
  '▼': 'v',
  '▲': '^',
  '►': '>',
  '●': 'o',
  '◉': '@',
  '○': '.',
  '◆': '#',
  '◇': '*',
  '✓': '+',
  '✗': 'x',
  '░': '.',
  '█': '#',
  '·': '.',
  '…': '~',
  '—': '-',
  '–': '-',
  '’': "'",
  '“': '"',
  '”': '"',
  '←': '<',
  '→': '>',
  '↑': '^',
  '↓': 'v',
  '×': 'x',
}

/** One cell's glyph as ASCII; a question mark for what has no stand-in, such as a letter from a description in a file. */
export function asciiGlyph(glyph: string): string {
  if (glyph === '' || (glyph.length === 1 && glyph >= ' ' && glyph <= '~')) return glyph
  return ASCII_GLYPHS[glyph] ?? '?'
}

/** A text as it may be written to the terminal by itself, off the canvas: nothing in it steers, and in ASCII every glyph keeps its cells. */
export function shownText(text: string, ascii: boolean): string {
  return glyphsOf(text)
    .map((glyph) => (ascii ? asciiGlyph(glyph.text).padEnd(glyph.cells, '?') : glyph.text))
    .join('')
}
