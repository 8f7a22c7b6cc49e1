import { hopAt } from '../../flow/film-hops.ts'
import { playerWords } from '../../words/player.ts'
import type { Canvas, Rect } from '../canvas/canvas.ts'
import { drawBytes } from './bytes.ts'
import { drawFilmstrip, filmstripHeight } from './filmstrip.ts'
import type { Detail, PlayerView } from './view.ts'
import { drawWhy } from './why.ts'

/** Rows a detail pane is of use with. */
const LEAST_DETAIL = 3
/** Rows beyond which a detail pane is only empty. */
const MOST_DETAIL = 17
/** From this width on, why and bytes stand side by side. */
const WIDE = 110

/** What stands below the bar: the stack at each hop, why the step came out so, the bytes of the frame. */
export type Panes = { readonly strip: boolean; readonly why: boolean; readonly bytes: boolean }

/**
 * What there is room for. The stack at each hop comes first; a detail that a person asked for takes its place where there is not
 * room for both. `decides` is whether a switch decides in this step: of a station its frame says more than an empty pane.
 */
export function panesFor(room: Rect, strip: number, detail: Detail, decides: boolean): Panes {
  const below = room.height - strip
  const withStrip = strip > 0 && below >= (detail === 'auto' ? 0 : LEAST_DETAIL)
  const height = withStrip ? below : room.height
  if (height < LEAST_DETAIL) return { strip: withStrip, why: false, bytes: false }
  const wide = room.width >= WIDE
  const why = wide || detail === 'why' || (detail === 'auto' && decides)
  return { strip: withStrip, why, bytes: wide || !why }
}

function isSwitchStep({ film, playback, state }: PlayerView): boolean {
  const device = film.steps[playback.step]?.main.device
  return device !== undefined && state.switches[device] !== undefined
}

/** What a view shows in this room. */
export function panesOf(view: PlayerView, room: Rect, detail: Detail = view.detail): Panes {
  return panesFor(room, filmstripHeight(view.hops), detail, isSwitchStep(view))
}

/** Draws what there is room for below the bar. */
export function drawPanes(canvas: Canvas, room: Rect, view: PlayerView): void {
  const { hops, playback, film } = view
  const panes = panesOf(view, room)
  const strip = panes.strip ? filmstripHeight(hops) : 0
  if (panes.strip) {
    const chosen = hops[view.hop ?? -1] ?? null
    drawFilmstrip(canvas, { ...room, height: strip }, hops, playback.step, chosen)
  }
  const hop = view.hop === null ? hopAt(hops, playback.step) : (hops[view.hop] ?? null)
  const begun = hop && hop.step <= playback.step ? hop : null
  const number = begun ? hops.indexOf(begun) + 1 : 0
  const bytesTitle = begun
    ? playerWords.bytesOf(number, begun.move.from.device, begun.move.to.device)
    : playerWords.noFrame
  const height = Math.min(room.height - strip, MOST_DETAIL)
  const both = panes.why && panes.bytes
  const width = both ? Math.floor(room.width / 2) : room.width
  const left: Rect = { x: room.x, y: room.y + strip, width, height }
  const right: Rect = both ? { ...left, x: left.x + width, width: room.width - width } : left
  if (panes.why) drawWhy(canvas, framed(canvas, left, playerWords.why), view)
  if (panes.bytes) drawBytes(canvas, framed(canvas, right, bytesTitle), film.trace.network, begun)
}

/** Draws the frame of a pane; gives what is inside, without a cell of margin on each side. */
export function framed(canvas: Canvas, rect: Rect, title: string): Rect {
  const inner = canvas.frame(rect, { title })
  return { ...inner, x: inner.x + 1, width: inner.width - 2 }
}
