import { tag } from '../net/frame.ts'
import type { Network } from '../net/network.ts'
import { NIC } from '../net/stations/host.ts'
import type { Vid } from '../net/vlan-set.ts'
import type { Attack, AttackCase, AttackPlan } from './attack.ts'
import { ATTACKER_MAC, attackFrame, stationWithMac } from './attack-frame.ts'
import { injection } from './gains.ts'
import { plugIn, portSettings } from './plug-in.ts'

/** When the frame is sent, after the ports of the scene have settled, in virtual milliseconds. */
const SEND_AT = 40_000

/** The outer tags that can bring a frame into the VLAN this port is in (facts C1, C3): its own, priority only, a phone's. */
function outerTags(network: Network, { from, vlan, outer: asked }: AttackCase): Vid[] {
  if (asked !== undefined) return [asked]
  const { accessVlan, nativeVlan, voiceVlan, mode } = portSettings(network, from)
  const own = mode.value === 'trunk' ? nativeVlan.value : accessVlan.value
  const outer: Vid[] = own === vlan ? [] : [own, 0]
  if (typeof voiceVlan.value === 'number' && voiceVlan.value !== vlan) outer.push(voiceVlan.value)
  return outer
}

function plan(network: Network, target: AttackCase, outer: Vid): AttackPlan {
  const plugged = plugIn(network, target.from, { kind: 'attacker', mac: ATTACKER_MAC })
  const frame = attackFrame(plugged.network, target.victim, [tag(outer), tag(target.vlan)])
  return {
    attack: 'double-tagging',
    variant: `[${outer}|${target.vlan}]`,
    ...plugged,
    spanningTree: 'pvst',
    stimuli: [{ when: { at: SEND_AT }, do: 'send', device: plugged.attacker, port: NIC, frame }],
  }
}

/**
 * Double tagging: a frame with two tags, of which the outer is taken for "VLAN N" at ingress and is gone for good where a switch
 * sends N untagged; the next VLAN-aware device reads the inner one (facts C1, J2). One-way (C2).
 */
export const doubleTagging: Attack = {
  id: 'double-tagging',
  plans: (network, target) => outerTags(network, target).map((outer) => plan(network, target, outer)),
  outcome: (trace, { attacker }, { victim }) => {
    const sent = trace.events.find((e) => e.kind === 'send' && e.device === attacker)
    return injection(trace, sent?.id ?? 0, attacker, stationWithMac(trace.network, victim)?.name)
  },
}
