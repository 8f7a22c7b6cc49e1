import { type Frame, frameLength, type Tag } from '../net/frame.ts'
import { frameOf } from '../net/trace.ts'
import type { Film } from './film.ts'
import type { Move } from './film-step.ts'

/** One place in the tag stack of a hop, level with the same place in the other hops. */
export type Slot =
  | { readonly state: 'tag'; readonly tag: Tag; readonly isNew: boolean }
  /** A tag stood here on the hop before. */
  | { readonly state: 'gone' }
  | { readonly state: 'empty' }

/** A frame on one cable of the film, laid side by side with the others: the tag filmstrip. */
export type Hop = {
  /** Index of the step in which the frame travels. */
  readonly step: number
  readonly move: Move
  readonly frame: Frame
  /** Outermost first; as many in every hop of a film, filled from the innermost. */
  readonly slots: readonly Slot[]
  /** Bytes on the wire, without the check sum. */
  readonly length: number
  /** The hop this frame was copied from: same frame one switch earlier. Null where it starts. */
  readonly before: Hop | null
}

function slotsOf(tags: readonly Tag[], before: readonly Tag[] | null, height: number): Slot[] {
  return Array.from({ length: height }, (_, row): Slot => {
    const depth = height - row
    const tag = tags.at(-depth)
    const was = before?.at(-depth)
    const isHere = depth <= tags.length
    const wasHere = before !== null && depth <= before.length
    if (isHere && tag)
      return { state: 'tag', tag, isNew: before !== null && (!wasHere || was?.vid !== tag.vid) }
    return wasHere ? { state: 'gone' } : { state: 'empty' }
  })
}

/** Every hop of the film in order, each with what it lost or gained since the hop it was copied from. */
export function hopsOf(film: Film): Hop[] {
  const moves = film.steps.flatMap(({ move, index }) =>
    move ? [{ move, step: index, frame: frameOf(film.trace, move.frame) }] : [],
  )
  const height = Math.max(0, ...moves.map(({ frame }) => frame.tags.length))
  const parentOf = new Map<number, number | null>()
  for (const { events } of film.steps)
    for (const event of events) if (event.copy !== null) parentOf.set(event.copy, event.parentCopy)
  const byCopy = new Map<number, Hop>()
  return moves.map(({ move, step, frame }) => {
    const parent = parentOf.get(move.copy) ?? null
    const before = parent === null ? null : (byCopy.get(parent) ?? null)
    const hop: Hop = {
      step,
      move,
      frame,
      slots: slotsOf(frame.tags, before?.frame.tags ?? null, height),
      length: frameLength(frame),
      before,
    }
    byCopy.set(move.copy, hop)
    return hop
  })
}

/** The hop a player stands at: the last one that has begun by this step, or the first where none has. */
export function hopAt(hops: readonly Hop[], step: number): Hop | null {
  return hops.findLast((hop) => hop.step <= step) ?? hops[0] ?? null
}
