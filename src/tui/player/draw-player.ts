import { shownTime } from '../../flow/playback.ts'
import { playerWords } from '../../words/player.ts'
import { tell } from '../../words/tell.ts'
import type { Canvas } from '../canvas/canvas.ts'
import { wrap } from '../canvas/glyphs.ts'
import { drawDiagram } from '../diagram/draw.ts'
import { drawIntro } from './intro.ts'
import { drawPanes } from './panes.ts'
import { CAPTION_LINES, placesOf } from './places.ts'
import { drawScrub } from './scrub.ts'
import type { PlayerView } from './view.ts'

/** Cells of a caption's line, whatever the screen is. */
const CAPTION_WIDTH = 74

/** The sentence of the step that is shown, in lines. */
export function captionOf(view: PlayerView): string[] {
  const step = view.film.steps[view.playback.step]
  if (!step) return []
  return wrap(view.caption ?? tell(view.film.trace, step.main), CAPTION_WIDTH).slice(0, CAPTION_LINES)
}

/** What of the network is not in the picture. */
function notDrawn({ layout: { leftOut, undrawn }, film: { cast } }: PlayerView): string {
  const touched = leftOut.filter((name) => cast.includes(name)).length
  return playerWords.notDrawn(
    leftOut,
    touched,
    undrawn.map(({ a, b }) => [a.device, b.device]),
  )
}

function drawCaption(canvas: Canvas, x: number, y: number, view: PlayerView): void {
  const step = view.film.steps[view.playback.step]
  if (step?.attack) canvas.text(x, y, '◆', 'attack')
  canvas.lines(x + 2, y, captionOf(view), 'strong', CAPTION_WIDTH)
}

/**
 * Draws a film: the network, one sentence, the bar, and below it what explains the step. What is above the bar stands where it
 * stands for the whole film; `below` rows at the bottom are left to a question.
 */
export function drawPlayer(canvas: Canvas, view: PlayerView): void {
  const { film, layout, playback, room, state, intro } = view
  const places = placesOf(room, layout)
  const moment = { film, layout, step: playback.step, time: shownTime(playback), state }
  drawDiagram(canvas, room, moment)
  if (places.notDrawn !== null) canvas.text(room.x, places.notDrawn, notDrawn(view), 'quiet', room.width)
  drawScrub(canvas, room.x, places.bar, room.width, film, playback)
  const panes = { ...places.panes, height: places.panes.height - view.below }
  if (intro) {
    canvas.text(room.x + 2, places.caption, intro.note, 'strong', CAPTION_WIDTH)
    drawIntro(canvas, panes, intro.lines)
    return
  }
  drawCaption(canvas, room.x, places.caption, view)
  drawPanes(canvas, panes, view)
}
