import type { Vid } from '../net/vlan-set.ts'
import { guestGroups, reachedInside } from '../rules/guest-groups.ts'
import { hypervisorTrunks, taggedVlan } from '../rules/hypervisors.ts'
import { activeVlans, permissive, untaggedVlan } from '../rules/passage.ts'
import type { Attempt, GuestSeat } from '../rules/rule.ts'
import type { DeviceView, PortView, SiteView } from '../rules/view.ts'
import { anyOtherVlan } from '../rules/vlans-in-use.ts'
import { type Cell, cell } from './cells.ts'
import { Hops } from './hops.ts'
import type { Row } from './matrix.ts'
import { VlanKinds } from './vlan-kinds.ts'
import { type Way, yardsticksOf } from './yardsticks.ts'

/** What is assumed behind ports for hypervisors where no hypervisor was read. */
export const ASSUMED_GUESTS =
  'Behind each port for a hypervisor a machine is assumed whose port group lets it tag (VLAN 4095, or a trunk range).'

/**
 * What a machine that may tag comes to behind a port for a hypervisor: one of the hosts that were read, since nobody said which of
 * them is there; where none was read, an assumed one.
 */
export function guestCell(view: SiteView, device: DeviceView, port: PortView, kinds: VlanKinds): Cell {
  const own = untaggedVlan(device, port, permissive(device.reading.device))
  const read = (view.site.hypervisors ?? []).length > 0
  const seats: (GuestSeat | undefined)[] = read ? guestGroups(view).map(seatOf) : [undefined]
  const out = seats.flatMap((guestOf) => waysOut(view, device, port, guestOf))
  const isAlone = own !== null && kinds.vlans.every((vlan) => vlan === own)
  const wanted = {
    kinds: isAlone ? new VlanKinds(anyOtherVlan(activeVlans(device), own)) : kinds,
    yardsticks: yardsticksOf(view, [
      { from: { device: device.reading.name, port: port.name }, way: [] },
      ...out,
    ]),
  }
  return cell(view, 'guest-tagging', wanted, (vlan) => (vlan === own ? null : into(vlan, out)))
}

/** A row for each port group whose guests may tag, on the hosts that were read. */
export function guestRows(view: SiteView, vlans: readonly Vid[]): Row[] {
  return guestGroups(view).map((own) => {
    const { host, group } = own
    const seat = seatOf(own)
    const from = { device: host.name, port: group.name }
    const out = hypervisorTrunks(view).flatMap(({ device, port }) => waysOut(view, device, port, seat))
    const within = { from, way: [], guestOf: seat }
    const wanted = {
      kinds: new VlanKinds([
        ...new Set([...vlans, ...host.portGroups.flatMap((each) => taggedVlan(each) ?? [])]),
      ]),
      yardsticks: yardsticksOf(view, [within, ...out]),
    }
    const guests = cell(view, 'guest-tagging', wanted, (vlan) =>
      into(vlan, reachedInside(view, own, vlan) ? [within, ...out] : out),
    )
    return {
      device: host.name,
      ports: [group.name],
      purpose: undefined,
      role: 'hypervisor',
      doubts: [],
      cells: [guests],
    }
  })
}

function seatOf({ host, group }: ReturnType<typeof guestGroups>[number]): GuestSeat {
  return { host: host.name, portGroup: group.name }
}

/** The ways of a guest behind this port: with one tag, and with an outer one that is lost further on (facts C6). */
function waysOut(view: SiteView, device: DeviceView, port: PortView, guestOf: GuestSeat | undefined): Way[] {
  const seat = { from: { device: device.reading.name, port: port.name }, ...(guestOf && { guestOf }) }
  return [{ way: [] }, ...new Hops(view, device).tagged(port)].map((hop) => ({ ...seat, ...hop }))
}

/** Who can write the tag of a VLAN needs no second one for it. */
function into(vlan: Vid, ways: readonly Way[]): Attempt[] {
  return ways.filter(({ outer }) => outer !== vlan).map((way) => ({ attack: 'guest-tagging', vlan, ...way }))
}
