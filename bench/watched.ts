/** How long a film is watched, in milliseconds: from its start to beyond its end. */
export const WATCHED_MS = 10_000

/** What a film cost while it was watched. */
export type Watched = {
  /** Bytes of each painted frame. */
  readonly bytes: readonly number[]
  /** Milliseconds of CPU a painted frame. */
  readonly cpu: number
  /** The same for the first time the film was played in the process. */
  readonly firstCpu: number
  /** Writes while it stood still. */
  readonly still: number
}
