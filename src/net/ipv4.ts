import { type Frame, type Hex, hexOf, type Mac, padded } from './frame.ts'

export const ETHERTYPE_IPV4 = 0x0800
const PROTOCOL_ICMP = 1
export const PROTOCOL_TCP = 6
export const PROTOCOL_UDP = 17
const ECHO_REPLY = 0
const ECHO_REQUEST = 8
const HEADER_DIGITS = 40

/** A dotted address as the four bytes it stands for. */
export function addressToHex(address: string): Hex {
  return address
    .split('.')
    .map((part) => hexOf(Number(part), 1))
    .join('')
}

/** Eight hex digits as a dotted address. */
export function addressFromHex(hex: Hex): string {
  return [0, 2, 4, 6].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join('.')
}

/** The ones' complement check sum of IP, ICMP, TCP and UDP over whole 16-bit words. */
export function checksum(hex: Hex): number {
  const even = hex.length % 4 === 0 ? hex : `${hex}00`
  let sum = 0
  for (let at = 0; at < even.length; at += 4) sum += Number.parseInt(even.slice(at, at + 4), 16)
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >> 16)
  return ~sum & 0xffff
}

/** An IPv4 packet without options. */
export type Packet = {
  readonly from: string
  readonly to: string
  readonly protocol: number
  readonly data: Hex
}

/** The packet as bytes, its header's check sum right. */
function encodePacket({ from, to, protocol, data }: Packet): Hex {
  const before = `4500${hexOf(20 + data.length / 2, 2)}0000000040${hexOf(protocol, 1)}`
  const after = addressToHex(from) + addressToHex(to)
  return before + hexOf(checksum(`${before}0000${after}`), 2) + after + data
}

/** The packet in this untagged frame, padding left off; `null` when there is none. */
export function readPacket(frame: Frame): Packet | null {
  const bytes = frame.payload
  if (frame.tags.length > 0 || frame.ethertype !== ETHERTYPE_IPV4 || !bytes.startsWith('45')) return null
  const end = Number.parseInt(bytes.slice(4, 8), 16) * 2
  if (end > bytes.length || end < HEADER_DIGITS) return null
  return {
    protocol: Number.parseInt(bytes.slice(18, 20), 16),
    from: addressFromHex(bytes.slice(24, 32)),
    to: addressFromHex(bytes.slice(32, 40)),
    data: bytes.slice(HEADER_DIGITS, end),
  }
}

/** The frame that carries this packet from one card to another. */
export function packetFrame(src: Mac, dst: Mac, packet: Packet): Frame {
  return padded({ dst, src, tags: [], ethertype: ETHERTYPE_IPV4, payload: encodePacket(packet) })
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
  return encodePacket({ from: echo.from, to: echo.to, protocol: PROTOCOL_ICMP, data: icmp })
}

/** The echo in this untagged IPv4 frame, or `null` when there is none. */
export function readEcho(frame: Frame): Echo | null {
  const packet = readPacket(frame)
  if (packet?.protocol !== PROTOCOL_ICMP || packet.data.length < 16) return null
  const { from, to, data } = packet
  const type = Number.parseInt(data.slice(0, 2), 16)
  if (type !== ECHO_REQUEST && type !== ECHO_REPLY) return null
  return {
    type: type === ECHO_REQUEST ? 'request' : 'reply',
    from,
    to,
    sequence: Number.parseInt(data.slice(12, 16), 16),
    data: data.slice(16),
  }
}

/** The frame in which a host of this address answers an echo request for it; `null` when none is due. */
export function echoReply(request: Frame, mac: Mac, ip: string): Frame | null {
  const echo = readEcho(request)
  if (echo?.type !== 'request' || echo.to !== ip) return null
  const payload = encodeEcho({ ...echo, type: 'reply', from: ip, to: echo.from })
  return padded({ dst: request.src, src: mac, tags: [], ethertype: ETHERTYPE_IPV4, payload })
}
