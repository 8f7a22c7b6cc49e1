import type { Millis } from './event.ts'
import type { Hex } from './frame.ts'

/** Types of blocks. */
const SECTION_HEADER = 0x0a0d0d0a
const INTERFACE = 1
const PACKET = 6
/** What a section begins with; its bytes tell that numbers stand with their little end first. */
const BYTE_ORDER = 0x1a2b3c4d
const LENGTH_NOT_TOLD = 0xffffffff
const ETHERNET = 1
/** Options of blocks: their codes in the format. */
const COMMENT = 1
const INTERFACE_NAME = 2
const TIME_RESOLUTION = 9
const PACKET_FLAGS = 2
const MICROSECONDS = 6
const DIRECTIONS = { in: 1, out: 2 } as const

/** A packet that was captured: at which interface, counted from 0, when, and which way it went there. */
export type CapturedPacket = {
  readonly tap: number
  readonly at: Millis
  readonly bytes: Hex
  readonly direction: keyof typeof DIRECTIONS
}

type Bytes = ArrayLike<number>

/** The block that a capture file begins with. */
export function sectionBlock(): Uint8Array {
  return block(SECTION_HEADER, [u32(BYTE_ORDER), u16(1), u16(0), u32(LENGTH_NOT_TOLD), u32(LENGTH_NOT_TOLD)])
}

/** The block of an Ethernet interface of this name, whose packets have their time in microseconds. */
export function interfaceBlock(name: string): Uint8Array {
  const options = [option(INTERFACE_NAME, text(name)), option(TIME_RESOLUTION, [MICROSECONDS])]
  return block(INTERFACE, [u16(ETHERNET), u16(0), u32(0), ...options, endOfOptions()])
}

/** The block of a packet, with a comment where there is one. */
export function packetBlock(packet: CapturedPacket, comment: string): Uint8Array {
  const data = fromHex(packet.bytes)
  const micros = packet.at * 1000
  const options = [
    ...(comment === '' ? [] : [option(COMMENT, text(comment))]),
    option(PACKET_FLAGS, u32(DIRECTIONS[packet.direction])),
    endOfOptions(),
  ]
  return block(PACKET, [
    u32(packet.tap),
    u32(Math.floor(micros / 2 ** 32)),
    u32(micros % 2 ** 32),
    u32(data.length),
    u32(data.length),
    padded(data),
    ...options,
  ])
}

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

/** These bytes, one after the other. */
export function joined(parts: readonly Bytes[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
