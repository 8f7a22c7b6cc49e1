import { type Frame, type Mac, padded, type Tag } from '../net/frame.ts'
import { ETHERTYPE_IPV4, encodeEcho } from '../net/ipv4.ts'
import type { Network, Station } from '../net/network.ts'

/** The address an attacker's card has. */
export const ATTACKER_MAC: Mac = '02:00:00:00:66:01'
/** An address from the range that documents use, as the sender of what the attacker injects. */
const ATTACKER_IP = '192.0.2.66'
/** Bytes of data in an echo, as `ping` sends them. */
const ECHO_BYTES = 56
/** The type field of local experiments, for victims without an IP address. */
const EXPERIMENTAL = 0x88b5

/** The station with this address, if the network has one. */
export function stationWithMac(network: Network, mac: Mac): Station | undefined {
  return network.devices.find(
    (d): d is Station => d.kind === 'station' && 'mac' in d.spec && d.spec.mac === mac,
  )
}

/** The frame an attacker sends to a victim under these tags: an ICMP echo request, so that an answer would be seen. */
export function attackFrame(network: Network, victim: Mac, tags: readonly Tag[]): Frame {
  const spec = stationWithMac(network, victim)?.spec
  const to = spec?.kind === 'host' ? spec.ip : undefined
  const data = '5a'.repeat(ECHO_BYTES)
  const payload = to ? encodeEcho({ type: 'request', from: ATTACKER_IP, to, sequence: 1, data }) : data
  const ethertype = to ? ETHERTYPE_IPV4 : EXPERIMENTAL
  return padded({ dst: victim, src: ATTACKER_MAC, tags, ethertype, payload })
}
