import type { Mac } from './frame.ts'
import type { Switch } from './network.ts'
import { NOTHING_TOLD } from './per-vlan.ts'
import { defaultPort, type PortSettings, plainVlans, type SourceId } from './settings.ts'
import { ALL_VLANS, type Vid } from './vlan-set.ts'

/** A card of a machine on a hypervisor that bridges: `vlan` is the network it is in, `null` one that sees all tags. */
export type GuestCard = { readonly port: string; readonly vlan: Vid | null }

/** A hypervisor whose machines hang on a Linux bridge or Open vSwitch: KVM, XenServer, XCP-ng (facts E4). */
export type BridgeHypervisor = {
  readonly name: string
  readonly profile: 'linux-bridge' | 'open-vswitch'
  readonly mac: Mac
  /** The physical card. Untagged frames there are in `untaggedVlan`: the host's own network. */
  readonly uplink: string
  readonly untaggedVlan: Vid
  readonly cards: readonly GuestCard[]
}

/**
 * Such a hypervisor is a switch like any other, which is why its behaviour is proved with the real bridges': the uplink a trunk, each
 * card an access port of its network. Machines and the migration's interface are stations cabled to its ports. `from` is the source
 * that says so.
 */
export function bridgeHypervisor(hypervisor: BridgeHypervisor, from: SourceId): Switch {
  const by = [from]
  const trunk = (name: string): PortSettings => ({
    ...defaultPort(name, 'trunk', from),
    nativeVlan: { value: hypervisor.untaggedVlan, from: by },
  })
  const card = ({ port, vlan }: GuestCard): PortSettings =>
    vlan === null
      ? trunk(port)
      : { ...defaultPort(port, 'access', from), accessVlan: { value: vlan, from: by } }
  return {
    kind: 'switch',
    name: hypervisor.name,
    profile: hypervisor.profile,
    options: {},
    mac: hypervisor.mac,
    ports: [trunk(hypervisor.uplink), ...hypervisor.cards.map(card)],
    vlans: plainVlans({ value: ALL_VLANS, from: by }),
    tagNative: { value: false, from: by },
    vtpDomain: { value: '', from: by },
    vtpMode: { value: 'off', from: by },
    bridgePriority: { value: NOTHING_TOLD, from: by },
    pathCostMethod: { value: 'platform-default', from: by },
  }
}
