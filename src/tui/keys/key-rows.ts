import { keyWords } from '../../words/keys.ts'
import { screenWords } from '../../words/screens.ts'
import type { Canvas, Rect } from '../canvas/canvas.ts'
import { wrap } from '../canvas/glyphs.ts'
import { keyCaption } from './key-caption.ts'
import { type ActionId, type Bindings, KEY_TABLE } from './key-table.ts'

const KEYS_WIDTH = 16
const WIDEST = 90

/** A row of a list of keys; what does not fit one row goes on in the next, without its keys. */
export type KeyRow = { readonly keys: string; readonly text: string; readonly isOff: boolean }

/** What is offered, a line for each key; for one that is off the reason why. */
export function keyRows(bindings: Bindings, width: number): KeyRow[] {
  return (Object.keys(bindings) as ActionId[]).flatMap((id) => {
    const binding = bindings[id]
    const off = binding !== undefined && typeof binding !== 'function' ? binding.off : null
    const { help } = keyWords[id]
    const says = off === null ? help : screenWords.keyIsOff(help, off)
    const keys = KEY_TABLE[id].keys.map(keyCaption).join(' ')
    const lines = wrap(says, Math.min(WIDEST, width) - KEYS_WIDTH)
    return lines.map((text, i) => ({ keys: i === 0 ? keys : '', text, isOff: off !== null }))
  })
}

/** Draws as many rows as fit. */
export function drawKeyRows(canvas: Canvas, { x, y, width, height }: Rect, rows: readonly KeyRow[]): void {
  rows.slice(0, height).forEach(({ keys, text, isOff }, i) => {
    canvas.text(x, y + i, keys, isOff ? 'quiet' : 'key', KEYS_WIDTH - 1)
    canvas.text(x + KEYS_WIDTH, y + i, text, isOff ? 'quiet' : 'plain', width - KEYS_WIDTH)
  })
}
