import { useCallback, useMemo, useRef, useState } from 'react'
import type { Film } from '../../flow/film.ts'
import { nextPicture, type Path, placeAt } from '../../flow/pace.ts'
import { lengthOf, type Playback, type PlaybackAction, playback, shownTime } from '../../flow/playback.ts'
import type { Layout } from '../diagram/layout.ts'
import { passageOf, pathOf } from '../diagram/token.ts'
import { useTicker } from '../ticker.ts'

/** Milliseconds a picture stands at least: fewer than fifteen a second, fewer than twelve on a large screen. */
const LEAST = { small: 65, large: 75 }
/** Cells from which a network is large. */
const LARGE = 96

/** A film that runs: where it stands, as it is shown, and how it is moved. */
export type Running = {
  readonly shown: Playback
  readonly dispatch: (action: PlaybackAction) => void
  /** The way of the frame in the step that is shown. */
  readonly path: Path
}

const NO_PATH: Path = { entering: 0, travelling: 0 }

function looksTheSame(path: Path, a: Playback, b: Playback): boolean {
  if (a.step !== b.step || a.playing !== b.playing) return false
  const [before, after] = [placeAt(path, shownTime(a)), placeAt(path, shownTime(b))]
  return before.entered === after.entered && before.travelled === after.travelled
}

/**
 * Runs a film from a beginning while it is `active`. The exact place is kept beside what is shown, so that paint follows cells and
 * not the clock: a picture is made when a cell of it changes.
 */
export function useRunning(film: Film, layout: Layout, beginning: () => Playback, active: boolean): Running {
  const exact = useRef<Playback | null>(null)
  exact.current ??= beginning()
  const [shown, setShown] = useState(exact.current)
  const [round, setRound] = useState(0)
  const paths = useMemo(
    () => film.steps.map(({ index }) => pathOf(passageOf(film, layout.wires, index))),
    [film, layout],
  )
  const pathAt = ({ step }: Playback) => paths[step] ?? NO_PATH
  const show = useCallback((next: Playback) => {
    exact.current = next
    setShown(next)
  }, [])
  const dispatch = useCallback(
    (action: PlaybackAction) => {
      if (exact.current) show(playback(exact.current, action))
      setRound((before) => before + 1)
    },
    [show],
  )
  useTicker(active && shown.playing, round, {
    wait: () => {
      const now = exact.current ?? shown
      const least = (layout.width >= LARGE ? LEAST.large : LEAST.small) * now.speed
      return (nextPicture(pathAt(now), now.time, lengthOf(now), least) - now.time) / now.speed
    },
    onTick: (ms) => {
      const next = playback(exact.current ?? shown, { do: 'tick', ms })
      if (looksTheSame(pathAt(next), shown, next)) exact.current = next
      else show(next)
    },
  })
  return { shown, dispatch, path: pathAt(shown) }
}
