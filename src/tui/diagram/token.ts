import { attackersOf, type Film } from '../../flow/film.ts'
import type { Move, Step } from '../../flow/film-step.ts'
import type { Path, Place } from '../../flow/pace.ts'
import type { Frame } from '../../net/frame.ts'
import type { Endpoint } from '../../net/network.ts'
import { frameOf } from '../../net/trace.ts'
import { tagStack } from '../../words/tag-stack.ts'
import { glyphsOf } from '../canvas/glyphs.ts'
import type { Wire } from './layout.ts'
import type { Point } from './line.ts'

/** A frame on a wire as it is drawn at one moment. */
export type Token = {
  /** What is seen of it: the stack of its tags and an arrow in its direction, cut where it is still or already in a device. */
  readonly text: string
  readonly at: Point
  readonly wire: Wire
  /** Cells of the wire it has left behind. */
  readonly trail: readonly Point[]
  /** Whether an attacker sent the frame. */
  readonly hostile: boolean
}

/** A frame on one cable: the cells it goes through, from the first to the last, and how it is drawn there. */
type Leg = {
  readonly wire: Wire
  readonly cells: readonly Point[]
  readonly text: string
  /** Whether its front is the end of the text. */
  readonly rightward: boolean
  readonly hostile: boolean
}

/** The way of a step's frame: the cable it came by to the device of the step, and the one it leaves by. */
export type Passage = { readonly came: Leg | null; readonly leaves: Leg | null }

function isHostile(film: Film, frame: Frame): boolean {
  return attackersOf(film.trace.network).some(({ spec }) => 'mac' in spec && spec.mac === frame.src)
}

/** The forms of a token from the fullest to the shortest; the stack of tags goes last. */
function forms(frame: Frame, upright: boolean, forward: boolean, rightward: boolean): string[] {
  const full = tagStack(frame)
  const tags = frame.tags.length > 0 ? `[${frame.tags.map((tag) => tag.vid).join('|')}]` : '[ ]'
  if (upright) return [`${forward ? '▼' : '▲'}${full}`]
  return [full, tags].map((stack) => (rightward ? `${stack}▶` : `◀${stack}`)).concat(tags)
}

function sameEnd(a: Endpoint, b: Endpoint): boolean {
  return a.device === b.device && a.port === b.port
}

function legOf(film: Film, wires: readonly Wire[], move: Move, stopped: boolean): Leg | null {
  const wire = wires.find(
    ({ a, b }) =>
      (sameEnd(a, move.from) && sameEnd(b, move.to)) || (sameEnd(b, move.from) && sameEnd(a, move.to)),
  )
  if (!wire) return null
  const forward = sameEnd(wire.a, move.from)
  const way = forward ? wire.cells : [...wire.cells].reverse()
  // The last cell is the mark's of the port that stopped it.
  const cells = stopped ? way.slice(0, -1) : way
  const rightward = (cells[0]?.x ?? 0) <= (cells.at(-1)?.x ?? 0)
  const frame = frameOf(film.trace, move.frame)
  const texts = forms(frame, wire.upright, forward, rightward)
  const text = texts.find((each) => glyphsOf(each).length <= cells.length) ?? texts.at(-1) ?? ''
  return { wire, cells, text, rightward, hostile: isHostile(film, frame) }
}

/** The cable by which the frame of a step came to where the step is; the frame itself, or the one it is a copy of. */
function cameBy(film: Film, { index, events, move }: Step): Move | null {
  const own = events.findLast((event) => event.copy !== null)
  const copy = move ? (events.find((event) => event.copy === move.copy)?.parentCopy ?? null) : own?.copy
  if (copy === null || copy === undefined) return null
  return film.steps.findLast((each) => each.index < index && each.move?.copy === copy)?.move ?? null
}

/** The way of the frame of this step over these wires; a cable that is not drawn is no part of it. */
export function passageOf(film: Film, wires: readonly Wire[], index: number): Passage {
  const step = film.steps[index]
  if (!step) return { came: null, leaves: null }
  const came = cameBy(film, step)
  const stopped = step.main.kind === 'refuse' && came !== null && sameEnd(came.to, step.main)
  return {
    came: came && legOf(film, wires, came, stopped),
    leaves: step.move && legOf(film, wires, step.move, false),
  }
}

function lengthOf({ wire, text }: Leg): number {
  return wire.upright ? 1 : glyphsOf(text).length
}

/** The cells of a passage, which say when its picture changes. */
export function pathOf({ came, leaves }: Passage): Path {
  return {
    entering: came && leaves ? lengthOf(came) : 0,
    travelling: leaves ? leaves.cells.length : 0,
  }
}

/** What is seen of a token whose front has gone through this many cells of its leg, or beyond its end into the device. */
function tokenOn(leg: Leg, front: number): Token | null {
  const { wire, cells, text, rightward, hostile } = leg
  const length = lengthOf(leg)
  const head = Math.min(front, cells.length) - 1
  const tail = Math.max(0, front - length)
  const first = cells[tail]
  const last = cells[head]
  if (!first || !last || tail > head) return null
  const trail = cells.slice(0, tail)
  if (wire.upright) return { text, at: last, wire, trail, hostile }
  const glyphs = glyphsOf(text).map((glyph) => glyph.text)
  // Counted from the front, which is the end of a text that is read in the direction it travels.
  const fromFront = rightward ? glyphs.reverse() : glyphs
  const seen = fromFront.slice(front - 1 - head, front - tail)
  const at = { x: Math.min(first.x, last.x), y: first.y }
  return { text: (rightward ? seen.reverse() : seen).join(''), at, wire, trail, hostile }
}

/**
 * The token of a passage at a place. A frame stands at the end of the cable it came by until it goes into the device; what leaves
 * comes out front first, so that a tag that stays behind is seen to be missing. Null while it is inside.
 */
export function tokenAt({ came, leaves }: Passage, { entered, travelled }: Place): Token | null {
  if (leaves && travelled > 0) return tokenOn(leaves, travelled)
  return came && tokenOn(came, came.cells.length + (leaves ? entered : 0))
}
