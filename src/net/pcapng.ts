import type { Event, EventId, EventOf } from './event.ts'
import type { Endpoint } from './network.ts'
import { type CapturedPacket, interfaceBlock, joined, packetBlock, sectionBlock } from './pcapng-blocks.ts'
import type { Trace } from './trace.ts'

/**
 * A capture file (pcapng) of what these ports saw in this run: an interface for each tap, named as the network names it; every frame
 * that came in or went out there, at its virtual time; and with it `comment` of the event that says which rule was applied. Words
 * are the caller's. The bytes are the frames' own, without check sums, as captures have them.
 */
export function pcapng(
  trace: Trace,
  taps: readonly Endpoint[],
  comment: (event: Event) => string,
): Uint8Array {
  return joined([
    sectionBlock(),
    ...taps.map(({ device, port }) => interfaceBlock(`${device} ${port}`)),
    ...packetsAt(taps, trace).map((packet) => packetBlock(packet, comment(packet.rule))),
  ])
}

/** A packet at a tap, and the event that says which rule was applied to it there. */
type Seen = CapturedPacket & { readonly rule: Event }

/** What each tap saw, by time: a crossing goes out at one end and comes in at the other. */
function packetsAt(taps: readonly Endpoint[], trace: Trace): Seen[] {
  const tapOf = new Map(taps.map((end, i) => [key(end), i]))
  const results = resultsOf(trace)
  const seen: Seen[] = []
  for (const event of trace.events) {
    if (event.kind !== 'cross') continue
    const bytes = trace.frames[event.frame ?? -1] ?? ''
    const from = tapOf.get(key(event))
    const to = tapOf.get(key(event.to))
    const sent = trace.events[event.causes[0] ?? -1] ?? event
    if (from !== undefined) seen.push({ tap: from, at: event.at, bytes, direction: 'out', rule: sent })
    if (to !== undefined) {
      const rule = results.get(event.id) ?? event
      seen.push({ tap: to, at: event.arrives, bytes, direction: 'in', rule })
    }
  }
  return seen.sort((a, b) => a.at - b.at || a.rule.id - b.rule.id)
}

/** For each crossing the first event that came of it at its far end: where the frame was let in, dropped, heard or received. */
function resultsOf(trace: Trace): Map<EventId, Event> {
  const results = new Map<EventId, Event>()
  for (const event of trace.events) {
    const mover = event.causes[0]
    if (mover === undefined || results.has(mover)) continue
    const crossed = trace.events[mover]
    if (crossed?.kind === 'cross' && isThere(event, crossed)) results.set(mover, event)
  }
  return results
}

function isThere(event: Event, { to }: EventOf<'cross'>): boolean {
  return event.device === to.device
}

function key({ device, port }: Endpoint): string {
  return `${device}\u0000${port}`
}
