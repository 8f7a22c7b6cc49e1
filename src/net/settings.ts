import type { ChannelMode } from './bundling.ts'
import { NOTHING_TOLD, type PerVlan } from './per-vlan.ts'
import { ALL_VLANS, NO_VLANS, type Vid, type VlanSet } from './vlan-set.ts'

/** Index into a network's list of sources. */
export type SourceId = number

/** Where a value comes from: a line of a file, a platform's default, a template, or an assumption that is told. */
export type Source = {
  readonly kind: 'written' | 'default' | 'template' | 'range' | 'global' | 'inherited' | 'assumed' | 'typed'
  /** The file, as the user named it; absent for defaults and assumptions. */
  readonly file?: string
  /** Line in that file, counted from 1. */
  readonly line?: number
  /** The line as written, or the sentence that states the default or the assumption. */
  readonly text: string
}

/** A value and where it comes from. Several sources where several lines made it, as with `allowed vlan add`. */
export type Setting<T> = { readonly value: T; readonly from: readonly SourceId[] }

/**
 * What `switchport mode` says. `platform-default` is a port without a mode line on a platform that is not known: the
 * bridge then reads the option `defaultMode` (facts B6, D5b).
 */
export type PortMode =
  | 'access'
  | 'trunk'
  | 'dynamic auto'
  | 'dynamic desirable'
  | 'dot1q-tunnel'
  | 'private-vlan'
  | 'platform-default'

/** The VLAN a phone tags: its ID, priority only, untagged, or no phone (facts D6). */
export type VoiceVlan = Vid | 'dot1p' | 'untagged' | 'none'

/** The configuration of one switch port, defaults written out. What a port *does* follows from it and from what it hears. */
export type PortSettings = {
  readonly name: string
  /** `no switchport` makes a routed port, which bridges nothing. */
  readonly switching: Setting<boolean>
  /** False after `shutdown`. */
  readonly enabled: Setting<boolean>
  readonly mode: Setting<PortMode>
  /** False after `switchport nonegotiate`: the port neither sends nor reads DTP (facts D1). */
  readonly negotiate: Setting<boolean>
  readonly accessVlan: Setting<Vid>
  readonly nativeVlan: Setting<Vid>
  readonly allowedVlans: Setting<VlanSet>
  readonly voiceVlan: Setting<VoiceVlan>
  readonly encapsulation: Setting<'dot1q' | 'isl' | 'negotiate'>
  /** `switchport trunk native vlan tag`: this trunk tags its native VLAN; `inherit` follows the switch's global line. */
  readonly tagNative: Setting<boolean | 'inherit'>
  /** `switchport trunk group`: the trunk groups this port is in, by name, each once and ascending. */
  readonly trunkGroups: Setting<readonly string[]>
  /** The port-channel this port is a member of, by name. */
  readonly channel: Setting<string | null>
  /**
   * How this member agrees on its port-channel with the far end; of a port-channel, how its first member does. Null for any other port,
   * and where it is not told.
   */
  readonly channelMode: Setting<ChannelMode | null>
  /**
   * `drop` where the port takes only tagged frames (facts A3 step 1): `switchport dot1q vlan tag required`, or a Linux
   * bridge port without a PVID. At `accept`, the mode and the native VLAN decide.
   */
  readonly untagged: Setting<'accept' | 'drop'>
  /**
   * VLANs beside the native one that leave a trunk without a tag too, as only a port of a Linux bridge can have them: untagged and no
   * PVID. What comes in without a tag is in the native VLAN all the same (facts A3 steps 2 and 7).
   */
  readonly egressUntagged: Setting<VlanSet>
  /** `spanning-tree portfast`: whether the port forwards at once as an access port (`edge`), or as a trunk too (facts D3). */
  readonly portFast: Setting<'off' | 'edge' | 'trunk'>
  /** `spanning-tree cost`: what a way to the root through this port costs; without one it goes by the speed. */
  readonly pathCost: Setting<PerVlan>
  /** `spanning-tree port-priority`: which port of a switch is preferred, the lowest first; 128 without one. */
  readonly portPriority: Setting<PerVlan>
}

/** The name of every setting of a port that a line can change. */
export type PortSettingName = Exclude<keyof PortSettings, 'name'>

/** Some settings of a port: those that lines change. */
export type SomePortSettings = Partial<Omit<PortSettings, 'name'>>

/** VLANs that only trunks of this group carry, as Arista EOS has them: `trunk group` under `vlan`. */
export type TrunkGroup = { readonly name: string; readonly vlans: Setting<VlanSet> }

/** The VLANs a switch has: listed and active, or unknown because the text does not hold the VLAN database (facts J3). */
export type VlanDatabase = {
  /** VLANs that exist. `ALL_VLANS` from an assumed source where the database is not in the text. */
  readonly existing: Setting<VlanSet>
  /** VLANs that exist and are suspended or shut: nothing is bridged in them. */
  readonly suspended: Setting<VlanSet>
  /** The trunk groups that VLANs are in, by name, each once, ascending and none without a VLAN. */
  readonly groups: readonly TrunkGroup[]
}

/** VLANs of which none is suspended or in a trunk group; `existing` says which there are, and stands behind that too. */
export function plainVlans(existing: Setting<VlanSet>): VlanDatabase {
  return { existing, suspended: { value: NO_VLANS, from: existing.from }, groups: [] }
}

/** Access to nothing special: the settings of a port that no line touches, all from one source. */
export function defaultPort(name: string, mode: PortMode, from: SourceId): PortSettings {
  const by = [from]
  return {
    name,
    switching: { value: true, from: by },
    enabled: { value: true, from: by },
    mode: { value: mode, from: by },
    negotiate: { value: true, from: by },
    accessVlan: { value: 1, from: by },
    nativeVlan: { value: 1, from: by },
    allowedVlans: { value: ALL_VLANS, from: by },
    voiceVlan: { value: 'none', from: by },
    encapsulation: { value: 'dot1q', from: by },
    tagNative: { value: 'inherit', from: by },
    trunkGroups: { value: [], from: by },
    channel: { value: null, from: by },
    channelMode: { value: null, from: by },
    untagged: { value: 'accept', from: by },
    egressUntagged: { value: NO_VLANS, from: by },
    portFast: { value: 'off', from: by },
    pathCost: { value: NOTHING_TOLD, from: by },
    portPriority: { value: NOTHING_TOLD, from: by },
  }
}
