import { tag } from '../net/frame.ts'
import type { Network, Station } from '../net/network.ts'
import { NIC } from '../net/stations/host.ts'
import type { Attack } from './attack.ts'
import { attackFrame } from './attack-frame.ts'
import { tagging } from './gains.ts'
import { victimSpeaks } from './victim.ts'

/** When the frame is sent, after the ports of the scene have settled, in virtual milliseconds. */
const SEND_AT = 40_000

/** The machine that attacks, which stands in the scene already: only its hypervisor can say which port group it is in. */
function guestIn({ devices }: Network): (Station & { spec: { kind: 'attacker' } }) | undefined {
  return devices.find(
    (device): device is Station & { spec: { kind: 'attacker' } } =>
      device.kind === 'station' && device.spec.kind === 'attacker',
  )
}

/**
 * Guest tagging: a virtual machine whose port group hands tags through (VLAN 4095, a trunk range) sits on the uplink's trunk. One
 * tag puts it into any VLAN that is carried there, and two tags pass unchanged (facts C6, E1). It sends from its own address, so that
 * no policy matters.
 */
export const guestTagging: Attack = {
  id: 'guest-tagging',
  plans: (network, target) => {
    const guest = guestIn(network)
    if (!guest) return []
    const { victim, vlan, outer = vlan } = target
    const tags = outer === vlan ? [vlan] : [outer, vlan]
    const frame = {
      ...attackFrame(
        network,
        victim,
        tags.map((vid) => tag(vid)),
      ),
      src: guest.spec.mac,
    }
    return [
      {
        attack: 'guest-tagging',
        variant: `[${tags.join('|')}]`,
        network,
        attacker: guest.name,
        ...(outer === vlan && { asRelay: { mac: guest.spec.mac, vlan } }),
        spanningTree: 'pvst',
        stimuli: [
          { when: { at: SEND_AT }, do: 'send', device: guest.name, port: NIC, frame },
          ...victimSpeaks(network, target),
        ],
      },
    ]
  },
  outcome: (trace, plan, target) => tagging(trace, plan, target, { alone: target.outer === undefined }),
}
