import { arpReply, arpRequest, readArp } from '../arp.ts'
import type { Frame, Mac } from '../frame.ts'
import { NIC } from './host.ts'
import type { Reception, StationSend } from './station.ts'

/** What a host believes about who has which IP address: the last ARP message it heard, whoever sent it. */
export type Neighbours = Readonly<Record<string, Mac>>

/** A host's card and address. */
export type Card = { readonly mac: Mac; readonly ip: string }

/** What an ARP frame does to a host: what it believes afterwards, how it takes the frame, and what it answers. */
export type ArpStep = {
  readonly neighbours: Neighbours
  readonly reception: Reception
  readonly sends: readonly StationSend[]
}

/**
 * The host hears an ARP frame; `null` when it is none. Requests for the host and replies to it are believed without proof: that is
 * what ARP spoofing lives on (facts F, J9).
 */
export function hearArp(neighbours: Neighbours, frame: Frame, { mac, ip }: Card): ArpStep | null {
  const arp = readArp(frame)
  if (!arp) return null
  const believes = arp.targetIp === ip && arp.senderIp !== ip
  const answer = arpReply(frame, mac, ip)
  return {
    neighbours: believes ? { ...neighbours, [arp.senderIp]: arp.senderMac } : neighbours,
    reception: believes || answer ? 'addressed' : 'ignored',
    sends: answer ? [{ port: NIC, frame: answer }] : [],
  }
}

/** The question for an address that the host does not know yet. */
export function askFor(wanted: string, { mac, ip }: Card): Frame {
  return arpRequest(mac, ip, wanted)
}
