import type { Film } from '../../flow/film.ts'
import type { Hop } from '../../flow/film-hops.ts'
import type { Playback } from '../../flow/playback.ts'
import type { NetworkState } from '../../net/state.ts'
import type { ProseLine } from '../parts/prose.ts'

/** What a player may show below its film. */
export type Detail = 'why' | 'bytes' | 'none'

/** Everything a player's picture is made from. */
export type PlayerView = {
  readonly film: Film
  readonly playback: Playback
  readonly hops: readonly Hop[]
  /** The state after the step that is shown. */
  readonly state: NetworkState
  readonly detail: Detail
  /** The hop a person chose to look at, as an index; null follows the film. */
  readonly hop: number | null
  /** Devices to keep in the picture although the story does not touch them. */
  readonly alsoShow: readonly string[]
  /** A sentence of an author for this step, instead of the simulator's own. */
  readonly caption: string | null
  /** An author's words before a film that has not begun; they stand in the place of everything but the network. */
  readonly intro?: readonly ProseLine[]
}
