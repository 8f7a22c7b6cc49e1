import type { Endpoint } from '../net/network.ts'
import type { Vid } from '../net/vlan-set.ts'
import { guestGroups, reachedInside } from '../rules/guest-groups.ts'
import { hypervisorTrunks, taggedVlan } from '../rules/hypervisors.ts'
import { permissive, untaggedVlan } from '../rules/passage.ts'
import type { Attempt, GuestSeat } from '../rules/rule.ts'
import type { DeviceView, PortView, SiteView } from '../rules/view.ts'
import { type Cell, cell, target } from './cells.ts'
import type { Row } from './matrix.ts'

/** What is assumed behind ports for hypervisors where no hypervisor was read. */
export const ASSUMED_GUESTS =
  'Behind each port for a hypervisor a machine is assumed whose port group lets it tag (VLAN 4095, or a trunk range).'

/**
 * What a machine that may tag comes to behind a port for a hypervisor: one of the hosts that were read, since nobody said which of
 * them is there; where none was read, an assumed one.
 */
export function guestCell(view: SiteView, device: DeviceView, port: PortView, vlans: readonly Vid[]): Cell {
  const own = untaggedVlan(device, port, permissive(device.reading.device))
  const read = (view.site.hypervisors ?? []).length > 0
  const seats: (GuestSeat | undefined)[] = read ? guestGroups(view).map(seatOf) : [undefined]
  const from = { device: device.reading.name, port: port.name }
  return cell(
    'guest-tagging',
    vlans
      .filter((vlan) => vlan !== own)
      .map((vlan) =>
        target(
          view,
          vlan,
          seats.map((guestOf) => attempt(from, vlan, guestOf)),
        ),
      ),
  )
}

/** A row for each port group whose guests may tag, on the hosts that were read. */
export function guestRows(view: SiteView, vlans: readonly Vid[]): Row[] {
  return guestGroups(view).map((own) => {
    const { host, group } = own
    const seat = seatOf(own)
    const wanted = new Set([...vlans, ...host.portGroups.flatMap((each) => taggedVlan(each) ?? [])])
    const targets = [...wanted].map((vlan) => {
      const inside = reachedInside(view, own, vlan)
        ? [attempt({ device: host.name, port: group.name }, vlan, seat)]
        : []
      const out = hypervisorTrunks(view).map(({ device, port }) =>
        attempt({ device: device.reading.name, port: port.name }, vlan, seat),
      )
      return target(view, vlan, [...inside, ...out])
    })
    const cells = [cell('guest-tagging', targets)]
    return {
      device: host.name,
      ports: [group.name],
      purpose: undefined,
      role: 'hypervisor',
      doubts: [],
      cells,
    }
  })
}

function seatOf({ host, group }: ReturnType<typeof guestGroups>[number]): GuestSeat {
  return { host: host.name, portGroup: group.name }
}

function attempt(from: Endpoint, vlan: Vid, guestOf: GuestSeat | undefined): Attempt {
  return { attack: 'guest-tagging', from, vlan, way: [], ...(guestOf && { guestOf }) }
}
