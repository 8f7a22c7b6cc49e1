import type { PortSettings, TrunkGroup, VlanDatabase } from '../net/settings.ts'
import { withheldVlans } from '../net/trunk-groups.ts'
import {
  commonVlans,
  countVlans,
  eachVlan,
  hasVlan,
  type Vid,
  type VlanSet,
  vlanSet,
  withoutVlans,
} from '../net/vlan-set.ts'

/** What puts a trunk into trunk groups: lines under its port, and VLANs that cross it then without being wanted. */
export type IntoGroups = { readonly lines: readonly string[]; readonly others: VlanSet }

/** What lets VLANs cross a trunk that trunk groups keep off it; of the groups of a VLAN it is the one with the fewest VLANs. */
export function intoGroups(port: PortSettings, vlans: VlanDatabase, wanted: VlanSet): IntoGroups {
  const withheld = withheldVlans(port, vlans)
  const chosen = new Set(
    [...eachVlan(commonVlans(wanted, withheld))].flatMap((vlan) => smallestOf(vlans, vlan) ?? []),
  )
  const come = vlanSet(...[...chosen].flatMap((group) => commonVlans(group.vlans.value, withheld)))
  return {
    lines: [...chosen].map(({ name }) => `switchport trunk group ${name}`),
    others: withoutVlans(commonVlans(come, port.allowedVlans.value), wanted),
  }
}

function smallestOf({ groups }: VlanDatabase, vlan: Vid): TrunkGroup | undefined {
  const [smallest] = groups
    .filter((group) => hasVlan(group.vlans.value, vlan))
    .sort((a, b) => countVlans(a.vlans.value) - countVlans(b.vlans.value))
  return smallest
}
