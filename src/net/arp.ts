import { BROADCAST, type Frame, type Hex, hexOf, type Mac, macFromHex, macToHex, padded } from './frame.ts'
import { addressFromHex, addressToHex } from './ipv4.ts'

const ETHERTYPE_ARP = 0x0806
/** Hardware type Ethernet, protocol IPv4, lengths 6 and 4. */
const ETHERNET_IPV4: Hex = '000108000604'
const UNKNOWN_MAC: Mac = '00:00:00:00:00:00'

/** An ARP message: who asks or answers (`sender`), and whom it is about or for (`target`). Nothing in it is proved. */
export type Arp = {
  readonly type: 'request' | 'reply'
  readonly senderMac: Mac
  readonly senderIp: string
  readonly targetMac: Mac
  readonly targetIp: string
}

/** The frame of an ARP message, to the target, or to everyone where the target's address is what is asked for. */
export function arpFrame(arp: Arp): Frame {
  const payload =
    ETHERNET_IPV4 +
    hexOf(arp.type === 'request' ? 1 : 2, 2) +
    macToHex(arp.senderMac) +
    addressToHex(arp.senderIp) +
    macToHex(arp.targetMac) +
    addressToHex(arp.targetIp)
  const dst = arp.targetMac === UNKNOWN_MAC ? BROADCAST : arp.targetMac
  return padded({ dst, src: arp.senderMac, tags: [], ethertype: ETHERTYPE_ARP, payload })
}

/** The question who has this address. */
export function arpRequest(mac: Mac, ip: string, wanted: string): Frame {
  return arpFrame({ type: 'request', senderMac: mac, senderIp: ip, targetMac: UNKNOWN_MAC, targetIp: wanted })
}

/** The ARP message in this untagged frame, or `null` when there is none. */
export function readArp({ tags, ethertype, payload }: Frame): Arp | null {
  if (tags.length > 0 || ethertype !== ETHERTYPE_ARP || payload.length < 56) return null
  if (!payload.startsWith(ETHERNET_IPV4)) return null
  const operation = Number.parseInt(payload.slice(12, 16), 16)
  if (operation !== 1 && operation !== 2) return null
  return {
    type: operation === 1 ? 'request' : 'reply',
    senderMac: macFromHex(payload.slice(16, 28)),
    senderIp: addressFromHex(payload.slice(28, 36)),
    targetMac: macFromHex(payload.slice(36, 48)),
    targetIp: addressFromHex(payload.slice(48, 56)),
  }
}

/** The answer of a host to a question for its own address; `null` when none is due. */
export function arpReply(request: Frame, mac: Mac, ip: string): Frame | null {
  const arp = readArp(request)
  if (arp?.type !== 'request' || arp.targetIp !== ip) return null
  const { senderMac, senderIp } = arp
  return arpFrame({ type: 'reply', senderMac: mac, senderIp: ip, targetMac: senderMac, targetIp: senderIp })
}
