import type { Canvas, Rect } from '../canvas/canvas.ts'
import { drawKeyLine } from '../keys/key-line.ts'
import type { Bindings } from '../keys/key-table.ts'

/** What stands on a screen's edges. */
export type Edges = { readonly title: string; readonly right?: string; readonly keys: Bindings }

/** The room inside the frame that every screen has, above the keys, without a cell of margin on each side. */
export function roomOf({ columns, rows }: { readonly columns: number; readonly rows: number }): Rect {
  return { x: 2, y: 1, width: Math.max(0, columns - 4), height: Math.max(0, rows - 3) }
}

/** Draws the frame every screen has and the keys below it; gives the room inside. */
export function drawScreen(canvas: Canvas, { title, right = '', keys }: Edges): Rect {
  canvas.frame({ ...canvas.area, height: canvas.height - 1 }, { title, right })
  drawKeyLine(canvas, canvas.height - 1, keys)
  return roomOf({ columns: canvas.width, rows: canvas.height })
}
