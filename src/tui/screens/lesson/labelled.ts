import type { Canvas, Rect } from '../../canvas/canvas.ts'
import { wrap } from '../../canvas/glyphs.ts'
import type { Role } from '../../canvas/role.ts'

/** A text with what it is in front: `you said   It stays in VLAN 10.` */
export type Labelled = { readonly label: string; readonly text: string; readonly role?: Role }

const LABEL = 10
const WIDEST = 84

type Row = { readonly label: string; readonly text: string; readonly role: Role }

function rowsOf(all: readonly Labelled[], width: number): Row[] {
  return all.flatMap(({ label, text, role = 'plain' }) =>
    wrap(text, Math.min(WIDEST, width) - LABEL).map((line, i) => ({
      label: i === 0 ? label : '',
      text: line,
      role,
    })),
  )
}

/** Rows these texts take at this width. */
export function labelledHeight(all: readonly Labelled[], width: number): number {
  return rowsOf(all, width).length
}

/** Draws the texts below each other, their labels in a column of their own. */
export function drawLabelled(canvas: Canvas, { x, y, width, height }: Rect, all: readonly Labelled[]): void {
  rowsOf(all, width)
    .slice(0, height)
    .forEach(({ label, text, role }, row) => {
      canvas.text(x, y + row, label, 'quiet', LABEL - 1)
      canvas.text(x + LABEL, y + row, text, role, width - LABEL)
    })
}
