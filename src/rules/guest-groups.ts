import type { HypervisorReading, PortGroupReading } from '../config/hypervisor-reading.ts'
import { shellQuoted } from '../config/shell-line.ts'
import { hasVlan, NO_VLANS, type Vid, type VlanSet } from '../net/vlan-set.ts'
import { hypervisorTrunks, taggedVlan } from './hypervisors.ts'
import type { GuestSeat } from './rule.ts'
import type { SiteView } from './view.ts'
import { unusedVlan } from './vlans-in-use.ts'

/** A port group of a host, and the VLANs whose tags its guests may write (facts E1): none where somebody else tags for them. */
export type GuestGroup = {
  readonly host: HypervisorReading
  readonly group: PortGroupReading
  readonly vlans: VlanSet
}

/** Every port group of the hosts that were read whose guests write tags themselves. */
export function guestGroups(view: SiteView): GuestGroup[] {
  return allGroups(view).filter(({ group }) => group.vlan.value.tagging === 'guest')
}

/** The port group of a seat, whoever writes the tags of its guests. */
export function groupOfSeat(view: SiteView, { host, portGroup }: GuestSeat): GuestGroup | undefined {
  return allGroups(view).find((each) => each.host.name === host && each.group.name === portGroup)
}

function allGroups(view: SiteView): GuestGroup[] {
  return (view.site.hypervisors ?? []).flatMap((host) =>
    host.portGroups.map((group) => {
      const { value } = group.vlan
      return { host, group, vlans: value.tagging === 'guest' ? value.vlans : NO_VLANS }
    }),
  )
}

/**
 * The command that gives a port group one VLAN, whose tag the virtual switch writes: one that nothing uses, since which of them its
 * guests need nobody said. None for a distributed switch, which is changed in vCenter.
 */
export function tagForGuests(view: SiteView, { host, group }: GuestGroup): string[] {
  const isStandard = host.vSwitches.some(({ name, kind }) => name === group.vSwitch && kind === 'standard')
  const set = `esxcli network vswitch standard portgroup set -p ${shellQuoted(group.name)}`
  return isStandard ? [`${set} --vlan-id=${unusedVlan(view, 'hosts')}`] : []
}

/** Whether a virtual switch has a way out of its host; where the text names no cards, one is assumed. */
export function leadsOut({ vSwitches }: HypervisorReading, vSwitch: string): boolean {
  const uplinks = vSwitches.find(({ name }) => name === vSwitch)?.uplinks.value
  return uplinks === null || (uplinks?.length ?? 0) > 0
}

/** The port group in which this guest gets to a member of the VLAN without any switch that was read. */
export function reachedInside(view: SiteView, from: GuestGroup, vlan: Vid): PortGroupReading | undefined {
  return hasVlan(from.vlans, vlan) ? memberInside(view, from, vlan) : undefined
}

/**
 * The port group of the host in which somebody is in the VLAN: on the virtual switch of this one, else on another one, over a switch
 * that is assumed where none was said to lead to a hypervisor.
 */
export function memberInside(
  view: SiteView,
  { host, group }: GuestGroup,
  vlan: Vid,
): PortGroupReading | undefined {
  const members = host.portGroups.filter((each) => each !== group && taggedVlan(each) === vlan)
  const beside = members.find(({ vSwitch }) => vSwitch === group.vSwitch)
  if (beside || hypervisorTrunks(view).length > 0 || !leadsOut(host, group.vSwitch)) return beside
  return members.find(({ vSwitch }) => leadsOut(host, vSwitch))
}
