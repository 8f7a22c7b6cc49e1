import type { Block } from '../../content/prose.ts'
import { plainText } from '../../content/prose.ts'
import type { Canvas, Rect } from '../canvas/canvas.ts'
import { wrap } from '../canvas/glyphs.ts'
import type { Role } from '../canvas/role.ts'

/** Cells of a line of prose at most: longer ones are hard to read, however large the screen. */
export const PROSE_WIDTH = 74

/** A line of prose as it is drawn. */
export type ProseLine = { readonly text: string; readonly indent: number; readonly role: Role }

function linesOf(block: Block, width: number): ProseLine[] {
  switch (block.kind) {
    case 'paragraph':
      return wrap(plainText(block.spans), width).map((text) => ({ text, indent: 0, role: 'plain' }))
    case 'list':
      return block.items.flatMap((item) =>
        wrap(plainText(item), width - 2).map((text, i): ProseLine => {
          return i === 0
            ? { text: `· ${text}`, indent: 0, role: 'plain' }
            : { text, indent: 2, role: 'plain' }
        }),
      )
    case 'code':
      return block.lines.map((text) => ({ text, indent: 2, role: 'strong' }))
  }
}

/** Prose in lines of at most this many cells, a blank line between blocks. */
export function proseLines(blocks: readonly Block[], width: number): ProseLine[] {
  const most = Math.min(PROSE_WIDTH, width)
  return blocks.flatMap((block, i) => [
    ...(i === 0 ? [] : [{ text: '', indent: 0, role: 'plain' } as const]),
    ...linesOf(block, most),
  ])
}

/** A sentence of the program's own in lines, as prose. */
export function sentenceLines(text: string, width: number, role: Role = 'plain'): ProseLine[] {
  return wrap(text, Math.min(PROSE_WIDTH, width)).map((line) => ({ text: line, indent: 0, role }))
}

/** Draws lines from the first on that fits, and says how many are left below. */
export function drawProse(canvas: Canvas, rect: Rect, lines: readonly ProseLine[], from = 0): number {
  const { x, y, width, height } = rect
  lines.slice(from, from + height).forEach(({ text, indent, role }, row) => {
    canvas.text(x + indent, y + row, text, role, width - indent)
  })
  return Math.max(0, lines.length - from - height)
}
