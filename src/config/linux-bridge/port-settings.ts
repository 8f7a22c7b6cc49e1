import { defaultPort, type PortSettings, type Setting, type SourceId } from '../../net/settings.ts'
import {
  commonVlans,
  hasVlan,
  sameVlans,
  unionVlans,
  type Vid,
  type VlanSet,
  vlanSet,
} from '../../net/vlan-set.ts'
import type { BridgePortDraft } from './draft.ts'
import type { PortVlans } from './port-vlans.ts'

/** What stands behind a port beside its own VLANs. */
export type PortAround = {
  /** Whether a command put the card up or down; null without one. */
  readonly enabled: Setting<boolean> | null
  /** The line, or the assumption, that says whether the bridge filters VLANs. */
  readonly filtering: readonly SourceId[]
  /** A port without a PVID takes no untagged frames. */
  readonly noPvid: SourceId
}

/** VLAN that all frames of a bridge without filtering are taken to be in: it reads no tags, so that any number would do. */
const UNFILTERED_VLAN: Vid = 1

/** A bridge that does not filter passes every frame with the tags it has, which is what a tunnel port does (facts A3, E4). */
export function unfilteredPort(port: BridgePortDraft, around: PortAround): PortSettings {
  const { filtering } = around
  const settings = defaultPort(port.name, 'dot1q-tunnel', filtering[0] ?? 0)
  return { ...settings, accessVlan: { value: UNFILTERED_VLAN, from: filtering }, ...enabledOf(around) }
}

/**
 * The port as a switch's port. A port whose only VLAN is its PVID, untagged, is an access port: both take and send the same frames
 * on a Linux bridge (facts C3). Any other is a trunk with its PVID as native VLAN, whatever else leaves it untagged.
 */
export function filteredPort(port: BridgePortDraft, sources: PortAround): PortSettings {
  const { vlans } = port
  const members = vlans.where(() => true)
  const all = vlans.sourcesWhere(() => true)
  const { pvid } = vlans
  const own = pvid === null ? undefined : vlans.members.get(pvid)
  const also = alsoUntagged(vlans)
  const settings = {
    ...defaultPort(port.name, 'trunk', sources.filtering[0] ?? 0),
    mode: { value: 'trunk', from: [...sources.filtering, ...all] },
    ...(also.value.length > 0 && { egressUntagged: also }),
    ...enabledOf(sources),
  } as const
  if (pvid === null || !own) {
    const from = [sources.noPvid]
    return {
      ...settings,
      allowedVlans: { value: members, from: all.length > 0 ? all : from },
      nativeVlan: { value: 1, from },
      tagNative: { value: true, from },
      untagged: { value: 'drop', from },
    }
  }
  const by = [own.by]
  if (own.untagged && sameVlans(members, [[pvid, pvid]])) {
    const mode = { value: 'access', from: [...sources.filtering, ...by] } as const
    return { ...settings, mode, accessVlan: { value: pvid, from: by } }
  }
  return {
    ...settings,
    allowedVlans: { value: members, from: all },
    nativeVlan: { value: pvid, from: by },
    tagNative: { value: !own.untagged, from: by },
  }
}

function enabledOf({ enabled }: PortAround): Partial<PortSettings> {
  return enabled ? { enabled } : {}
}

/** VLANs beside the PVID that leave without a tag too, as no port of a switch has them. */
export function alsoUntagged({ members, pvid }: PortVlans): Setting<VlanSet> {
  const found = [...members].filter(([vlan, { untagged }]) => untagged && vlan !== pvid)
  return {
    value: vlanSet(...found.map(([vlan]) => vlan)),
    from: [...new Set(found.map(([, { by }]) => by))],
  }
}

/** What a port's settings are on a Linux bridge. */
export type PlainVlans = {
  readonly members: VlanSet
  readonly pvid: Vid | null
  /** The members that leave without a tag, the PVID among them or not. */
  readonly untagged: VlanSet
}

/** The way back from settings to a bridge port's VLANs: what `filteredPort` makes of them is the port again. */
export function vlansOfPort(port: PortSettings): PlainVlans {
  if (port.mode.value === 'access') {
    const pvid = port.accessVlan.value
    return { members: [[pvid, pvid]], pvid, untagged: [[pvid, pvid]] }
  }
  const members = port.allowedVlans.value
  const native = port.nativeVlan.value
  const pvid = port.untagged.value !== 'drop' && hasVlan(members, native) ? native : null
  const untagged = commonVlans(members, port.egressUntagged.value)
  const leavesBare = pvid !== null && port.tagNative.value !== true
  return { members, pvid, untagged: leavesBare ? unionVlans(untagged, vlanSet(pvid)) : untagged }
}
