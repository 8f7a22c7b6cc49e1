import { type Hex, hexOf } from './frame.ts'
import { addressToHex, checksum, type Packet, PROTOCOL_TCP, PROTOCOL_UDP } from './ipv4.ts'

/** A TCP segment without options. Numbers are 32 bits and do not wrap here: scenes are short. */
export type Segment = {
  readonly fromPort: number
  readonly toPort: number
  readonly sequence: number
  readonly acknowledges: number
  readonly flags: {
    readonly syn?: boolean
    readonly ack?: boolean
    readonly push?: boolean
    readonly fin?: boolean
  }
  readonly data: Hex
}

const FIN = 1
const SYN = 2
const PUSH = 8
const ACK = 16
const TCP_HEADER_DIGITS = 40
const UDP_HEADER_DIGITS = 16

function pseudoHeader(from: string, to: string, protocol: number, bytes: number): Hex {
  return `${addressToHex(from)}${addressToHex(to)}00${hexOf(protocol, 1)}${hexOf(bytes, 2)}`
}

/** The packet of a TCP segment, its check sum right. */
export function segmentPacket(from: string, to: string, segment: Segment): Packet {
  const { syn, ack, push, fin } = segment.flags
  const flags = (syn ? SYN : 0) | (ack ? ACK : 0) | (push ? PUSH : 0) | (fin ? FIN : 0)
  const before = `${hexOf(segment.fromPort, 2)}${hexOf(segment.toPort, 2)}${hexOf(segment.sequence, 4)}${hexOf(segment.acknowledges, 4)}50${hexOf(flags, 1)}ffff`
  const after = `0000${segment.data}`
  const length = (before.length + 4 + after.length) / 2
  const sum = checksum(`${pseudoHeader(from, to, PROTOCOL_TCP, length)}${before}0000${after}`)
  return { from, to, protocol: PROTOCOL_TCP, data: `${before}${hexOf(sum, 2)}${after}` }
}

/** The TCP segment in a packet, or `null` when there is none. */
export function readSegment({ protocol, data }: Packet): Segment | null {
  if (protocol !== PROTOCOL_TCP || data.length < TCP_HEADER_DIGITS) return null
  const number = (at: number, digits: number) => Number.parseInt(data.slice(at, at + digits), 16)
  const flags = number(26, 2)
  return {
    fromPort: number(0, 4),
    toPort: number(4, 4),
    sequence: number(8, 8),
    acknowledges: number(16, 8),
    flags: {
      syn: (flags & SYN) !== 0,
      ack: (flags & ACK) !== 0,
      push: (flags & PUSH) !== 0,
      fin: (flags & FIN) !== 0,
    },
    data: data.slice((number(24, 2) >> 4) * 8),
  }
}

/** A UDP datagram: what a blind, one-way frame can carry (facts C2). */
export type Datagram = { readonly fromPort: number; readonly toPort: number; readonly data: Hex }

/** The packet of a UDP datagram, its check sum right. */
export function datagramPacket(from: string, to: string, { fromPort, toPort, data }: Datagram): Packet {
  const length = UDP_HEADER_DIGITS / 2 + data.length / 2
  const before = `${hexOf(fromPort, 2)}${hexOf(toPort, 2)}${hexOf(length, 2)}`
  const sum = checksum(`${pseudoHeader(from, to, PROTOCOL_UDP, length)}${before}0000${data}`)
  return { from, to, protocol: PROTOCOL_UDP, data: `${before}${hexOf(sum === 0 ? 0xffff : sum, 2)}${data}` }
}

/** The UDP datagram in a packet, or `null` when there is none. */
export function readDatagram({ protocol, data }: Packet): Datagram | null {
  if (protocol !== PROTOCOL_UDP || data.length < UDP_HEADER_DIGITS) return null
  const number = (at: number) => Number.parseInt(data.slice(at, at + 4), 16)
  const end = number(8) * 2
  if (end < UDP_HEADER_DIGITS || end > data.length) return null
  return { fromPort: number(0), toPort: number(4), data: data.slice(UDP_HEADER_DIGITS, end) }
}
