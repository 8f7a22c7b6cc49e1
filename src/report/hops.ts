import type { Event, EventOf } from '../net/event.ts'
import { eventOf, frameOf, story, type Trace } from '../net/trace.ts'
import type { Evidence } from '../verdict/judgement.ts'
import { tagStack } from '../words/tag-stack.ts'

/** One cable that the frame of a witness crosses, with its tags there. */
export type Hop = {
  readonly from: string
  readonly out: string
  readonly to: string
  readonly into: string
  /** `[1|20|IP]`. */
  readonly stack: string
  readonly tags: readonly number[]
  /** The frame's bytes as hex. */
  readonly bytes: string
}

type Crossing = EventOf<'cross'> & { readonly frame: number }

function isCrossing(event: Event): event is Crossing {
  return event.kind === 'cross' && event.frame !== null
}

/** The cables that the proof's own frame crossed, in order: the copies it descends from and no other frame. */
export function hopsOf({ trace, proof }: Pick<Evidence, 'trace' | 'proof'>): Hop[] {
  const events = story(trace, proof)
  const copies = new Set<number>()
  for (let copy = eventOf(trace, proof).copy; copy !== null && !copies.has(copy); ) {
    copies.add(copy)
    const made = events.find((e) => e.copy === copy && e.parentCopy !== null)
    copy = made?.parentCopy ?? null
  }
  return events
    .filter(isCrossing)
    .filter(({ copy }) => copy !== null && copies.has(copy))
    .map((e) => hop(trace, e))
}

function hop(trace: Trace, event: Crossing): Hop {
  const frame = frameOf(trace, event.frame)
  return {
    from: event.device,
    out: event.port,
    to: event.to.device,
    into: event.to.port,
    stack: tagStack(frame),
    tags: frame.tags.map(({ vid }) => vid),
    bytes: trace.frames[event.frame] ?? '',
  }
}

/** The way in one line: `EVIL --[1|20|IP]--> SW1 --[20|IP]--> FAR --[IP]--> HOST-20`. */
export function wayInOneLine(hops: readonly Hop[]): string {
  const [first] = hops
  if (!first) return ''
  return first.from + hops.map(({ stack, to }) => ` --${stack}--> ${to}`).join('')
}
