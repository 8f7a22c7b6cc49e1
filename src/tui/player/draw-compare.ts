import type { Film } from '../../flow/film.ts'
import { hopsOf } from '../../flow/film-hops.ts'
import { type Playback, shownTime } from '../../flow/playback.ts'
import { playerWords } from '../../words/player.ts'
import { tell } from '../../words/tell.ts'
import type { Canvas, Rect } from '../canvas/canvas.ts'
import { wrap } from '../canvas/glyphs.ts'
import { drawDiagram, stateAtStep } from '../diagram/draw.ts'
import { type Layout, layoutOf } from '../diagram/layout.ts'
import { drawFilmstrip, filmstripHeight } from './filmstrip.ts'
import { drawScrub } from './scrub.ts'
import type { PlayerView } from './view.ts'

/** Two runs of one scene, laid side by side from the step where they part. */
export type Comparison = {
  readonly before: Film
  readonly after: Film
  /** First step, from 0, at which they differ. */
  readonly partAt: number
}

const CAPTION_WIDTH = 74
const CAPTION_LINES = 2

/** The film that runs longer: it sets the time for both. */
export function leadOf({ before, after }: Comparison): Film {
  return before.steps.length >= after.steps.length ? before : after
}

type Half = {
  readonly title: string
  readonly film: Film
  readonly playback: Playback
  readonly layout: Layout
}

/** Rows of a half without its strip: heading, network, sentence. */
function headHeight(layout: Layout): number {
  return 1 + layout.height + CAPTION_LINES
}

function drawHalf(
  canvas: Canvas,
  { x, y, width, height }: Rect,
  { title, film, playback, layout }: Half,
): void {
  const last = film.steps.length - 1
  const over = playback.step > last
  const step = Math.min(playback.step, last)
  const at = film.steps[step]
  canvas.text(x, y, over ? `${title}   ${playerWords.isOver(last + 1)}` : title, 'title', width)
  const time = over ? Number.POSITIVE_INFINITY : shownTime(playback)
  const moment = { film, layout, step, time, state: stateAtStep(film, step) }
  drawDiagram(canvas, { x, y: y + 1 }, moment)
  const row = y + 1 + layout.height
  if (!at) return
  if (at.attack) canvas.text(x, row, '◆', 'attack')
  else if (at.main.kind === 'refuse') canvas.text(x, row, '✗', 'holds')
  canvas.lines(x + 2, row, wrap(tell(film.trace, at.main), CAPTION_WIDTH).slice(0, CAPTION_LINES), 'strong')
  const hops = hopsOf(film)
  const strip = filmstripHeight(hops)
  const below = row + CAPTION_LINES
  if (below + strip <= y + height)
    drawFilmstrip(canvas, { x, y: below, width, height: strip }, hops, step, null)
}

function halfOf({ height }: Rect): number {
  return Math.floor((height - 2) / 2)
}

/** The network of two runs, in half of this room: both are drawn alike, so that only what differs differs. */
export function comparisonLayout({ before, after }: Comparison, room: Rect): Layout {
  const cast = [...new Set([...before.cast, ...after.cast])]
  return layoutOf(before.trace.network, cast, room.width, Math.max(3, halfOf(room) - 1 - CAPTION_LINES))
}

/** Draws both runs at the same step, one above the other. */
export function drawComparison(canvas: Canvas, comparison: Comparison, view: PlayerView): void {
  const { before, after, partAt } = comparison
  const { layout, playback, room } = view
  const { x, y, width, height } = room
  const half = halfOf(room)
  const each = Math.max(headHeight(layout), half)
  drawHalf(
    canvas,
    { x, y, width, height: each },
    { title: playerWords.before, film: before, playback, layout },
  )
  drawHalf(
    canvas,
    { x, y: y + each, width, height: each },
    { title: playerWords.after, film: after, playback, layout },
  )
  const lead = leadOf(comparison)
  canvas.text(
    x,
    y + height - 2,
    partAt < lead.steps.length ? playerWords.partAt(partAt + 1) : playerWords.alike,
    'quiet',
  )
  drawScrub(canvas, x, y + height - 1, width, lead, playback)
}
