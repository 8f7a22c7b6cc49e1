import type { DecisionId } from '../net/decisions.ts'
import type { Event, EventId } from '../net/event.ts'
import type { Network, Station } from '../net/network.ts'
import { eventOf, frameOf, story, type Trace } from '../net/trace.ts'
import { changesOf, mainEvent, moveOf, type Step, stepEvents } from './film-step.ts'

/** The story of one event as steps that a person can follow: what every player, transcript and quiz shows. */
export type Film = {
  readonly trace: Trace
  /** The event whose story this is: the harm, or the point where the attack ended. */
  readonly proof: EventId
  readonly steps: readonly Step[]
  /** Devices the story touches, in the order in which it reaches them. */
  readonly cast: readonly string[]
}

const HOSTILE: ReadonlySet<Station['spec']['kind']> = new Set(['attacker', 'spoofer', 'relay'])

/** Stations that attack, by what they are. */
export function attackersOf(network: Network): Station[] {
  return network.devices
    .filter((device) => device.kind === 'station')
    .filter(({ spec }) => HOSTILE.has(spec.kind))
}

/** Whether a fence opens here: no tag is written over one that the next switch will read, or a port is talked into a trunk. */
function opensFence(trace: Trace, event: Event): boolean {
  if (event.kind === 'negotiate') return event.from === 'access' && event.to === 'trunk'
  if (event.kind !== 'leave' || event.tagged || event.frame === null) return false
  return frameOf(trace, event.frame).tags.length > 0
}

/** Every event that descends from something an attacker did. */
function descendants(events: readonly Event[], from: ReadonlySet<string>): ReadonlySet<EventId> {
  const found = new Set<EventId>()
  for (const event of events) {
    const acts = event.kind === 'send' && from.has(event.device)
    if (acts || event.causes.some((cause) => found.has(cause))) found.add(event.id)
  }
  return found
}

/**
 * The film of this event: its story, grouped into steps of one rule each. Animate the story, never the flood it is part of.
 * Throws `RangeError` when the trace has no such event.
 */
export function filmOf(trace: Trace, proof: EventId): Film {
  const events = story(trace, proof)
  const bad = new Set(attackersOf(trace.network).map((station) => station.name))
  const tainted = descendants(events, bad)
  const isAttack = (event: Event) =>
    tainted.has(event.id) &&
    ((event.kind === 'send' && bad.has(event.device)) ||
      opensFence(trace, event) ||
      (event.id === proof && event.kind === 'deliver'))
  const steps = stepEvents(events).map((group, index): Step => {
    return {
      index,
      main: mainEvent(group),
      events: group,
      move: moveOf(group),
      changes: changesOf(trace, group),
      attack: group.some(isAttack),
    }
  })
  const cast = new Set<string>()
  for (const { main, move } of steps) {
    cast.add(main.device)
    if (move) cast.add(move.to.device)
  }
  return { trace, proof, steps, cast: [...cast] }
}

/** The step that holds this event, or `null` when the event is not part of the story. */
export function stepWith(film: Film, event: EventId): Step | null {
  return film.steps.find((step) => step.events.some((each) => each.id === event)) ?? null
}

/** The first step at which this decision is taken, on this device and port where they are given; else `null`. */
export function stepDeciding(
  film: Film,
  decision: DecisionId,
  at: { readonly device?: string; readonly port?: string } = {},
): Step | null {
  const fits = (event: Event) =>
    event.decision === decision &&
    (at.device === undefined || event.device === at.device) &&
    (at.port === undefined || event.port === at.port)
  return film.steps.find((step) => step.events.some(fits)) ?? null
}

/** The last event up to and with this step: what `stateAt` needs for the state the step leaves behind. */
export function lastEventOf(film: Film, step: number): EventId {
  const events = film.steps[step]?.events
  return events?.at(-1)?.id ?? -1
}

/** How a step reads when films of two runs are laid side by side: never by event number or virtual time. */
function likeness(film: Film, { main, move }: Step): string {
  const tags = main.frame === null ? '' : frameOf(film.trace, main.frame).tags.map((tag) => tag.vid)
  return [main.device, main.port, main.decision, tags, move?.to.device ?? '', move?.to.port ?? ''].join(' ')
}

/**
 * The step from which two films of the same scene differ, as an index that holds in both; their length where they do not.
 * Two runs with an edited line between them are the same film up to here.
 */
export function whereTheyPart(a: Film, b: Film): number {
  const most = Math.min(a.steps.length, b.steps.length)
  for (let index = 0; index < most; index++) {
    const left = a.steps[index]
    const right = b.steps[index]
    if (!left || !right || likeness(a, left) !== likeness(b, right)) return index
  }
  return most
}

/** The proof event itself. */
export function endOf(film: Film): Event {
  return eventOf(film.trace, film.proof)
}
