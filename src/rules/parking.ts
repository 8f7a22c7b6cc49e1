import type { Vid } from '../net/vlan-set.ts'
import type { DeviceView, PortView, SiteView } from './view.ts'
import { listedVlans } from './vlans-in-use.ts'

/** Where ports of a switch are parked: every such VLAN, and the first that no trunk lists. */
type Parking = { readonly vlans: readonly Vid[]; readonly place: Vid | undefined }

/** Answers about views, which never change: asked for group by group. */
const LIVE = new WeakMap<SiteView, ReadonlySet<Vid>>()
const PARKING = new WeakMap<DeviceView, Parking>()

/**
 * The VLANs that only ports which are shut are in: where a switch parks what is not in use. VLAN 1 is no such place, nor is a VLAN in
 * which anything of the site lives. A trunk that is shut is in no VLAN.
 */
export function parkingVlans(view: SiteView, device: DeviceView): readonly Vid[] {
  return parkingOf(view, device).vlans
}

/** Where ports are parked already, such that no trunk lists it; undefined where there is no such VLAN. */
export function parkingPlace(view: SiteView, device: DeviceView): Vid | undefined {
  return parkingOf(view, device).place
}

function parkingOf(view: SiteView, device: DeviceView): Parking {
  const known = PARKING.get(device)
  if (known) return known
  const live = LIVE.get(view) ?? liveVlans(view)
  LIVE.set(view, live)
  const shut = new Set<Vid>()
  const carried = new Set<Vid>()
  for (const { sample } of device.classes) {
    for (const vlan of listedVlans(sample)) carried.add(vlan)
    if (isShutSwitchport(sample) && sample.port.mode.value !== 'trunk') shut.add(sample.port.accessVlan.value)
  }
  const vlans = [...shut].filter((vlan) => !live.has(vlan))
  const parking = { vlans, place: vlans.find((vlan) => !carried.has(vlan)) }
  PARKING.set(device, parking)
  return parking
}

/** Whether this is a port that could be opened into a VLAN by one command: a switchport that is shut, and no member of a bundle. */
export function isShutSwitchport({ role, port }: PortView): boolean {
  return role === 'idle' && port.switching.value && !port.enabled.value && port.channel.value === null
}

/** The VLANs in which something lives: hosts, phones, untagged frames of trunks, addresses of switches, port groups, services. */
function liveVlans({ site, devices }: SiteView): Set<Vid> {
  const live = new Set<Vid>([1, ...site.services.map(({ vlan }) => vlan)])
  for (const { portGroups } of site.hypervisors ?? [])
    for (const { vlan } of portGroups) if (vlan.value.tagging === 'vswitch') live.add(vlan.value.vlan)
  for (const { reading, classes } of devices.values()) {
    for (const { vlan, hasAddress, enabled } of reading.vlanInterfaces)
      if (hasAddress && enabled) live.add(vlan)
    for (const { sample } of classes) {
      if (sample.role === 'idle' || sample.role === 'member') continue
      const { mode, nativeVlan, accessVlan, voiceVlan } = sample.port
      live.add(mode.value === 'trunk' ? nativeVlan.value : accessVlan.value)
      if (typeof voiceVlan.value === 'number') live.add(voiceVlan.value)
    }
  }
  return live
}
