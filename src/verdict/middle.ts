import type { AttackCase } from '../attacks/attack.ts'
import { accountOf } from '../config/line-account.ts'
import { readVlanList } from '../config/vlan-list.ts'
import type { Network } from '../net/network.ts'
import { hasVlan, type Vid } from '../net/vlan-set.ts'
import type { SiteView } from '../rules/view.ts'
import type { Doubt } from './judgement.ts'
import type { PlanRun } from './run-plan.ts'

/**
 * Whether an attacker gets into the middle of a migration in the VLAN (facts J9). `one-way`: nothing comes back, so that nobody can be
 * told a wrong address. `not-simulated`: answers come back, but no conversation can be held that way in the simulation. `depends`: a
 * run shows it, on switches that check ARP packets there, which is not simulated.
 */
export type Middle =
  | { readonly is: 'reached' | 'not-reached' | 'one-way' | 'not-simulated' }
  | { readonly is: 'depends'; readonly on: readonly Doubt[] }

/** Who stands where after this attack: asked of a run only where somebody answers the attacker. */
export function middleOf(
  view: SiteView,
  { trace, outcome, standsInTheMiddle }: PlanRun,
  { vlan }: AttackCase,
): Middle {
  const { gains } = outcome
  // Only who sends into a VLAN and is answered there can tell both ends of a migration a wrong address.
  if (!gains.includes('inject') || !gains.includes('answered')) return { is: 'one-way' }
  const stands = standsInTheMiddle()
  if (stands === null) return { is: 'not-simulated' }
  if (!stands) return { is: 'not-reached' }
  const on = arpInspections(view, trace.network, vlan)
  return on.length > 0 ? { is: 'depends', on } : { is: 'reached' }
}

const INSPECTED = /^\s*ip arp inspection vlan (\S+)/i

/** The lines by which switches of this network check ARP packets of the VLAN. */
function arpInspections(view: SiteView, { devices }: Network, vlan: Vid): Doubt[] {
  return devices.flatMap(({ name: device }) => {
    const reading = view.devices.get(device)?.reading
    if (!reading) return []
    return accountOf(reading)
      .notUnderstood.filter(({ text }) => {
        const vlans = readVlanList(INSPECTED.exec(text)?.[1] ?? '')
        return vlans !== null && hasVlan(vlans, vlan)
      })
      .map(({ line, text }) => ({ device, line, text }))
  })
}
