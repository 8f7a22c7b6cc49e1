import type { CopyId, Event, EventKind, FrameId } from '../net/event.ts'
import type { Tag } from '../net/frame.ts'
import type { Endpoint } from '../net/network.ts'
import { eventOf, frameOf, type Trace } from '../net/trace.ts'

/** A frame that travels one cable. `frame` is what is on the wire, so what an observer there would see. */
export type Move = {
  readonly from: Endpoint
  readonly to: Endpoint
  readonly frame: FrameId
  readonly copy: CopyId
}

/** What is not as it was before the step. */
export type Change =
  | { readonly what: 'tag-removed'; readonly tag: Tag }
  | { readonly what: 'tag-written'; readonly tag: Tag }
  | { readonly what: 'mode'; readonly from: string; readonly to: string }
  | { readonly what: 'settings' }
  | { readonly what: 'ended' }

/** One step of a film: one rule applied, with the travel that follows from it. */
export type Step = {
  /** Counted from 0; people count from 1. */
  readonly index: number
  /** The event the step is about; its device and port say where. */
  readonly main: Event
  /** Every event of the story that belongs to the step, in order. */
  readonly events: readonly Event[]
  readonly move: Move | null
  readonly changes: readonly Change[]
  /** Whether this is a step of the attack itself: the attacker acts, or a fence opens for it. */
  readonly attack: boolean
}

/** Kinds that only complete the event they come from: no step of their own when that event is in the story. */
const FOLLOWS: Readonly<Partial<Record<EventKind, readonly EventKind[]>>> = {
  cross: ['send', 'leave'],
  learn: ['enter'],
  negotiate: ['hear'],
}

/** Kinds whose follower is what the step is about: hearing DTP matters for what the port makes of it. */
const YIELDS: ReadonlySet<EventKind> = new Set(['hear'])

/** The events of a story in groups, one group a step, in the order in which their first events happened. */
export function stepEvents(story: readonly Event[]): Event[][] {
  const groups: Event[][] = []
  const groupOf = new Map<number, Event[]>()
  for (const event of story) {
    const before = groupOf.get(event.causes[0] ?? -1)
    const joins = before?.some((each) => FOLLOWS[event.kind]?.includes(each.kind))
    const group = joins && before ? before : []
    if (!joins) groups.push(group)
    group.push(event)
    groupOf.set(event.id, group)
  }
  return groups
}

/** The event of a group that the step is about. */
export function mainEvent(group: readonly Event[]): Event {
  const [first, ...rest] = group
  if (!first) throw new RangeError('A step has at least one event.')
  return YIELDS.has(first.kind) ? (rest.find((e) => e.kind === 'negotiate') ?? first) : first
}

/** The cable travelled in this group, if any. */
export function moveOf(group: readonly Event[]): Move | null {
  for (const event of group) {
    if (event.kind !== 'cross' || event.frame === null || event.copy === null) continue
    return {
      from: { device: event.device, port: event.port },
      to: event.to,
      frame: event.frame,
      copy: event.copy,
    }
  }
  return null
}

/** The tags that are not in the other list, counted from the innermost: what was taken off or written on the outside. */
function outside(tags: readonly Tag[], other: readonly Tag[]): readonly Tag[] {
  let same = 0
  while (same < tags.length && same < other.length && tags.at(-1 - same)?.vid === other.at(-1 - same)?.vid)
    same++
  return tags.slice(0, tags.length - same)
}

function tagChanges(trace: Trace, event: Event): Change[] {
  const cause = event.kind === 'leave' ? event.causes[0] : undefined
  if (cause === undefined || event.frame === null) return []
  const before = eventOf(trace, cause).frame
  if (before === null) return []
  const was = frameOf(trace, before).tags
  const is = frameOf(trace, event.frame).tags
  return [
    ...outside(was, is).map((tag) => ({ what: 'tag-removed', tag }) as const),
    ...outside(is, was).map((tag) => ({ what: 'tag-written', tag }) as const),
  ]
}

/** What the events of a group changed. */
export function changesOf(trace: Trace, group: readonly Event[]): Change[] {
  return group.flatMap((event): Change[] => {
    switch (event.kind) {
      case 'leave':
        return tagChanges(trace, event)
      case 'negotiate':
        return event.from === event.to ? [] : [{ what: 'mode', from: event.from, to: event.to }]
      case 'configure':
        return [{ what: 'settings' }]
      case 'refuse':
        return [{ what: 'ended' }]
      default:
        return []
    }
  })
}
