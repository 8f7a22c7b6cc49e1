import type { Canvas } from '../canvas/canvas.ts'
import { cellsOf } from '../canvas/glyphs.ts'
import { type ActionId, type Bindings, KEY_TABLE, type KeyAction } from './key-table.ts'

/** Actions that are named at the end of the line whatever else there is no room for. */
const ALWAYS: readonly ActionId[] = ['help', 'quit']

type Shown = Pick<KeyAction, 'shown' | 'label'>

function cells({ shown, label }: Shown): number {
  return cellsOf(shown) + 1 + cellsOf(label)
}

/** The keys that work now, as many as fit; `?` and `q` always. */
export function keysShown(bindings: Bindings, width: number): Shown[] {
  const offered = (Object.keys(bindings) as ActionId[]).filter((id) => typeof bindings[id] === 'function')
  const named = offered.filter((id) => KEY_TABLE[id].shown !== '' && KEY_TABLE[id].label !== '')
  const last = ALWAYS.filter((id) => named.includes(id)).map((id) => KEY_TABLE[id])
  let room = width - last.reduce((sum, each) => sum + cells(each) + 3, 0)
  const first: Shown[] = []
  for (const id of named) {
    if (ALWAYS.includes(id)) continue
    room -= cells(KEY_TABLE[id]) + 3
    if (room < -3) break
    first.push(KEY_TABLE[id])
  }
  return [...first, ...last]
}

/** Draws the bottom line. */
export function drawKeyLine(canvas: Canvas, y: number, bindings: Bindings): void {
  let x = 1
  for (const { shown, label } of keysShown(bindings, canvas.width - 2)) {
    x = canvas.text(x, y, shown, 'key')
    x = canvas.text(x + 1, y, label) + 3
  }
}
