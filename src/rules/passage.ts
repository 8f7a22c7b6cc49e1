import { type AskOption, type BridgePort, egress, ingress, nativeTagging } from '../net/bridge.ts'
import { effectiveMode } from '../net/dtp.ts'
import { tag } from '../net/frame.ts'
import type { Endpoint, Switch } from '../net/network.ts'
import { OptionDoor } from '../net/run/option-door.ts'
import { USUAL_RUN } from '../net/trace.ts'
import { commonVlans, hasVlan, NO_VLANS, type Vid, type VlanSet, withoutVlans } from '../net/vlan-set.ts'
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

/** Whether the port is a trunk, or may become one with the right neighbour. */
export function mayTrunk(view: PortView, ask: AskOption): boolean {
  const mode = effectiveMode(view.port, ask)
  return mode === 'trunk' || mode === 'dynamic auto' || mode === 'dynamic desirable'
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

/** Whether this trunk sends its native VLAN, and without a tag (facts C1, C4, C6). */
export function leavesUntagged(device: DeviceView, view: PortView, ask: AskOption): boolean {
  const port = bridging(device, view, true)
  const out = egress(port, view.port.nativeVlan.value, ask)
  return out.sent && !out.tagged && !nativeTagging(port).value
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
    case 'hypervisor':
      return commonVlans(from.port.allowedVlans.value, activeVlans(near))
    case 'switch': {
      const far = view.devices.get(neighbour.at.device)
      const port = far?.ports.get(neighbour.at.port)
      if (!far || !port || port.role === 'idle') return NO_VLANS
      const ask = permissive(far.reading.device)
      if (mayTrunk(port, ask)) return commonVlans(port.port.allowedVlans.value, activeVlans(far))
      const own = port.port.accessVlan.value
      return ingress(bridging(far, port, false), tag(own), ask).accepted ? [[own, own]] : NO_VLANS
    }
  }
}

/** Where frames of a VLAN go on from a switch with their tag on: the far ends that keep them in the same VLAN. */
export function taggedOnward(
  view: SiteView,
  device: DeviceView,
  vlan: Vid,
): { out: PortView; to: Endpoint }[] {
  const ask = permissive(device.reading.device)
  const onward: { out: PortView; to: Endpoint }[] = []
  for (const port of device.ports.values()) {
    const neighbour = neighbourOf(port)
    if (neighbour.kind !== 'switch' || !mayTrunk(port, ask)) continue
    const out = egress(bridging(device, port, true), vlan, ask)
    if (out.sent && out.tagged && hasVlan(readBehind(view, port), vlan))
      onward.push({ out: port, to: neighbour.at })
  }
  return onward
}
