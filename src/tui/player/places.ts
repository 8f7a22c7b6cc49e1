import type { Film } from '../../flow/film.ts'
import type { Rect } from '../canvas/canvas.ts'
import { type Layout, layoutOf } from '../diagram/layout.ts'

/** Rows of a sentence, whatever it says. */
export const CAPTION_LINES = 2
const BAR = 1
/** Rows that are kept below a network for a question or for what explains a step. */
const LEAST_PANES = 10
/** Rows below the bar from which a row is left blank above the sentence, and from which one is left blank below the bar. */
const AIRY = 15
const AIRIER = 18

/** Where the parts of a film stand in its room. They depend on the network and the room only, so that all of them stay put. */
export type Places = {
  /** The row that names what is not drawn; null where everything is. */
  readonly notDrawn: number | null
  readonly caption: number
  readonly bar: number
  /** Everything below the bar. */
  readonly panes: Rect
}

/** The network of a film with who else is to be seen, in this room. */
export function filmLayout(film: Film, alsoShow: readonly string[], { width, height }: Rect): Layout {
  const most = height - CAPTION_LINES - BAR - LEAST_PANES
  return layoutOf(film.trace.network, [...film.cast, ...alsoShow], width, Math.max(3, most))
}

/** The places in a room, below a network that is laid out so. */
export function placesOf({ x, y, width, height }: Rect, layout: Layout): Places {
  const isWhole = layout.leftOut.length === 0 && layout.undrawn.length === 0
  const notDrawn = isWhole ? null : y + layout.height
  const above = layout.height + (isWhole ? 0 : 1)
  const spare = height - above - CAPTION_LINES - BAR
  const caption = y + above + (spare >= AIRY ? 1 : 0)
  const bar = caption + CAPTION_LINES
  const top = bar + BAR + (spare >= AIRIER ? 1 : 0)
  return { notDrawn, caption, bar, panes: { x, y: top, width, height: Math.max(0, y + height - top) } }
}
