import type { HypervisorReading, PortGroupReading } from '../config/hypervisor-reading.ts'
import { simulatedHost } from '../config/index.ts'
import { portInWords } from '../config/port-name.ts'
import type { Mac } from '../net/frame.ts'
import type { Endpoint, Station } from '../net/network.ts'
import { NIC } from '../net/stations/host.ts'
import type { StationSpec } from '../net/stations/station.ts'
import { VGT } from '../net/stations/vswitch.ts'
import type { Vid } from '../net/vlan-set.ts'
import { type GuestGroup, groupOfSeat, memberInside } from '../rules/guest-groups.ts'
import type { Attempt, GuestSeat } from '../rules/rule.ts'
import type { SiteView } from '../rules/view.ts'
import { type Scene, SceneBuilder, VICTIM_IP } from './scene.ts'

const ASSUMED_MAC = '02:00:00:00:66:02'

/** Seats the attacker's machine on the hypervisor behind the port that the attempt starts from. */
export function seatGuest(view: SiteView, scene: SceneBuilder, { from, guestOf }: Attempt): void {
  const seat = guestOf && groupOfSeat(view, guestOf)
  if (!seat) return seatAssumed(scene, from)
  const [card] = addHost(scene, seat).cards
  if (card) scene.cable(card, from)
}

function seatAssumed(scene: SceneBuilder, from: Endpoint): void {
  scene.assume(
    `On the hypervisor behind ${portInWords(from.port)} a machine is assumed whose port group lets it tag (VLAN 4095, or a trunk range).`,
  )
  const port = 'vm'
  const uplink = 'vmnic0'
  const device = scene.station('ESX', {
    kind: 'vswitch',
    platform: 'esxi',
    uplinks: [uplink],
    portGroups: [{ name: 'VGT', vlan: VGT, promiscuous: false, forgedTransmits: false }],
    virtualPorts: [{ port, portGroup: 'VGT', mac: ASSUMED_MAC }],
  })
  const guest = scene.station('EVIL', { kind: 'attacker', mac: ASSUMED_MAC })
  scene.cable({ device, port: uplink }, from)
  scene.cable({ device, port }, { device: guest, port: NIC })
}

/** The host alone, where one of its own port groups is what the guest is after; null where there is none. */
export function sceneInsideHost(view: SiteView, seat: GuestSeat, vlan: Vid): Scene | null {
  const own = groupOfSeat(view, seat)
  const to = own && memberInside(view, own, vlan)
  if (!own || !to) return null
  const scene = new SceneBuilder()
  const { cards, victim } = addHost(scene, own, to)
  if (to.vSwitch !== own.group.vSwitch) {
    scene.trunks(
      `Behind the cards of ${own.host.name} a switch is assumed whose trunks carry all VLANs.`,
      cards,
    )
  }
  const from = { device: own.host.name, port: own.group.name }
  return victim === undefined ? null : scene.build({ from, vlan, victim })
}

/**
 * Puts the part of a host into the scene that a guest touches: its port group with the attacker's machine in it, and the port group
 * it is after. Gives the card that leads out of each virtual switch, and the address of a member of the port group it is after.
 */
function addHost(
  scene: SceneBuilder,
  { host, group }: GuestGroup,
  to?: PortGroupReading,
): { cards: Endpoint[]; victim: Mac | undefined } {
  scene.assume(`A machine of the attacker is assumed in port group ${group.name} of ${host.name}.`)
  const part = partOfHost(host, group, to)
  const { devices, links, cards, members, assumptions } = simulatedHost(part, {
    unknownPolicy: 'reject',
    guest: ({ name }, mac): StationSpec =>
      name === group.name ? { kind: 'attacker', mac } : { kind: 'host', mac },
  })
  const member = members.find(({ portGroup }) => portGroup === to?.name)?.station
  const victim = devices.find(({ name, spec }) => name === member && spec.kind === 'host')
  scene.add(
    devices.map((each) => (each === victim ? answering(each) : each)),
    links,
  )
  // What is assumed of cards matters only to a frame that leaves the virtual switch.
  if (to?.vSwitch !== group.vSwitch) for (const sentence of assumptions) scene.assume(sentence)
  const leading = part.vSwitches.flatMap(({ name }) => {
    const card = cards.find(({ at }) => at.device === `${host.name} ${name}`)
    return card ? [card.at] : []
  })
  return { cards: leading, victim: victim?.spec.kind === 'host' ? victim.spec.mac : undefined }
}

/** The station with an IP address, so that it answers. */
function answering(station: Station): Station {
  const { spec } = station
  return spec.kind === 'host' ? { ...station, spec: { ...spec, ip: VICTIM_IP } } : station
}

/** The host with these port groups only. A port group with nobody in it, as far as the text tells, gets a member. */
function partOfHost(
  host: HypervisorReading,
  own: PortGroupReading,
  to?: PortGroupReading,
): HypervisorReading {
  const groups = [own, ...(to ? [to] : [])]
  const vmKernelPorts = host.vmKernelPorts.filter(
    ({ portGroup, enabled }) => enabled && portGroup === to?.name,
  )
  return {
    ...host,
    vSwitches: host.vSwitches.filter(({ name }) => groups.some(({ vSwitch }) => vSwitch === name)),
    vmKernelPorts,
    portGroups: groups.map((group) => ({
      ...group,
      activeClients: group !== own && vmKernelPorts.length > 0 ? vmKernelPorts.length : null,
    })),
  }
}
