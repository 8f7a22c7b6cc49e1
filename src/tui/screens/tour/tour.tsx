import { useMemo, useState } from 'react'
import { hopsOf } from '../../../flow/film-hops.ts'
import { playback, reelOf, startOf } from '../../../flow/playback.ts'
import { type Tour, type TourView, tourOf } from '../../../flow/tour.ts'
import { offWords } from '../../../words/keys.ts'
import { tourWords } from '../../../words/tour.ts'
import type { Canvas, Rect } from '../../canvas/canvas.ts'
import { wrap } from '../../canvas/glyphs.ts'
import { Painting } from '../../canvas/painting.tsx'
import { stateAtStep } from '../../diagram/draw.ts'
import { drawKeyRows, keyRows } from '../../keys/key-rows.ts'
import { type Bindings, ELSEWHERE } from '../../keys/key-table.ts'
import { PROSE_WIDTH } from '../../parts/prose.ts'
import { drawPlayer } from '../../player/draw-player.ts'
import { filmLayout } from '../../player/places.ts'
import type { Detail, PlayerView } from '../../player/view.ts'
import { drawScreen } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys, useNavigation } from '../../shell/navigation.ts'
import { useProgram } from '../../shell/program.ts'
import { drawVerdicts } from '../check/panes.ts'
import { drawPanel, panelHeight, panelOf } from '../lesson/question.ts'

/** Keys that mean the same on every screen, and those of the first one. */
const EVERYWHERE: Bindings = {
  pick: ELSEWHERE,
  leave: ELSEWHERE,
  help: ELSEWHERE,
  terms: ELSEWHERE,
  find: ELSEWHERE,
  file: ELSEWHERE,
  tour: ELSEWHERE,
  quit: ELSEWHERE,
}

/** A player that stands still at the end of a step; `below` rows of its room are left to something else. */
function viewAt(
  { film: { film, captions } }: Tour,
  step: number,
  at: { readonly detail: Detail; readonly room: Rect; readonly below: number },
): PlayerView {
  return {
    ...at,
    film,
    layout: filmLayout(film, [], at.room),
    playback: playback(startOf(reelOf(film), 'none'), { do: 'goto', step }),
    hops: hopsOf(film),
    state: stateAtStep(film, step),
    hop: null,
    caption: captions[step] ?? null,
  }
}

/** What a stop of the tour is about, as it looks where one meets it. */
function drawStage(canvas: Canvas, room: Rect, tour: Tour, view: TourView): void {
  switch (view.show) {
    case 'film':
      return drawPlayer(canvas, viewAt(tour, view.step, { detail: view.detail, room, below: 0 }))
    case 'question': {
      const panel = panelOf(view.question, 'asked', null)
      if (!panel) return
      const height = panelHeight(panel, room.width)
      drawPlayer(canvas, viewAt(tour, view.step, { detail: 'auto', room, below: height }))
      const place = drawPanel(
        canvas,
        { ...room, y: room.y + room.height - height, height },
        panel,
        panel.title,
      )
      if (place && panel.kind === 'menu')
        canvas.lines(
          place.x + 2,
          place.y,
          panel.choices.map(({ label }) => label),
          'plain',
          place.width - 2,
        )
      return
    }
    case 'verdicts':
      return drawVerdicts(canvas, { ...room, height: Math.min(room.height, 6) }, view.verdict, view.verdict)
    case 'keys':
      return drawKeyRows(
        canvas,
        { ...room, x: room.x + 1, y: room.y + 1 },
        keyRows(EVERYWHERE, room.width - 2),
      )
  }
}

/** The tour of the program: each stop shows the real thing and says what it is. */
export function TourScreen() {
  const { look, canvas } = useCanvas()
  const { leave } = useNavigation()
  const { lessons } = useProgram()
  const tour = useMemo(() => tourOf(lessons), [lessons])
  const [at, setAt] = useState(0)
  const count = tour?.stops.length ?? 0
  const goOn = () => (at + 1 < count ? setAt(at + 1) : leave())
  const keys = useKeys({
    open: goOn,
    next: goOn,
    back: at === 0 ? { off: offWords.firstPage } : () => setAt(at - 1),
  })
  const room = drawScreen(canvas, { title: tourWords.title, right: tourWords.stop(at + 1, count), keys })
  const stop = tour?.stops[at]
  if (tour && stop) {
    const says = wrap(tourWords.screen[stop.id], Math.min(PROSE_WIDTH, room.width - 4))
    const height = says.length + 2
    const below = { ...room, y: room.y + room.height - height, height }
    drawStage(canvas, { ...room, height: room.height - height }, tour, stop.view)
    const inner = canvas.frame(below, { role: 'plain' })
    canvas.lines(inner.x + 1, inner.y, says, 'strong')
  }
  return <Painting canvas={canvas} palette={look.palette} />
}
