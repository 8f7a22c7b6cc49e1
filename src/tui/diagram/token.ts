import { attackersOf, type Film } from '../../flow/film.ts'
import { type Frame, frameLength } from '../../net/frame.ts'
import { frameOf } from '../../net/trace.ts'
import { tagStack } from '../../words/tag-stack.ts'
import { cellsOf } from '../canvas/glyphs.ts'
import type { Wire } from './layout.ts'
import type { Point } from './line.ts'

/** A frame on a wire: its stack of tags as text, an arrow in its direction, and where its first cell stands. */
export type Token = {
  readonly text: string
  readonly at: Point
  readonly wire: Wire
  /** Cells of the wire it has left behind. */
  readonly trail: readonly Point[]
  /** Whether an attacker sent the frame. */
  readonly hostile: boolean
  readonly frame: Frame
}

/** Whether an attacker's address is the source of the frame. */
export function isHostile(film: Film, frame: Frame): boolean {
  return attackersOf(film.trace.network).some(({ spec }) => 'mac' in spec && spec.mac === frame.src)
}

/** The forms of a token from the fullest to the shortest; the stack of tags goes last. */
function forms(frame: Frame, wire: Wire, forward: boolean): string[] {
  const full = tagStack(frame)
  const tags = frame.tags.length > 0 ? `[${frame.tags.map((tag) => tag.vid).join('|')}]` : '[ ]'
  if (wire.upright) return [`${forward ? '▼' : '▲'}${full}`, `${forward ? '▼' : '▲'}${tags}`]
  const leftward = (wire.cells[0]?.x ?? 0) > (wire.cells.at(-1)?.x ?? 0)
  const right = forward !== leftward
  return [full, tags].map((stack) => (right ? `${stack}▶` : `◀${stack}`)).concat(tags)
}

/** Where the frame of a step is: on its cable as far as it has travelled, else at the end of the last cable it came by. */
export function tokenAt(film: Film, wires: readonly Wire[], index: number, travelled: number): Token | null {
  const step = film.steps[index]
  const copy = step?.events.findLast((event) => event.copy !== null)?.copy
  if (!step || copy === undefined) return null
  const own = step.move
  const came = film.steps.findLast((each) => each.index < index && each.move?.copy === copy)?.move
  const move = own ?? came
  const event = step.events.findLast((each) => each.frame !== null)
  if (!move || !event || event.frame === null) return null
  const isLink = ({ a, b }: Wire) =>
    (sameEnd(a, move.from) && sameEnd(b, move.to)) || (sameEnd(b, move.from) && sameEnd(a, move.to))
  const wire = wires.find(isLink)
  if (!wire) return null
  const forward = sameEnd(wire.a, move.from)
  const cells = forward ? wire.cells : [...wire.cells].reverse()
  const frame = frameOf(film.trace, event.frame)
  const stopped = step.main.kind === 'refuse' && sameEnd(move.to, step.main) ? 1 : 0
  const progress = own ? travelled : 1
  const text = fitting(forms(frame, wire, forward), wire.upright ? 99 : cells.length - stopped)
  const taken = wire.upright ? 1 : cellsOf(text)
  const steps = Math.max(0, cells.length - stopped - taken)
  const tail = Math.round(steps * progress)
  const head = Math.min(cells.length - 1, tail + taken - 1)
  const first = cells[tail]
  const last = cells[head]
  if (!first || !last) return null
  const at = wire.upright ? first : { x: Math.min(first.x, last.x), y: first.y }
  return { text, at, wire, trail: cells.slice(0, tail), hostile: isHostile(film, frame), frame }
}

function sameEnd(
  a: { readonly device: string; readonly port: string },
  b: { readonly device: string; readonly port: string },
): boolean {
  return a.device === b.device && a.port === b.port
}

function fitting(texts: readonly string[], cells: number): string {
  return texts.find((text) => cellsOf(text) <= cells) ?? texts.at(-1) ?? ''
}

/** The frame in one phrase: `[1|20|IP] 106 bytes`. */
export function frameInShort(frame: Frame): string {
  return `${tagStack(frame)} ${frameLength(frame)} bytes`
}
