import { tag } from '../net/frame.ts'
import { NIC } from '../net/stations/host.ts'
import type { Attack } from './attack.ts'
import { ATTACKER_MAC, attackFrame } from './attack-frame.ts'
import { tagging } from './gains.ts'
import { plugIn } from './plug-in.ts'
import { victimSpeaks } from './victim.ts'

/** When the frame is sent, after the ports of the scene have settled, in virtual milliseconds. */
const SEND_AT = 40_000

/**
 * A native VLAN mismatch: what leaves one end of a trunk untagged is in another VLAN at the far end, both ways, without any tag of an
 * attacker's but the one that puts a frame into the VLAN of a phone (facts C5, D6). Where both switches speak PVST+ it is blocked
 * instead, so that it is run with spanning tree.
 */
export const nativeMismatch: Attack = {
  id: 'native-mismatch',
  plans: (network, target) => {
    const plugged = plugIn(network, target.from, { kind: 'attacker', mac: ATTACKER_MAC })
    const { outer } = target
    const frame = attackFrame(plugged.network, target.victim, outer === undefined ? [] : [tag(outer)])
    return [
      {
        attack: 'native-mismatch',
        variant: `[${outer ?? ''}]`,
        ...plugged,
        asRelay: { mac: ATTACKER_MAC, ...(outer !== undefined && { vlan: outer }) },
        spanningTree: 'pvst',
        stimuli: [
          { when: { at: SEND_AT }, do: 'send', device: plugged.attacker, port: NIC, frame },
          ...victimSpeaks(plugged.network, target),
        ],
      },
    ]
  },
  outcome: (trace, plan, target) => tagging(trace, plan, target, { alone: false }),
}
