import type { Film } from '../../flow/film.ts'
import type { Hop } from '../../flow/film-hops.ts'
import type { Playback } from '../../flow/playback.ts'
import type { NetworkState } from '../../net/state.ts'
import type { Rect } from '../canvas/canvas.ts'
import type { Layout } from '../diagram/layout.ts'
import type { ProseLine } from '../parts/prose.ts'

/** What a player shows below its bar: what there is room for, or first of all what a person asked for. */
export type Detail = 'auto' | 'why' | 'bytes'

/** An author's words before a film begins, and how to begin it. */
export type Intro = { readonly note: string; readonly lines: readonly ProseLine[] }

/** Everything a player's picture is made from. */
export type PlayerView = {
  readonly film: Film
  readonly layout: Layout
  /** Where the film is drawn. */
  readonly room: Rect
  /** Rows at the bottom of the room that are left to something else. */
  readonly below: number
  readonly playback: Playback
  readonly hops: readonly Hop[]
  /** The state after the step that is shown. */
  readonly state: NetworkState
  readonly detail: Detail
  /** The hop a person chose to look at, as an index; null follows the film. */
  readonly hop: number | null
  /** A sentence of an author for this step, instead of the simulator's own. */
  readonly caption: string | null
  /** Stands in the place of the sentence and the panes while the film has not begun. */
  readonly intro?: Intro
}
