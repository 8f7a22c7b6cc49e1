import type { Endpoint } from '../net/network.ts'
import type { Vid, VlanSet } from '../net/vlan-set.ts'
import { groupOfSeat } from '../rules/guest-groups.ts'
import { taggedVlan } from '../rules/hypervisors.ts'
import { loopAt } from '../rules/loops.ts'
import type { Attempt } from '../rules/rule.ts'
import { type DeviceView, portOf, type SiteView } from '../rules/view.ts'
import type { Yardsticks } from './vlan-kinds.ts'

/** A way of attack, whatever VLAN it leads to. */
export type Way = Pick<Attempt, 'from' | 'way' | 'outer' | 'guestOf'>

/**
 * Everything that the decisions along these ways, and the lines that leave them open, compare the wanted VLAN with: two VLANs that it
 * cannot tell apart have the same verdict.
 */
export function yardsticksOf(view: SiteView, ways: readonly Way[]): Yardsticks {
  const sets = new Set<VlanSet>()
  const vlans = new Set<Vid>()
  for (const { from, way, outer, guestOf } of ways) {
    if (outer !== undefined) vlans.add(outer)
    addPort(view, from, sets, vlans)
    for (const out of way) {
      addPort(view, out, sets, vlans)
      const peer = portOf(view, out)?.peer
      if (peer) addPort(view, peer, sets, vlans)
      for (const device of loopAt(view, out)) addTrees(device, sets)
    }
    const seat = guestOf && groupOfSeat(view, guestOf)
    if (!seat) continue
    sets.add(seat.vlans)
    for (const group of seat.host.portGroups) vlans.add(taggedVlan(group) ?? 0)
  }
  return { sets, vlans }
}

/** What ingress and egress compare a VLAN with at a port, as a trunk or not. */
function addPort(view: SiteView, at: Endpoint, sets: Set<VlanSet>, vlans: Set<Vid>): void {
  const device = view.devices.get(at.device)
  const port = device?.ports.get(at.port)?.port
  if (!device || !port) return
  const { existing, suspended, groups } = device.reading.device.vlans
  sets.add(existing.value).add(suspended.value).add(port.allowedVlans.value)
  for (const group of groups) sets.add(group.vlans.value)
  vlans.add(port.nativeVlan.value).add(port.accessVlan.value)
  if (typeof port.voiceVlan.value === 'number') vlans.add(port.voiceVlan.value)
}

/** The VLANs of lines that were not understood and may move a tree. */
function addTrees({ doubtful }: DeviceView, sets: Set<VlanSet>): void {
  for (const { touches } of doubtful) if (touches.what === 'tree') sets.add(touches.vlans)
}
