import type { Mac } from './frame.ts'
import type { OptionValues } from './options.ts'
import type { PathCostMethod } from './path-cost.ts'
import type { PerVlan } from './per-vlan.ts'
import type { ProfileName } from './profiles.ts'
import type { PortSettings, Setting, Source, VlanDatabase } from './settings.ts'
import type { StationSpec } from './stations/station.ts'

/** One port of one device: where a cable ends. */
export type Endpoint = { readonly device: string; readonly port: string }

/** A switch: configuration with sources, and the profile that says how its platform behaves. */
export type Switch = {
  readonly kind: 'switch'
  readonly name: string
  readonly profile: ProfileName
  /** Options the user or a test settles for this switch, over what its profile says. */
  readonly options: OptionValues
  /** Base address; each port sends its own frames from it. */
  readonly mac: Mac
  readonly ports: readonly PortSettings[]
  readonly vlans: VlanDatabase
  /** The global `vlan dot1q tag native` (facts C4). */
  readonly tagNative: Setting<boolean>
  /** VTP domain as DTP announces it; empty is compatible with any (facts B4). */
  readonly vtpDomain: Setting<string>
  /** What the switch is in VTP; DTP says nothing of it (facts B1, B4). */
  readonly vtpMode: Setting<VtpMode>
  /** `spanning-tree vlan N priority`: the switch with the lowest is the root; 32768 without a line. */
  readonly bridgePriority: Setting<PerVlan>
  /**
   * `spanning-tree pathcost method`: the table by which ports without a cost of their own have one. `platform-default` is a switch
   * without a line, which then reads the option `pathCosts`.
   */
  readonly pathCostMethod: Setting<PathCostMethod | 'platform-default'>
}

/** What a switch is in VTP. Without a line a Cisco IOS switch is a server (facts D3). */
export type VtpMode = 'server' | 'client' | 'transparent' | 'off'

/** What is configured on a switch as a whole and may change while a network runs. */
export type SwitchSettings = Pick<
  Switch,
  'vlans' | 'tagNative' | 'vtpDomain' | 'vtpMode' | 'bridgePriority' | 'pathCostMethod'
>

/** Anything that is not a switch: a host, an attacker, a phone, a hypervisor. */
export type Station = {
  readonly kind: 'station'
  readonly name: string
  readonly spec: StationSpec
}

/** Anything with ports. */
export type Device = Switch | Station

/** A cable between two ports. */
export type Link = { readonly a: Endpoint; readonly b: Endpoint }

/** What is simulated: devices, cables, and the table that every `SourceId` points into. Plain JSON. */
export type Network = {
  readonly devices: readonly Device[]
  readonly links: readonly Link[]
  readonly sources: readonly Source[]
}

/** A network that the simulator does not model, with one sentence for people that says why. */
export class UnmodelledNetwork extends Error {
  override readonly name = 'UnmodelledNetwork'
}

/** The device of this name; throws `UnmodelledNetwork` when there is none. */
export function deviceNamed(network: Network, name: string): Device {
  const found = network.devices.find((d) => d.name === name)
  if (!found) throw new UnmodelledNetwork(`There is no device called ${name} in this network.`)
  return found
}

/** The other end of the cable at this port, or `null` where nothing is plugged in. */
export function peerOf(network: Network, end: Endpoint): Endpoint | null {
  for (const { a, b } of network.links) {
    if (a.device === end.device && a.port === end.port) return b
    if (b.device === end.device && b.port === end.port) return a
  }
  return null
}
