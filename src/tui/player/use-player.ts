import { useCallback, useMemo, useRef, useState } from 'react'
import type { Film } from '../../flow/film.ts'
import { hopsOf } from '../../flow/film-hops.ts'
import {
  isAtEnd,
  type Motion,
  type Playback,
  type PlaybackAction,
  playback,
  type Reel,
  startOf,
  travelled,
  waitingAt,
} from '../../flow/playback.ts'
import { offWords } from '../../words/keys.ts'
import { stateAtStep } from '../diagram/draw.ts'
import { layoutOf, type Wire } from '../diagram/layout.ts'
import { tokenAt } from '../diagram/token.ts'
import type { Bindings } from '../keys/key-table.ts'
import { useTicker } from '../ticker.ts'
import type { Detail, PlayerView } from './view.ts'

/** Cells that a screen's frame takes of the width. */
const FRAME = 4
/** Rows are no matter here: what is asked is only which cell of its cable a frame stands on. */
const ANY_HEIGHT = 40
/** Milliseconds between ticks: about twelve painted frames a second at most on a large screen, twenty on a small one. */
const TICK = { large: 80, small: 50 }
const LARGE = 100

/** What a player can be asked to show from outside. */
export type PlayerOptions = {
  readonly film: Film
  readonly reel: Reel
  readonly motion: Motion
  readonly columns: number
  /** Whether the film is on the screen; else its clock stands still. */
  readonly active: boolean
  readonly alsoShow?: readonly string[]
  /** Gates that were answered before. */
  readonly answered?: readonly number[]
  /** The step to begin at, as it ends; the start of the film where it is left out. */
  readonly from?: number
  readonly captionOf?: (step: number) => string | null
}

/** A running player: its picture, and what keys do with it. */
export type Player = {
  readonly view: PlayerView
  readonly dispatch: (action: PlaybackAction) => void
  readonly bindings: Bindings
  /** While a step's number is asked for: what to do with it. Null while it is not. */
  readonly asksStep: ((written: string) => void) | null
}

/** What of a playback is seen: two with the same answer look the same, so nothing is painted. */
function seen(film: Film, wires: readonly Wire[], state: Playback): string {
  const at = tokenAt(film, wires, state.step, travelled(state))?.at
  return [state.step, at?.x, at?.y, state.playing, state.speed, state.motion, state.answered.length].join(' ')
}

function beginning({ reel, motion, answered = [], from }: PlayerOptions): Playback {
  const start = { ...startOf(reel, motion), answered }
  return from === undefined ? start : playback(start, { do: 'goto', step: from })
}

/** Plays a film. The exact place is kept beside what is shown, so that paint follows cells and not the clock. */
export function usePlayer(options: PlayerOptions): Player {
  const { film, motion, columns, active, alsoShow = [], captionOf } = options
  const exact = useRef<Playback | null>(null)
  exact.current ??= beginning(options)
  const [shown, setShown] = useState(exact.current)
  const [detail, setDetail] = useState<Detail>('why')
  const [hop, setHop] = useState<number | null>(null)
  const [asking, setAsking] = useState(false)
  const cast = [...film.cast, ...alsoShow].join('\n')
  const wires = useMemo(
    () => layoutOf(film.trace.network, cast.split('\n'), columns - FRAME, ANY_HEIGHT).wires,
    [film, cast, columns],
  )
  const dispatch = useCallback(
    (action: PlaybackAction) => {
      if (!exact.current) return
      const next = playback(exact.current, action)
      exact.current = next
      setShown((before) =>
        action.do === 'tick' && seen(film, wires, before) === seen(film, wires, next) ? before : next,
      )
      if (action.do !== 'tick') setHop(null)
    },
    [film, wires],
  )
  const interval = columns >= LARGE ? TICK.large : TICK.small
  useTicker(active && shown.playing, interval, (ms) => dispatch({ do: 'tick', ms }))
  const hops = useMemo(() => hopsOf(film), [film])
  const state = useMemo(() => stateAtStep(film, shown.step), [film, shown.step])
  const begun = hops.findLastIndex((each) => each.step <= shown.step)
  const look = (by: number) => () => setHop((now) => Math.max(0, Math.min(begun, (now ?? begun) + by)))
  const show = (wanted: Detail) => () => setDetail((now) => (now === wanted ? 'none' : wanted))
  const still = motion === 'none' || shown.motion === 'none'
  const held = waitingAt(shown) === null ? null : { off: offWords.question }
  const bindings: Bindings = {
    next: held ?? (isAtEnd(shown) ? { off: offWords.lastStep } : () => dispatch({ do: 'next' })),
    back: shown.step === 0 && shown.time === 0 ? { off: offWords.firstStep } : () => dispatch({ do: 'back' }),
    play: held ? held : still ? { off: offWords.noMotion } : () => dispatch({ do: 'toggle' }),
    hop: begun < 0 ? { off: offWords.noFrame } : look(1),
    hopBack: begun < 0 ? { off: offWords.noFrame } : look(-1),
    bytes: show('bytes'),
    why: show('why'),
    faster: () => dispatch({ do: 'faster' }),
    slower: () => dispatch({ do: 'slower' }),
    restart: () => dispatch({ do: 'restart' }),
    subNext: () => dispatch({ do: 'sub-next' }),
    subBack: () => dispatch({ do: 'sub-back' }),
    goto: () => setAsking(true),
    ...(asking ? { leave: () => setAsking(false) } : {}),
    first: () => dispatch({ do: 'restart' }),
    last: () => dispatch({ do: 'end' }),
    motion: () => dispatch({ do: 'motion' }),
    through: () => dispatch({ do: 'stopping' }),
  }
  const caption = captionOf?.(shown.step) ?? null
  const view = { film, playback: shown, hops, state, detail, hop, alsoShow, caption }
  const goTo = (written: string) => {
    setAsking(false)
    const step = Number.parseInt(written, 10)
    if (step >= 1) dispatch({ do: 'goto', step: step - 1 })
  }
  return { view, dispatch, bindings, asksStep: asking ? goTo : null }
}
