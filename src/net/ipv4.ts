import { type Frame, type Hex, hexOf, type Mac, padded } from './frame.ts'

export const ETHERTYPE_IPV4 = 0x0800
const PROTOCOL_ICMP = 1
const ECHO_REPLY = 0
const ECHO_REQUEST = 8
const HEADER_DIGITS = 40

function addressToHex(address: string): Hex {
  return address
    .split('.')
    .map((part) => hexOf(Number(part), 1))
    .join('')
}

function addressFromHex(hex: Hex): string {
  return [0, 2, 4, 6].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join('.')
}

/** The ones' complement check sum of IP and ICMP over whole 16-bit words. */
function checksum(hex: Hex): number {
  const even = hex.length % 4 === 0 ? hex : `${hex}00`
  let sum = 0
  for (let at = 0; at < even.length; at += 4) sum += Number.parseInt(even.slice(at, at + 4), 16)
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16)
  return ~sum & 0xffff
}

/** An ICMP echo as an IPv4 packet: what `ping` puts into a frame. */
export type Echo = {
  readonly type: 'request' | 'reply'
  readonly from: string
  readonly to: string
  readonly sequence: number
  readonly data: Hex
}

/** The IPv4 packet of an echo, with both check sums right. */
export function encodeEcho(echo: Echo): Hex {
  const type = hexOf(echo.type === 'request' ? ECHO_REQUEST : ECHO_REPLY, 1)
  const rest = hexOf(1, 2) + hexOf(echo.sequence, 2) + echo.data
  const icmp = `${type}00${hexOf(checksum(`${type}000000${rest}`), 2)}${rest}`
  const before = `4500${hexOf(20 + icmp.length / 2, 2)}000000004001`
  const after = addressToHex(echo.from) + addressToHex(echo.to)
  return before + hexOf(checksum(`${before}0000${after}`), 2) + after + icmp
}

/** The echo in this untagged IPv4 frame, or `null` when there is none. */
export function readEcho(frame: Frame): Echo | null {
  const packet = frame.payload
  if (frame.tags.length > 0 || frame.ethertype !== ETHERTYPE_IPV4) return null
  if (!packet.startsWith('45') || Number.parseInt(packet.slice(18, 20), 16) !== PROTOCOL_ICMP) return null
  const end = Number.parseInt(packet.slice(4, 8), 16) * 2
  if (end > packet.length || end < HEADER_DIGITS + 16) return null
  const type = Number.parseInt(packet.slice(40, 42), 16)
  if (type !== ECHO_REQUEST && type !== ECHO_REPLY) return null
  return {
    type: type === ECHO_REQUEST ? 'request' : 'reply',
    from: addressFromHex(packet.slice(24, 32)),
    to: addressFromHex(packet.slice(32, 40)),
    sequence: Number.parseInt(packet.slice(52, 56), 16),
    data: packet.slice(56, end),
  }
}

/** The frame in which a host of this address answers an echo request for it; `null` when none is due. */
export function echoReply(request: Frame, mac: Mac, ip: string): Frame | null {
  const echo = readEcho(request)
  if (echo?.type !== 'request' || echo.to !== ip) return null
  const payload = encodeEcho({ ...echo, type: 'reply', from: ip, to: echo.from })
  return padded({ dst: request.src, src: mac, tags: [], ethertype: ETHERTYPE_IPV4, payload })
}
