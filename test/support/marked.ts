import type { Canvas } from '../../src/tui/canvas/canvas.ts'
import { glyphsOf } from '../../src/tui/canvas/glyphs.ts'
import { paletteOf } from '../../src/tui/canvas/theme.ts'

/** How a cell stands out. Colour is here so that a golden shows it where there must be none. */
export type Mark = 'bold' | 'underline' | 'inverse' | 'colour'

/** A cell of a picture: its character, empty behind a wide one, and how it stands out. */
export type MarkedCell = { readonly glyph: string; readonly marks: readonly Mark[] }

/** One sign a cell: what stands out in several ways shows the one that is seen most. */
const SIGNS: readonly (readonly [Mark, string])[] = [
  ['colour', 'C'],
  ['inverse', '#'],
  ['underline', '_'],
  ['bold', '*'],
]

function signOf({ glyph, marks }: MarkedCell): string {
  if (glyph === '') return ' '
  const sign = SIGNS.find(([mark]) => marks.includes(mark))?.[1] ?? ' '
  return glyph === ' ' && sign !== '#' ? ' ' : sign
}

/**
 * The text of a mono golden: every row of the picture, and below a row that has something to stand out a row of signs, cell under
 * cell: `*` bold, `_` underlined, `#` reversed. What it does not say is not said without colour.
 */
export function markedText(rows: readonly (readonly MarkedCell[])[]): string {
  const lines = rows.flatMap((row) => {
    const text = row.map(({ glyph }) => glyph).join('')
    const signs = row.map(signOf).join('')
    return [` ${text}`.trimEnd(), ...(signs.trim() === '' ? [] : [`:${signs}`.trimEnd()])]
  })
  return `${lines.join('\n').trimEnd()}\n`
}

/** The marks whose flags are set, such as those of a look or of a cell. */
export function marksOf(flags: Readonly<Record<Mark, unknown>>): Mark[] {
  return SIGNS.flatMap(([mark]) => (flags[mark] ? mark : []))
}

/** A picture that was drawn without a terminal, as it looks in the mono theme: what a golden `NAME.mono.txt` holds. */
export function markedCanvas(canvas: Canvas): string {
  const palette = paletteOf('mono', 0)
  return markedText(
    Array.from({ length: canvas.height }, (_, y) => {
      const row = Array.from({ length: canvas.width }, (): MarkedCell => ({ glyph: ' ', marks: [] }))
      for (const { x, text, role } of canvas.runs(y)) {
        const { bold, underline, inverse, color } = palette[role]
        const marks = marksOf({ bold, underline, inverse, colour: color })
        let at = x
        for (const { text: glyph, cells } of glyphsOf(text)) {
          row[at] = { glyph, marks }
          if (cells === 2) row[at + 1] = { glyph: '', marks }
          at += cells
        }
      }
      return row
    }),
  )
}
