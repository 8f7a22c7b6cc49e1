import { type AskOption, type BridgePort, egress, ingress } from '../net/bridge.ts'
import { effectiveMode } from '../net/dtp.ts'
import type { OperatingMode } from '../net/event.ts'
import { tag } from '../net/frame.ts'
import type { Endpoint, Switch } from '../net/network.ts'
import { OptionDoor } from '../net/run/option-door.ts'
import type { PortSettings } from '../net/settings.ts'
import { USUAL_RUN } from '../net/trace.ts'
import { carriedVlans } from '../net/trunk-groups.ts'
import {
  commonVlans,
  eachVlan,
  hasVlan,
  NO_VLANS,
  unionVlans,
  type Vid,
  type VlanSet,
  vlanSet,
  withoutVlans,
} from '../net/vlan-set.ts'
import { type DeviceView, deviceOf, type PortView, type SiteView } from './view.ts'

/**
 * What is behind a port, as far as VLAN tags go: a switch that was read, a switch that is assumed to mirror the port, a
 * hypervisor that reads tags itself, or nothing that reads tags.
 */
export type Neighbour =
  | { readonly kind: 'switch'; readonly at: Endpoint }
  | { readonly kind: 'mirror' }
  | { readonly kind: 'hypervisor' }
  | { readonly kind: 'none' }

/** What is behind this port. */
export function neighbourOf(view: PortView): Neighbour {
  if (view.role === 'idle' || view.role === 'member') return { kind: 'none' }
  if (view.peer) return { kind: 'switch', at: view.peer }
  if (view.role === 'link') return { kind: 'mirror' }
  return view.role === 'hypervisor' ? { kind: 'hypervisor' } : { kind: 'none' }
}

/** Answers every open option in the attacker's favour: what analysis rules out then is out of reach on any platform. */
export function permissive(device: Switch): AskOption {
  return new OptionDoor(USUAL_RUN).for(device)
}

/** How the port may operate: a static port as told, a dynamic one either way, since its neighbour decides. */
export function mayOperate(view: PortView, ask: AskOption): readonly OperatingMode[] {
  const mode = effectiveMode(view.port, ask)
  if (mode === 'trunk') return ['trunk']
  return mode === 'dynamic auto' || mode === 'dynamic desirable' ? ['trunk', 'access'] : ['access']
}

/** Whether a host on this port can talk it into a trunk (facts B3, B8). */
export function isNegotiable(view: PortView, ask: AskOption): boolean {
  const mode = effectiveMode(view.port, ask)
  return (
    (mode === 'dynamic auto' || mode === 'dynamic desirable') &&
    view.port.negotiate.value &&
    ask('dtp') === 'yes'
  )
}

/** The port as ingress and egress take it, operating as a trunk or not. */
export function bridging(device: DeviceView, view: PortView, asTrunk: boolean): BridgePort {
  const { vlans, tagNative } = device.reading.device
  return {
    settings: view.port,
    operating: asTrunk ? 'trunk' : 'access',
    blocked: NO_VLANS,
    tagNative,
    vlans,
  }
}

/** VLANs that are bridged on this switch: they exist and are not suspended. */
export function activeVlans(device: DeviceView): VlanSet {
  const { existing, suspended } = device.reading.device.vlans
  return withoutVlans(existing.value, suspended.value)
}

/** The VLANs that cross this port while it is a trunk: its lines let them, and its switch has them. */
export function crossingVlans(device: DeviceView, { port }: Pick<PortView, 'port'>): VlanSet {
  return commonVlans(carriedVlans(port, device.reading.device.vlans), activeVlans(device))
}

/**
 * The VLANs this port sends without a tag in this mode: one at most, but on a Linux bridge, whose ports may have several (facts A3,
 * C1, C4, C6, J2).
 */
export function sentUntagged(
  device: DeviceView,
  view: PortView,
  mode: OperatingMode,
  ask: AskOption,
): readonly Vid[] {
  const { nativeVlan, accessVlan, egressUntagged } = view.port
  const port = bridging(device, view, mode === 'trunk')
  const may =
    mode === 'trunk' ? new Set([nativeVlan.value, ...eachVlan(egressUntagged.value)]) : [accessVlan.value]
  return [...may].filter((vlan) => {
    const out = egress(port, vlan, ask)
    return out.sent && !out.tagged
  })
}

/** The VLAN that a host on a port is in without any attack: the native one of a static trunk, else the access VLAN. */
export function ownVlan({ mode, nativeVlan, accessVlan }: PortSettings): Vid {
  return mode.value === 'trunk' ? nativeVlan.value : accessVlan.value
}

/** The VLAN that untagged frames from this port are in, if the switch bridges it at all. */
export function untaggedVlan(device: DeviceView, view: PortView, ask: AskOption): Vid | null {
  const asTrunk = effectiveMode(view.port, ask) === 'trunk'
  const decision = ingress(bridging(device, view, asTrunk), undefined, ask)
  return decision.accepted ? decision.vlan : null
}

/** The VLANs whose tag the far end of this port reads and carries on. */
export function readBehind(view: SiteView, from: PortView): VlanSet {
  const near = deviceOf(view, from.device)
  const neighbour = neighbourOf(from)
  switch (neighbour.kind) {
    case 'none':
      return NO_VLANS
    case 'mirror':
      return crossingVlans(near, from)
    case 'hypervisor': {
      // The list of a trunk says nothing of a port that is none, and a hypervisor never makes it one.
      const isTrunk = effectiveMode(from.port, permissive(near.reading.device)) === 'trunk'
      return isTrunk ? crossingVlans(near, from) : activeVlans(near)
    }
    case 'switch': {
      const far = view.devices.get(neighbour.at.device)
      const port = far?.ports.get(neighbour.at.port)
      if (!far || !port || port.role === 'idle') return NO_VLANS
      return readBy(far, port)
    }
  }
}

/** The VLANs whose tag a port that was read takes, in any of the modes it may operate in. */
function readBy(device: DeviceView, port: PortView): VlanSet {
  const ask = permissive(device.reading.device)
  const { accessVlan, voiceVlan } = port.port
  const modes = mayOperate(port, ask)
  const asTrunk = modes.includes('trunk') ? crossingVlans(device, port) : NO_VLANS
  if (!modes.includes('access')) return asTrunk
  const members = [accessVlan.value, voiceVlan.value].filter((vlan): vlan is Vid => typeof vlan === 'number')
  const access = bridging(device, port, false)
  const asMember = vlanSet(...members.filter((vlan) => ingress(access, tag(vlan), ask).accepted))
  return unionVlans(asTrunk, asMember)
}

/** Where frames of a VLAN go on from a switch with their tag on: the far ends that keep them in the same VLAN. */
export function taggedOnward(
  view: SiteView,
  device: DeviceView,
  vlan: Vid,
): { out: PortView; to: Endpoint }[] {
  const ask = permissive(device.reading.device)
  const onward: { out: PortView; to: Endpoint }[] = []
  for (const port of device.cabled) {
    const neighbour = neighbourOf(port)
    if (neighbour.kind !== 'switch' || !hasVlan(readBehind(view, port), vlan)) continue
    const tagged = mayOperate(port, ask).some((mode) => {
      const out = egress(bridging(device, port, mode === 'trunk'), vlan, ask)
      return out.sent && out.tagged
    })
    if (tagged) onward.push({ out: port, to: neighbour.at })
  }
  return onward
}
