import { useMemo, useState } from 'react'
import type { Film } from '../../flow/film.ts'
import { hopsOf } from '../../flow/film-hops.ts'
import type { Motion } from '../../flow/pace.ts'
import {
  lastOpenStep,
  type Playback,
  type PlaybackAction,
  playback,
  type Reel,
  startOf,
} from '../../flow/playback.ts'
import type { Rect } from '../canvas/canvas.ts'
import { stateAtStep } from '../diagram/draw.ts'
import type { Layout } from '../diagram/layout.ts'
import type { Bindings } from '../keys/key-table.ts'
import { useNavigation } from '../shell/navigation.ts'
import { panesOf } from './panes.ts'
import { placesOf } from './places.ts'
import { playerKeys } from './player-keys.ts'
import { useRunning } from './use-running.ts'
import type { Detail, PlayerView } from './view.ts'

/** What a player can be asked to show from outside. */
export type PlayerOptions = {
  readonly film: Film
  readonly reel: Reel
  readonly motion: Motion
  readonly room: Rect
  readonly layout: Layout
  /** Rows at the bottom of the room that are left to something else. */
  readonly below?: number
  /** Whether the film is on the screen; else its clock stands still. */
  readonly active: boolean
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
  /** While a step's number is asked for: where, and what to do with it. Null while it is not. */
  readonly asks: { readonly row: number; readonly onEnter: (written: string) => void } | null
}

function beginning({ reel, motion, answered = [], from }: PlayerOptions): Playback {
  const start = { ...startOf(reel, motion), answered }
  return from === undefined ? start : playback(start, { do: 'goto', step: from })
}

/** Plays a film in its room. */
export function usePlayer(options: PlayerOptions): Player {
  const { film, motion, room, layout, below = 0, active, captionOf } = options
  const { shown, dispatch, path } = useRunning(film, layout, () => beginning(options), active)
  const [detail, setDetail] = useState<Detail>('auto')
  const [looked, setLooked] = useState<{ hop: number; at: Playback } | null>(null)
  const [asking, setAsking] = useState(false)
  const { open } = useNavigation()
  const attacks = useMemo(() => film.steps.flatMap(({ attack, index }) => (attack ? [index] : [])), [film])
  const hops = useMemo(() => hopsOf(film), [film])
  const state = useMemo(() => stateAtStep(film, shown.step), [film, shown.step])
  const caption = captionOf?.(shown.step) ?? null
  // A hop that was chosen is looked at until the film goes on.
  const hop = looked && looked.at.step === shown.step && !shown.playing ? looked.hop : null
  const view: PlayerView = { film, layout, room, below, playback: shown, hops, state, detail, hop, caption }
  const begun = hops.filter((each) => each.step <= shown.step).length
  const places = placesOf(room, layout)
  const panes = { ...places.panes, height: places.panes.height - below }
  const bindings = playerKeys(shown, {
    dispatch,
    cells: path.travelling,
    still: motion === 'none' || shown.motion === 'none',
    look: begun === 0 ? null : (by) => setLooked(lookedAt(view, begun, by)),
    show: (wanted) => {
      const next = detail === wanted ? 'auto' : wanted
      const [now, then] = [panesOf(view, panes), panesOf(view, panes, next)]
      const changes = now.strip !== then.strip || now.why !== then.why || now.bytes !== then.bytes
      return changes ? () => setDetail(next) : null
    },
    ask: () => setAsking(true),
    list: () =>
      open({
        at: 'steps',
        film,
        captionOf: captionOf ?? (() => null),
        now: shown.step,
        upTo: lastOpenStep(shown),
        onPick: (step) => dispatch({ do: 'goto', step }),
      }),
    attacks,
  })
  const goTo = (written: string) => {
    setAsking(false)
    const step = Number.parseInt(written, 10)
    if (step >= 1) dispatch({ do: 'goto', step: step - 1 })
  }
  return {
    view,
    dispatch,
    bindings: asking ? { ...bindings, leave: () => setAsking(false) } : bindings,
    asks: asking ? { row: places.bar, onEnter: goTo } : null,
  }
}

/** The hop this many further on, among those that have begun. */
function lookedAt(
  { hop, playback: at }: PlayerView,
  begun: number,
  by: number,
): { hop: number; at: Playback } {
  return { hop: Math.max(0, Math.min(begun - 1, (hop ?? begun - 1) + by)), at }
}
