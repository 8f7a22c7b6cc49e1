import type { HypervisorReading, PortGroupReading } from '../config/hypervisor-reading.ts'
import { hasVlan, type Vid, type VlanSet } from '../net/vlan-set.ts'
import { hypervisorTrunks, taggedVlan } from './hypervisors.ts'
import type { GuestSeat } from './rule.ts'
import type { SiteView } from './view.ts'

/** A port group whose guests write tags themselves, and the VLANs they may write (facts E1). */
export type GuestGroup = {
  readonly host: HypervisorReading
  readonly group: PortGroupReading
  readonly vlans: VlanSet
}

/** Every such port group of the hosts that were read. */
export function guestGroups(view: SiteView): GuestGroup[] {
  return (view.site.hypervisors ?? []).flatMap((host) =>
    host.portGroups.flatMap((group): GuestGroup[] => {
      const { value } = group.vlan
      return value.tagging === 'guest' ? [{ host, group, vlans: value.vlans }] : []
    }),
  )
}

/** The port group of a seat, if its guests write tags. */
export function groupOfSeat(view: SiteView, { host, portGroup }: GuestSeat): GuestGroup | undefined {
  return guestGroups(view).find((each) => each.host.name === host && each.group.name === portGroup)
}

/** Whether a virtual switch has a way out of its host; where the text names no cards, one is assumed. */
export function leadsOut({ vSwitches }: HypervisorReading, vSwitch: string): boolean {
  const uplinks = vSwitches.find(({ name }) => name === vSwitch)?.uplinks.value
  return uplinks === null || (uplinks?.length ?? 0) > 0
}

/**
 * The port group in which this guest finds a member of the VLAN without any switch that was read: on its own virtual switch, else on
 * another one of the host, over a switch that is assumed where none was said to lead to a hypervisor.
 */
export function reachedInside(
  view: SiteView,
  { host, group, vlans }: GuestGroup,
  vlan: Vid,
): PortGroupReading | undefined {
  if (!hasVlan(vlans, vlan)) return undefined
  const members = host.portGroups.filter((each) => taggedVlan(each) === vlan)
  const beside = members.find(({ vSwitch }) => vSwitch === group.vSwitch)
  if (beside || hypervisorTrunks(view).length > 0 || !leadsOut(host, group.vSwitch)) return beside
  return members.find(({ vSwitch }) => leadsOut(host, vSwitch))
}
