import { asciiGlyph } from './ascii.ts'
import { cellsOf, clip, glyphsOf } from './glyphs.ts'
import type { Role } from './role.ts'

/** A part of the screen in cells. */
export type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Neighbouring cells of one role. */
export type Run = { readonly x: number; readonly text: string; readonly role: Role }

/** How a frame around a pane is labelled: on the left and on the right of its upper edge. */
export type FrameLabels = { readonly title?: string; readonly right?: string; readonly role?: Role }

type Cell = { glyph: string; role: Role }

/** Blank cells between two texts of one role from which they are runs of their own. */
const GAP = 3

/**
 * A screen as cells, drawn without a terminal: every picture is a pure function onto one of these. Nothing is ever drawn outside;
 * a character that does not fit whole is left out.
 */
export class Canvas {
  readonly width: number
  readonly height: number
  readonly #ascii: boolean
  readonly #cells: Cell[][]

  constructor(width: number, height: number, more: { readonly ascii?: boolean } = {}) {
    this.width = Math.max(0, width)
    this.height = Math.max(0, height)
    this.#ascii = more.ascii ?? false
    this.#cells = Array.from({ length: this.height }, () =>
      Array.from({ length: this.width }, (): Cell => ({ glyph: ' ', role: 'plain' })),
    )
  }

  /** The whole canvas. */
  get area(): Rect {
    return { x: 0, y: 0, width: this.width, height: this.height }
  }

  /** Writes from this cell to the right, at most `most` cells; gives the column behind it. */
  text(x: number, y: number, text: string, role: Role = 'plain', most: number = this.width - x): number {
    let at = x
    for (const { text: glyph, cells } of glyphsOf(clip(text, most))) {
      this.#put(at, y, glyph, cells, role)
      at += cells
    }
    return at
  }

  /** Writes so that the text ends before this column; gives the column it begins at. */
  textBefore(x: number, y: number, text: string, role: Role = 'plain', most: number = x): number {
    const cut = clip(text, most)
    const start = x - cellsOf(cut)
    this.text(start, y, cut, role)
    return start
  }

  /** Writes lines below each other. */
  lines(x: number, y: number, lines: readonly string[], role: Role = 'plain', most?: number): void {
    lines.forEach((line, row) => {
      this.text(x, y + row, line, role, most)
    })
  }

  /** Fills a rectangle with one glyph, one cell wide. */
  fill({ x, y, width, height }: Rect, glyph = ' ', role: Role = 'plain'): void {
    for (let row = y; row < y + height; row++)
      for (let column = x; column < x + width; column++) this.#put(column, row, glyph, 1, role)
  }

  /** Draws a frame around a rectangle, on its outermost cells, and gives what is inside. */
  frame(rect: Rect, { title = '', right = '', role = 'quiet' }: FrameLabels = {}): Rect {
    const { x, y, width, height } = rect
    const last = y + height - 1
    const rule = '─'.repeat(Math.max(0, width - 2))
    this.text(x, y, `┌${rule}┐`, role)
    for (let row = y + 1; row < last; row++) {
      this.text(x, row, '│', role)
      this.text(x + width - 1, row, '│', role)
    }
    this.text(x, last, `└${rule}┘`, role)
    if (title !== '') this.text(x + 1, y, ` ${clip(title, width - 4)} `, 'title')
    const room = width - cellsOf(title) - 8
    if (right !== '' && room > 3) this.textBefore(x + width - 2, y, ` ${clip(right, room)} `, 'plain')
    return { x: x + 1, y: y + 1, width: width - 2, height: height - 2 }
  }

  #put(x: number, y: number, glyph: string, cells: 1 | 2, role: Role): void {
    const row = this.#cells[y]
    if (!row || x < 0 || x + cells > this.width) return
    this.#split(row, x)
    this.#split(row, x + cells)
    row[x] = { glyph: this.#ascii ? asciiGlyph(glyph).padEnd(cells, '?') : glyph, role }
    if (cells === 2 && !this.#ascii) row[x + 1] = { glyph: '', role }
    else if (cells === 2) {
      row[x] = { glyph: '?', role }
      row[x + 1] = { glyph: '?', role }
    }
  }

  /** Where a wide character would be cut in two by drawing from here on, its other half becomes blank. */
  #split(row: Cell[], x: number): void {
    if (row[x]?.glyph !== '') return
    row[x] = { glyph: ' ', role: 'plain' }
    row[x - 1] = { glyph: ' ', role: 'plain' }
  }

  /** What is drawn in a row, as runs of one role; blank cells are left out. */
  runs(y: number): Run[] {
    const runs: Run[] = []
    let open: { x: number; end: number; text: string; role: Role } | null = null
    let x = 0
    for (const { glyph, role } of this.#cells[y] ?? []) {
      const blank = glyph === ' ' && role !== 'here'
      if (!blank && glyph !== '') {
        if (open && open.role === role && x - open.end < GAP) open.text += ' '.repeat(x - open.end) + glyph
        else {
          if (open) runs.push(open)
          open = { x, end: x, text: glyph, role }
        }
        open.end = x + 1
      } else if (glyph === '' && open) open.end = x + 1
      x++
    }
    if (open) runs.push(open)
    return runs.map(({ x: start, text, role }) => ({ x: start, text, role }))
  }

  /** The canvas as text, blanks at the ends of lines cut off: what goldens hold. */
  toString(): string {
    return this.#cells
      .map((row) =>
        row
          .map(({ glyph }) => glyph)
          .join('')
          .trimEnd(),
      )
      .join('\n')
  }
}
