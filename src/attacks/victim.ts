import { BROADCAST, tag } from '../net/frame.ts'
import { type Network, peerOf } from '../net/network.ts'
import { kindOf } from '../net/stations/index.ts'
import type { Stimulus } from '../net/stimulus.ts'
import type { AttackCase } from './attack.ts'
import { attackFrame, stationWithMac } from './attack-frame.ts'

/** When the victim says something of its own, after the attacker has sent, in virtual milliseconds. */
export const VICTIM_SPEAKS_AT = 41_000

/**
 * A broadcast from the victim, such as any ARP request: what a member of its VLAN would see. A host that
 * tags for itself writes its tag.
 */
export function victimSpeaks(network: Network, { victim }: AttackCase): Stimulus[] {
  const station = stationWithMac(network, victim)
  const port = station ? kindOf(station.spec).ports(station.spec)[0] : undefined
  if (!station || !port || !peerOf(network, { device: station.name, port })) return []
  const vlan = station.spec.kind === 'host' ? station.spec.vlan : undefined
  const tags = vlan === undefined ? [] : [tag(vlan)]
  const frame = { ...attackFrame(network, BROADCAST, tags), src: victim }
  return [{ when: { at: VICTIM_SPEAKS_AT }, do: 'send', device: station.name, port, frame }]
}
