import type { Canvas, Rect } from '../canvas/canvas.ts'
import { drawKeyLine } from '../keys/key-line.ts'
import type { Bindings } from '../keys/key-table.ts'

/** What stands on a screen's edges. */
export type Edges = { readonly title: string; readonly right?: string; readonly keys: Bindings }

/** Draws the frame every screen has and the keys below it; gives the room inside, a cell of margin taken off on each side. */
export function drawScreen(canvas: Canvas, { title, right = '', keys }: Edges): Rect {
  const { x, y, width, height } = canvas.frame(
    { ...canvas.area, height: canvas.height - 1 },
    { title, right },
  )
  drawKeyLine(canvas, canvas.height - 1, keys)
  return { x: x + 1, y, width: width - 2, height }
}
