import { useMemo, useState } from 'react'
import { type Film, whereTheyPart } from '../../flow/film.ts'
import { reelOf } from '../../flow/playback.ts'
import { offWords } from '../../words/keys.ts'
import { Painting } from '../canvas/painting.tsx'
import type { Binding, Bindings } from '../keys/key-table.ts'
import { type Comparison, comparisonLayout, drawComparison, leadOf } from '../player/draw-compare.ts'
import { drawPlayer } from '../player/draw-player.ts'
import { filmLayout } from '../player/places.ts'
import { StepField } from '../player/step-field.tsx'
import { usePlayer } from '../player/use-player.ts'
import { drawScreen, roomOf } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { useKeys, useNavigation } from '../shell/navigation.ts'

type FilmProps = { readonly title: string; readonly film: Film; readonly before: Film | null }
type RunningProps = Omit<FilmProps, 'before'> & {
  readonly comparison: Comparison | null
  readonly compare: Binding
}

const ONE_FILM = { off: offWords.twoFilms } as const
/** Keys that look into one film. */
const TOGETHER: Bindings = { hop: ONE_FILM, hopBack: ONE_FILM, bytes: ONE_FILM, why: ONE_FILM }

function RunningFilm({ title, film, comparison, compare }: RunningProps) {
  const { look, canvas } = useCanvas()
  const { active } = useNavigation()
  const reel = useMemo(() => reelOf(film), [film])
  const { columns, rows, motion } = look
  const { room, layout } = useMemo(() => {
    const inside = roomOf({ columns, rows })
    const drawn = comparison ? comparisonLayout(comparison, inside) : filmLayout(film, [], inside)
    return { room: inside, layout: drawn }
  }, [columns, rows, film, comparison])
  const from = comparison ? { from: Math.max(0, comparison.partAt - 1) } : {}
  const player = usePlayer({ film, reel, motion, room, layout, active, ...from })
  const { steps = ONE_FILM, ...playing } = player.bindings
  const own = { ...playing, compare, steps, ...(comparison ? TOGETHER : {}) }
  const keys = useKeys(own, player.asks ? 'field' : 'screen')
  drawScreen(canvas, { title, keys })
  if (comparison) drawComparison(canvas, comparison, player.view)
  else drawPlayer(canvas, player.view)
  if (player.asks) canvas.fill({ ...room, y: player.asks.row, height: 1 })
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <StepField player={player} active={active} />
    </>
  )
}

/**
 * A film by itself: the witness of a verdict on someone's own ports. With the run before a change beside it, the two are shown
 * together from where they part; one key shows the later one alone.
 */
export function FilmScreen({ title, film, before }: FilmProps) {
  const comparison = useMemo<Comparison | null>(
    () => before && { before, after: film, partAt: whereTheyPart(before, film) },
    [before, film],
  )
  const [alone, setAlone] = useState(false)
  const together = alone ? null : comparison
  const compare: Binding = comparison ? () => setAlone(!alone) : { off: offWords.noEarlierRun }
  const shown = together ? leadOf(together) : film
  return <RunningFilm key={`${alone}`} title={title} film={shown} comparison={together} compare={compare} />
}
