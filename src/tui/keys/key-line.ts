import { keyWords } from '../../words/keys.ts'
import type { Canvas } from '../canvas/canvas.ts'
import { cellsOf } from '../canvas/glyphs.ts'
import { type ActionId, type Bindings, KEY_TABLE } from './key-table.ts'

/** Actions that are named at the end of the line whatever else there is no room for. */
const ALWAYS: readonly ActionId[] = ['leave', 'help', 'quit']
/** Blank cells between two keys. */
const BETWEEN = 2

/** A key with its word, as the bottom line names it. */
type Shown = { readonly shown: string; readonly label: string }

function shownOf(id: ActionId): Shown {
  return { shown: KEY_TABLE[id].shown, label: keyWords[id].label }
}

function cells({ shown, label }: Shown): number {
  return cellsOf(shown) + 1 + cellsOf(label)
}

/** The keys that work now, as many as fit; Esc, `?` and `q` always. */
export function keysShown(bindings: Bindings, width: number): Shown[] {
  const offered = (Object.keys(bindings) as ActionId[]).filter((id) => typeof bindings[id] === 'function')
  const named = offered.filter((id) => shownOf(id).shown !== '' && shownOf(id).label !== '')
  const last = ALWAYS.filter((id) => named.includes(id)).map(shownOf)
  let room = width - last.reduce((sum, each) => sum + cells(each) + BETWEEN, 0)
  const first: Shown[] = []
  for (const id of named) {
    if (ALWAYS.includes(id)) continue
    room -= cells(shownOf(id)) + BETWEEN
    if (room < -BETWEEN) break
    first.push(shownOf(id))
  }
  return [...first, ...last]
}

/** Draws the bottom line. */
export function drawKeyLine(canvas: Canvas, y: number, bindings: Bindings): void {
  let x = 1
  for (const { shown, label } of keysShown(bindings, canvas.width - 2)) {
    x = canvas.text(x, y, shown, 'key')
    x = canvas.text(x + 1, y, label) + BETWEEN
  }
}
