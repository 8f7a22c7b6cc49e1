import type { Endpoint } from '../../../net/network.ts'
import type { NetworkState, PortState } from '../../../net/state.ts'
import { hasVlan, type Vid } from '../../../net/vlan-set.ts'

/** A port whose far end is another switch: both as they are. */
type SwitchToSwitch = {
  readonly port: string
  readonly here: PortState
  readonly far: Endpoint
  readonly there: PortState
}

function between(state: NetworkState, device: string, ends: ReadonlyMap<string, Endpoint>): SwitchToSwitch[] {
  return [...ends].flatMap(([port, far]) => {
    const here = state.switches[device]?.ports[port]
    const there = state.switches[far.device]?.ports[far.port]
    const isUp = here?.settings.enabled.value && there?.settings.enabled.value
    return here && there && isUp ? [{ port, here, far, there }] : []
  })
}

/** Two trunks whose native VLANs differ: what CDP tells both ends (facts C5). */
export type NativeMismatch = {
  readonly port: string
  readonly own: Vid
  readonly far: Endpoint
  readonly theirs: Vid
}

/** The trunks of a switch whose far end has another native VLAN. */
export function nativeMismatches(
  state: NetworkState,
  device: string,
  ends: ReadonlyMap<string, Endpoint>,
): NativeMismatch[] {
  return between(state, device, ends).flatMap(({ port, here, far, there }) => {
    const own = here.settings.nativeVlan.value
    const theirs = there.settings.nativeVlan.value
    const trunks = here.operating === 'trunk' && there.operating === 'trunk'
    return trunks && own !== theirs ? [{ port, own, far, theirs }] : []
  })
}

/** A VLAN that spanning tree blocks at a port because of what the far end is (facts B3, C5). */
export type Inconsistency = {
  readonly port: string
  readonly vlan: Vid
  /** The far end is a trunk and this one is not, or its native VLAN is another. */
  readonly why: 'type' | 'native'
  /** The native VLAN of this end, and that of the far one. */
  readonly own: Vid
  readonly theirs: Vid
}

/** What is blocked as inconsistent at the ports of a switch, by port and VLAN. */
export function inconsistencies(
  state: NetworkState,
  device: string,
  ends: ReadonlyMap<string, Endpoint>,
): Inconsistency[] {
  return between(state, device, ends).flatMap(({ port, here, there }) => {
    const own = here.settings.nativeVlan.value
    const theirs = there.settings.nativeVlan.value
    const isType = here.operating === 'access' && there.operating === 'trunk'
    const isNative = here.operating === 'trunk' && there.operating === 'trunk' && own !== theirs
    const vlans = isType ? [here.settings.accessVlan.value] : isNative ? [own, theirs] : []
    return vlans
      .filter((vlan) => hasVlan(here.blocked, vlan))
      .sort((a, b) => a - b)
      .map((vlan): Inconsistency => ({ port, vlan, why: isType ? 'type' : 'native', own, theirs }))
  })
}
