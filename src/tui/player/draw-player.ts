import { hopAt } from '../../flow/film-hops.ts'
import { travelled } from '../../flow/playback.ts'
import { playerWords } from '../../words/player.ts'
import { tell } from '../../words/tell.ts'
import type { Canvas, Rect } from '../canvas/canvas.ts'
import { wrap } from '../canvas/glyphs.ts'
import { drawDiagram } from '../diagram/draw.ts'
import { layoutOf } from '../diagram/layout.ts'
import { drawProse } from '../parts/prose.ts'
import { drawBytes } from './bytes.ts'
import { drawFilmstrip, filmstripHeight } from './filmstrip.ts'
import { drawScrub } from './scrub.ts'
import type { PlayerView } from './view.ts'
import { drawWhy } from './why.ts'

/** Cells of a caption's line, whatever the screen is. */
const CAPTION_WIDTH = 74
const CAPTION_LINES = 2
/** Rows a detail pane is of use with. */
const LEAST_DETAIL = 3
/** Rows beyond which a detail pane is only empty. */
const MOST_DETAIL = 17
/** From this width on, why and bytes stand side by side. */
const WIDE = 110

/** The sentence of the step that is shown, in lines. */
export function captionOf(view: PlayerView): string[] {
  const step = view.film.steps[view.playback.step]
  if (!step) return []
  return wrap(view.caption ?? tell(view.film.trace, step.main), CAPTION_WIDTH).slice(0, CAPTION_LINES)
}

function drawCaption(canvas: Canvas, x: number, y: number, view: PlayerView): void {
  const step = view.film.steps[view.playback.step]
  if (step?.attack) canvas.text(x, y, '◆', 'attack')
  canvas.lines(x + 2, y, captionOf(view), 'strong', CAPTION_WIDTH)
}

function drawDetail(canvas: Canvas, rect: Rect, view: PlayerView): void {
  if (rect.height < LEAST_DETAIL || view.detail === 'none') return
  const hop = view.hop === null ? hopAt(view.hops, view.playback.step) : (view.hops[view.hop] ?? null)
  const begun = hop && hop.step <= view.playback.step ? hop : null
  const number = begun ? view.hops.indexOf(begun) + 1 : 0
  const title = begun
    ? playerWords.bytesOf(number, begun.move.from.device, begun.move.to.device)
    : playerWords.noFrame
  const { network } = view.film.trace
  const most = Math.min(rect.height, MOST_DETAIL)
  const pane = (at: Rect, label: string) => {
    const inner = canvas.frame({ ...at, height: most }, { title: label })
    return { ...inner, x: inner.x + 1, width: inner.width - 2 }
  }
  if (rect.width >= WIDE) {
    const half = Math.floor(rect.width / 2)
    drawWhy(canvas, pane({ ...rect, width: half }, playerWords.why), view)
    const right = { ...rect, x: rect.x + half, width: rect.width - half }
    drawBytes(canvas, pane(right, title), network, begun)
  } else if (view.detail === 'why' && isSwitchStep(view)) drawWhy(canvas, pane(rect, playerWords.why), view)
  else drawBytes(canvas, pane(rect, title), network, begun)
}

/** What a station does no configuration decides: its frame says more than an empty pane. */
function isSwitchStep({ film, playback, state }: PlayerView): boolean {
  const device = film.steps[playback.step]?.main.device
  return device !== undefined && state.switches[device] !== undefined
}

/**
 * Draws a film into a rectangle: the network, one sentence, the stack at each hop, why it happened, and the bar. Rows that are not
 * there are taken from the details first and from the strip next; the network, the sentence and the bar always stand.
 */
export function drawPlayer(canvas: Canvas, rect: Rect, view: PlayerView): void {
  const { film, playback, hops } = view
  const { x, y, width, height } = rect
  const bar = y + height - 1
  const below = 1 + CAPTION_LINES + 1
  const cast = [...film.cast, ...view.alsoShow]
  const layout = layoutOf(film.trace.network, cast, width, Math.max(3, height - below - 1))
  const moment = { film, layout, step: playback.step, travelled: travelled(playback), state: view.state }
  drawDiagram(canvas, { x, y }, moment)
  let row = y + layout.height
  if (layout.leftOut.length > 0 && row < bar - CAPTION_LINES - 1)
    canvas.text(x, row++, playerWords.leftOut(layout.leftOut), 'quiet', width)
  drawScrub(canvas, x, bar, width, film, playback)
  const spare = bar - row - CAPTION_LINES
  if (spare > 0) row++
  const { intro = [] } = view
  if (intro.length > 0) {
    drawProse(canvas, { x: x + 2, y: row, width: width - 4, height: bar - row }, intro)
    return
  }
  drawCaption(canvas, x, row, view)
  row += CAPTION_LINES
  const strip = filmstripHeight(hops)
  if (strip > 0 && row + strip <= bar) {
    const at = Math.min(row + 1, bar - strip)
    const chosen = hops[view.hop ?? -1] ?? null
    drawFilmstrip(canvas, { x, y: at, width, height: strip }, hops, playback.step, chosen)
    row = at + strip
  }
  drawDetail(canvas, { x, y: row, width, height: bar - row }, view)
}
