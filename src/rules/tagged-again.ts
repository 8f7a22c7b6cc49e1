import { showVlans, type VlanSet } from '../net/vlan-set.ts'
import type { FixStep } from './rule.ts'
import type { PortView } from './view.ts'

/** The commands by which these VLANs leave a port of a Linux bridge with their tag again: what is added anew without a flag loses it. */
export function taggedAgain({ device, name }: PortView, vlans: VlanSet): FixStep {
  const ranges = vlans.map((range) => showVlans([range]))
  return { device, port: null, lines: ranges.map((vids) => `bridge vlan add vid ${vids} dev ${name}`) }
}

/** What to mind about that. */
export const READ_UNTAGGED = 'Whoever reads these VLANs without a tag behind the port loses them.'
