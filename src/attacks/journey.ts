import type { CopyId, Event, EventId } from '../net/event.ts'
import type { Trace } from '../net/trace.ts'

/**
 * Everything that happens to one frame and the copies that switches, phones and virtual switches make of it, in order of time. It
 * ends where stations take the frame in: what they answer is a journey of its own.
 */
export function journey(trace: Trace, sent: EventId): Event[] {
  const first = trace.events[sent]
  if (!first || first.copy === null) return []
  const copies = new Set<CopyId>([first.copy])
  return trace.events.filter((event) => {
    if (event.copy === null) return false
    const passesOn = event.kind === 'leave' || event.decision === 'station/forwards'
    if (passesOn && event.parentCopy !== null && copies.has(event.parentCopy)) copies.add(event.copy)
    return copies.has(event.copy)
  })
}

/** Where a journey ends that reaches nobody: the last port that refuses the frame, else the last thing that happens to it. */
export function endOf(events: readonly Event[]): Event | undefined {
  return events.findLast((event) => event.kind === 'refuse') ?? events.at(-1)
}

/** The event in which the station of this name takes a frame in as its own. */
export function takenIn(events: readonly Event[], station: string): Event | undefined {
  return events.find((event) => event.decision === 'station/addressed' && event.device === station)
}
