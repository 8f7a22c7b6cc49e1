import { useEffect, useMemo } from 'react'
import type { PreparedFilm, PreparedLesson } from '../../../flow/lesson/prepare.ts'
import { partAt } from '../../../flow/lesson.ts'
import { isAtEnd, reelOf, waitingAt } from '../../../flow/playback.ts'
import { offWords } from '../../../words/keys.ts'
import { lessonScreenWords } from '../../../words/lesson-screen.ts'
import type { Canvas, Rect } from '../../canvas/canvas.ts'
import { Painting } from '../../canvas/painting.tsx'
import type { Bindings } from '../../keys/key-table.ts'
import { proseLines } from '../../parts/prose.ts'
import { drawPlayer } from '../../player/draw-player.ts'
import { filmLayout } from '../../player/places.ts'
import { StepField } from '../../player/step-field.tsx'
import { type Player, usePlayer } from '../../player/use-player.ts'
import { drawScreen, roomOf } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys, useNavigation } from '../../shell/navigation.ts'
import { drawPanel, type Panel, panelFor, panelHeight } from './question.ts'
import { QuestionMenu } from './question-menu.tsx'
import { lessonEdges, type StageProps } from './stage-props.ts'

function isAtStart({ view }: Player): boolean {
  return view.playback.step === 0 && view.playback.time === 0 && !view.playback.playing
}

/** Keys beside the player's own: what Enter and r mean depends on what is going on. */
function ownKeys({ state, act }: StageProps, player: Player, panel: Panel | null): Bindings {
  const { dispatch, view } = player
  if (panel?.kind === 'feedback') {
    const gate = waitingAt(view.playback)
    const resume = (step: number) => {
      if (gate !== null) dispatch({ do: 'answer', gate })
      dispatch({ do: 'play-at', step })
    }
    return {
      open: () => {
        act({ do: 'next' })
        if (gate !== null) resume(gate)
      },
      restart: () => {
        act({ do: 'replay', step: panel.replay ?? 0 })
        resume(panel.replay ?? 0)
      },
    }
  }
  if (state.doing !== 'watching') return {}
  if (isAtEnd(view.playback)) return { open: () => act({ do: 'next' }) }
  const { play, next } = player.bindings
  const goOn = typeof play === 'function' ? play : next
  return { open: view.playback.playing || !goOn ? { off: offWords.filmRuns } : goOn }
}

/** A film of a lesson: it stops where its author wants a prediction, and goes on when there is one. */
export function FilmPart(props: StageProps & { readonly prepared: PreparedFilm }) {
  const { play, state, act, prepared } = props
  const { look, canvas } = useCanvas()
  const { active } = useNavigation()
  const { film, stops, gates, captions } = prepared
  const { part, questions } = partAt(play, state)
  const reel = useMemo(() => reelOf(film, { stops, gates }), [film, stops, gates])
  const answered = questions.flatMap(({ gate, prediction }) =>
    gate !== null && Object.hasOwn(state.given, prediction.id) ? gate : [],
  )
  const { columns, rows, motion } = look
  const { room, layout } = useMemo(() => {
    const inside = roomOf({ columns, rows })
    return { room: inside, layout: filmLayout(film, castOf(play), inside) }
  }, [columns, rows, film, play])
  const panel = panelFor(play, state)
  const player = usePlayer({
    film,
    reel,
    answered,
    motion,
    room,
    layout,
    below: panel ? panelHeight(panel, room.width) : 0,
    active: active && state.doing === 'watching',
    captionOf: (step) => captions[step] ?? null,
    ...(state.from > 0 ? { from: state.from } : {}),
  })
  const { view, asks } = player
  const { step } = view.playback
  useEffect(() => act({ do: 'show', step }), [step, act])
  const gate = waitingAt(view.playback)
  useEffect(() => {
    if (gate !== null && state.doing === 'watching') act({ do: 'reach', step: gate })
  }, [gate, state.doing, act])
  const keys = useKeys(
    { ...ownKeys(props, player, panel), ...withoutOpen(player.bindings, panel) },
    asks ? 'field' : panel?.kind === 'menu' ? 'menu' : 'screen',
  )
  drawScreen(canvas, { ...lessonEdges(props), keys })
  const begins = isAtStart(player) && !panel
  const intro = { note: lessonScreenWords.startFilm, lines: proseLines(part.blocks, room.width - 4) }
  drawPlayer(canvas, begins ? { ...view, intro } : view)
  if (!panel && isAtEnd(view.playback)) drawNote(canvas, room, lessonScreenWords.filmOver)
  const at = { ...room, y: room.y + room.height - view.below, height: view.below }
  if (asks) canvas.fill({ ...room, y: asks.row, height: 1 })
  const place = panel ? drawPanel(canvas, at, panel, panel.title) : null
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <StepField player={player} active={active} />
      <QuestionMenu panel={panel} place={place} state={state} act={act} />
    </>
  )
}

/** Everyone in any film of the lesson: so that all of them are drawn alike, wherever they end. */
function castOf(play: PreparedLesson): string[] {
  return [...new Set(play.parts.flatMap(({ film }) => film?.film.cast ?? []))]
}

/** While feedback stands, r looks again from where the two part, not from the start. */
function withoutOpen(bindings: Bindings, panel: Panel | null): Bindings {
  if (panel?.kind !== 'feedback') return bindings
  const { restart: _, ...rest } = bindings
  return rest
}

/** Writes over the lower edge of the panes. */
function drawNote(canvas: Canvas, { x, y, width, height }: Rect, note: string): void {
  canvas.text(x + 2, y + height - 1, ` ${note} `, 'strong', width - 4)
}
