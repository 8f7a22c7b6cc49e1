import type { BridgePort } from './bridge-port.ts'
import type { PortSettings, Setting, VlanDatabase } from './settings.ts'
import { hasVlan, NO_VLANS, unionVlans, type Vid, type VlanSet, withoutVlans } from './vlan-set.ts'

/*
 * Trunk groups, as the user manual of Arista EOS documents them ("Virtual LANs", "VLAN Trunking and Trunk Groups"): the traffic of a
 * VLAN that is in trunk groups is carried only on ports that are in one of them. They take VLANs from a trunk and add none to its
 * allowed list. No switch was at hand to prove it. The manual speaks of trunks: an access port is not asked for groups here. A native
 * VLAN that is kept off is carried where one outside the list is. Names are compared letter by letter.
 */

/** The VLANs that this port, being a trunk, does not carry because they are in trunk groups and it is in none of those. */
export function withheldVlans({ trunkGroups }: PortSettings, { groups }: VlanDatabase): VlanSet {
  if (groups.length === 0) return NO_VLANS
  const vlansOf = (isIn: boolean) =>
    groups
      .filter(({ name }) => trunkGroups.value.includes(name) === isIn)
      .reduce((all, { vlans }) => unionVlans(all, vlans.value), NO_VLANS)
  return withoutVlans(vlansOf(false), vlansOf(true))
}

/** The VLANs that this port carries while it is a trunk: those of its list, without those that its trunk groups withhold. */
export function carriedVlans(port: PortSettings, vlans: VlanDatabase): VlanSet {
  const [listed, withheld] = [port.allowedVlans.value, withheldVlans(port, vlans)]
  return withheld.length === 0 ? listed : withoutVlans(listed, withheld)
}

/** Whether a VLAN crosses a trunk, or what keeps it off; and the settings that say so. */
export type Crossing = {
  readonly barrier: 'not-allowed' | 'not-in-group' | null
  readonly by: readonly Setting<unknown>[]
}

/** Whether a VLAN crosses this port while it is a trunk. */
export function crossingOf({ settings, vlans }: Pick<BridgePort, 'settings' | 'vlans'>, vlan: Vid): Crossing {
  const { allowedVlans, trunkGroups } = settings
  if (!hasVlan(allowedVlans.value, vlan)) return { barrier: 'not-allowed', by: [allowedVlans] }
  const groups = vlans.groups.filter((group) => hasVlan(group.vlans.value, vlan))
  if (groups.length === 0) return { barrier: null, by: [allowedVlans] }
  const by = [trunkGroups, ...groups.map((group) => group.vlans)]
  const isIn = groups.some(({ name }) => trunkGroups.value.includes(name))
  return isIn ? { barrier: null, by: [allowedVlans, ...by] } : { barrier: 'not-in-group', by }
}
