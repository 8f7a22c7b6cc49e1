import type { Vid } from './vlan-set.ts'

/** A MAC address as six lower-case pairs, `02:00:00:00:66:01`. */
export type Mac = string
/** Bytes as lower-case hex without separators: plain JSON, comparable, immutable. */
export type Hex = string

/** One 802.1Q tag: the four bytes between source address and type (facts A1). */
export type Tag = {
  /** 0x8100 for a customer tag, 0x88a8 for a service tag. */
  readonly tpid: number
  readonly vid: Vid
  /** Priority code point, 0-7. */
  readonly pcp: number
  /** Drop eligible indicator, the former CFI. */
  readonly dei: boolean
}

/**
 * An Ethernet frame without its check sum. `tags` is an ordered list, outermost first, of any length: two tags
 * of the same TPID are the double-tagging attack, so there is no slot for "the" VLAN tag.
 */
export type Frame = {
  readonly dst: Mac
  readonly src: Mac
  readonly tags: readonly Tag[]
  /** The type field, or an 802.3 length when below 0x0600 (then the payload starts with LLC). */
  readonly ethertype: number
  /** Everything behind the type field, padding included. */
  readonly payload: Hex
}

export const TPID_CUSTOMER = 0x8100
export const TPID_SERVICE = 0x88a8
export const BROADCAST: Mac = 'ff:ff:ff:ff:ff:ff'
/** Bytes of the shortest frame on a wire, without the check sum (facts A1). */
export const SHORTEST_FRAME = 60

const NINE = '9'.charCodeAt(0)

const TAG_TYPES: ReadonlySet<number> = new Set([TPID_CUSTOMER, TPID_SERVICE])

/** A customer tag for this VLAN, priority 0. */
export function tag(vid: Vid, more: Partial<Omit<Tag, 'vid'>> = {}): Tag {
  return { tpid: TPID_CUSTOMER, pcp: 0, dei: false, ...more, vid }
}

/** Whether a frame to this address goes to more than one station: the lowest bit of the first byte. */
export function isGroup(mac: Mac): boolean {
  const digit = mac.charCodeAt(1)
  const isOdd = (digit & 1) === 1
  // 0-9 are as even or odd as their character codes, a-f and A-F the other way round.
  return digit <= NINE ? isOdd : !isOdd
}

/** Whether switches and network cards talk among themselves under this address: no ordinary host listens there (facts A3, A4). */
export function isProtocolGroup(mac: Mac): boolean {
  return mac.startsWith('01:') && (mac.startsWith('80:c2:00:00:', 3) || mac.startsWith('00:0c:', 3))
}

/** The number as big-endian hex of this many bytes. */
export function hexOf(value: number, bytes: number): Hex {
  return value.toString(16).padStart(bytes * 2, '0')
}

/** `02:00:00:00:66:01` as the six bytes it stands for. */
export function macToHex(mac: Mac): Hex {
  return mac.replaceAll(':', '')
}

/** Twelve hex digits as a MAC address. */
export function macFromHex(hex: Hex): Mac {
  return hex.replace(/(..)(?!$)/g, '$1:')
}

/** Length of the frame on the wire in bytes, without the check sum. */
export function frameLength(frame: Frame): number {
  return 14 + 4 * frame.tags.length + frame.payload.length / 2
}

/** The frame as the bytes on the wire, without the check sum. */
export function encodeFrame(frame: Frame): Hex {
  let hex = macToHex(frame.dst) + macToHex(frame.src)
  for (const t of frame.tags) {
    hex += hexOf(t.tpid, 2) + hexOf((t.pcp << 13) | (t.dei ? 0x1000 : 0) | t.vid, 2)
  }
  return hex + hexOf(frame.ethertype, 2) + frame.payload
}

/**
 * The frame these bytes hold, or `null` when they are shorter than an Ethernet header or are not hex.
 * Tags are read as long as the type field is a TPID and four bytes follow; what is not understood stays in the payload,
 * so that `encodeFrame(decodeFrame(x)) === x`.
 */
export function decodeFrame(hex: Hex): Frame | null {
  if (hex.length < 28 || hex.length % 2 !== 0 || !/^[0-9a-f]*$/.test(hex)) return null
  const tags: Tag[] = []
  let at = 24
  let ethertype = Number.parseInt(hex.slice(at, at + 4), 16)
  while (TAG_TYPES.has(ethertype) && hex.length >= at + 12) {
    const tci = Number.parseInt(hex.slice(at + 4, at + 8), 16)
    tags.push({ tpid: ethertype, pcp: tci >> 13, dei: (tci & 0x1000) !== 0, vid: tci & 0xfff })
    at += 8
    ethertype = Number.parseInt(hex.slice(at, at + 4), 16)
  }
  return {
    dst: macFromHex(hex.slice(0, 12)),
    src: macFromHex(hex.slice(12, 24)),
    tags,
    ethertype,
    payload: hex.slice(at + 4),
  }
}

/** The frame with zeros behind its payload until it is as long as the shortest frame a wire carries. */
export function padded(frame: Frame, shortest: number = SHORTEST_FRAME): Frame {
  const missing = shortest - frameLength(frame)
  return missing > 0 ? { ...frame, payload: frame.payload + '00'.repeat(missing) } : frame
}
