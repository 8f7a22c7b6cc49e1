import type { Event, EventId, EventOf, Millis } from './event.ts'
import type { Hex } from './frame.ts'
import type { Endpoint } from './network.ts'
import type { Trace } from './trace.ts'

const SECTION_HEADER = 0x0a0d0d0a
const INTERFACE = 1
const PACKET = 6
const BYTE_ORDER = 0x1a2b3c4d
const ETHERNET = 1
/** Options of blocks: their codes in the format. */
const COMMENT = 1
const INTERFACE_NAME = 2
const TIME_RESOLUTION = 9
const PACKET_FLAGS = 2
const MICROSECONDS = 6
const INBOUND = 1
const OUTBOUND = 2

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
  const blocks = [block(SECTION_HEADER, [u32(BYTE_ORDER), u16(1), u16(0), u32(0xffffffff), u32(0xffffffff)])]
  for (const { device, port } of taps) {
    const options = [
      option(INTERFACE_NAME, text(`${device} ${port}`)),
      option(TIME_RESOLUTION, [MICROSECONDS]),
    ]
    blocks.push(block(INTERFACE, [u16(ETHERNET), u16(0), u32(0), ...options, endOfOptions()]))
  }
  for (const packet of packets(trace, taps)) blocks.push(packetBlock(packet, comment(packet.rule)))
  return joined(blocks)
}

type Packet = {
  readonly tap: number
  readonly at: Millis
  readonly bytes: Hex
  readonly flags: number
  readonly rule: Event
}

/** What each tap saw, by time: a crossing goes out at one end and comes in at the other. */
function packets(trace: Trace, taps: readonly Endpoint[]): Packet[] {
  const tapOf = new Map(taps.map((end, i) => [key(end), i]))
  const results = resultsOf(trace)
  const seen: Packet[] = []
  for (const event of trace.events) {
    if (event.kind !== 'cross') continue
    const bytes = trace.frames[event.frame ?? -1] ?? ''
    const from = tapOf.get(key(event))
    const to = tapOf.get(key(event.to))
    const sent = trace.events[event.causes[0] ?? -1] ?? event
    if (from !== undefined) seen.push({ tap: from, at: event.at, bytes, flags: OUTBOUND, rule: sent })
    if (to !== undefined) {
      const rule = results.get(event.id) ?? event
      seen.push({ tap: to, at: event.arrives, bytes, flags: INBOUND, rule })
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

function packetBlock({ tap, at, bytes, flags }: Packet, comment: string): Uint8Array {
  const data = fromHex(bytes)
  const micros = at * 1000
  const options = [
    ...(comment === '' ? [] : [option(COMMENT, text(comment))]),
    option(PACKET_FLAGS, u32(flags)),
    endOfOptions(),
  ]
  return block(PACKET, [
    u32(tap),
    u32(Math.floor(micros / 2 ** 32)),
    u32(micros % 2 ** 32),
    u32(data.length),
    u32(data.length),
    padded(data),
    ...options,
  ])
}

// --- bytes, little end first

type Bytes = ArrayLike<number>

function u16(value: number): Bytes {
  return [value & 255, (value >> 8) & 255]
}

function u32(value: number): Bytes {
  return [value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255]
}

function text(value: string): Bytes {
  return new TextEncoder().encode(value)
}

function fromHex(hex: Hex): Bytes {
  return Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16))
}

/** Filled with zeros to whole groups of four bytes. */
function padded(bytes: Bytes): Bytes {
  return joined([bytes, new Uint8Array((4 - (bytes.length % 4)) % 4)])
}

function option(code: number, value: Bytes): Bytes {
  return joined([u16(code), u16(value.length), padded(value)])
}

function endOfOptions(): Bytes {
  return u32(0)
}

function block(type: number, parts: readonly Bytes[]): Uint8Array {
  const body = joined(parts)
  const length = u32(body.length + 12)
  return joined([u32(type), length, body, length])
}

function joined(parts: readonly Bytes[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
