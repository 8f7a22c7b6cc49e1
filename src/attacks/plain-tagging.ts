import { tag } from '../net/frame.ts'
import { NIC } from '../net/stations/host.ts'
import type { Attack } from './attack.ts'
import { ATTACKER_MAC, attackFrame } from './attack-frame.ts'
import { tagging } from './gains.ts'
import { plugIn, portSettings } from './plug-in.ts'
import { victimSpeaks } from './victim.ts'

/** When the frame is sent, after the ports of the scene have settled, in virtual milliseconds. */
const SEND_AT = 40_000

/**
 * Plain tagging: a host on a port that is a trunk already writes one tag and is in that VLAN. Nothing has to be spoofed
 * (facts B8); the same holds for a guest that its hypervisor lets tag (C6).
 */
export const plainTagging: Attack = {
  id: 'plain-tagging',
  plans: (network, target) => {
    if (portSettings(network, target.from).mode.value !== 'trunk') return []
    const plugged = plugIn(network, target.from, { kind: 'attacker', mac: ATTACKER_MAC })
    const frame = attackFrame(plugged.network, target.victim, [tag(target.vlan)])
    const { attacker: device } = plugged
    return [
      {
        attack: 'plain-tagging',
        variant: `[${target.vlan}]`,
        ...plugged,
        asRelay: { mac: ATTACKER_MAC, vlan: target.vlan },
        stimuli: [
          { when: { at: SEND_AT }, do: 'send', device, port: NIC, frame },
          ...victimSpeaks(plugged.network, target),
        ],
      },
    ]
  },
  outcome: (trace, plan, target) => tagging(trace, plan, target, { alone: true }),
}
