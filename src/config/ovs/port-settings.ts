import { defaultPort, type PortSettings, type SourceId } from '../../net/settings.ts'
import {
  ALL_VLANS,
  hasVlan,
  sameVlans,
  unionVlans,
  type Vid,
  type VlanSet,
  withoutVlans,
} from '../../net/vlan-set.ts'
import { effectiveVlanMode, type PortColumns, type VlanMode } from './port-columns.ts'

/** On a trunk, a frame without a tag is in VLAN 0, which is a VLAN like any other to Open vSwitch (its manual). */
export const VLAN_ZERO: Vid = 0
const RESERVED: Vid = 4095
const NO_NUMBER: VlanSet = [
  [VLAN_ZERO, VLAN_ZERO],
  [RESERVED, RESERVED],
]

/** Sources for what a port does without anything in a column. */
export type OvsSources = {
  /** A port with neither tag nor trunks is a trunk of all VLANs (facts E4). */
  readonly trunkOfAll: SourceId
  /** A port with a tag and no mode is an access port. */
  readonly accessByTag: SourceId
  /** A trunk that does not list VLAN 0 takes no frames without a tag. */
  readonly noZero: SourceId
}

/**
 * The port as a switch's port. Frames without a tag are in VLAN 0 on a trunk, so that 0 is its native VLAN; a trunk that does not
 * list 0 takes none of them, and tags whatever it sends. The native VLAN of a port that has one is always carried (facts J8).
 */
export function ovsPort(name: string, columns: PortColumns, sources: OvsSources): PortSettings {
  const { tag, trunks, vlanMode } = columns
  const mode = effectiveVlanMode(columns)
  const by = vlanMode?.from ?? [tag ? sources.accessByTag : sources.trunkOfAll]
  const settings = defaultPort(name, modeOf(mode), by[0] ?? 0)
  const all = trunks?.from ?? [sources.trunkOfAll]
  const listed = trunks ? withoutVlans(trunks.value, NO_NUMBER) : ALL_VLANS
  if (mode === 'access' || mode === 'dot1q-tunnel') {
    const accessVlan = tag ?? { value: VLAN_ZERO, from: by }
    return { ...settings, mode: { value: modeOf(mode), from: by }, accessVlan }
  }
  const trunk = {
    ...settings,
    mode: { value: 'trunk', from: by },
    allowedVlans: { value: listed, from: all },
  } as const
  if (mode !== 'trunk' && tag && tag.value !== VLAN_ZERO) {
    return {
      ...trunk,
      allowedVlans: { value: unionVlans(listed, [[tag.value, tag.value]]), from: [...all, ...tag.from] },
      nativeVlan: tag,
      tagNative: { value: mode === 'native-tagged', from: by },
    }
  }
  const zero = !trunks || hasVlan(trunks.value, VLAN_ZERO)
  if (zero && listed.length === 0) {
    return { ...settings, mode: { value: 'access', from: all }, accessVlan: { value: VLAN_ZERO, from: all } }
  }
  if (zero)
    return { ...trunk, nativeVlan: { value: VLAN_ZERO, from: all }, tagNative: { value: false, from: all } }
  const from = [...all, sources.noZero]
  return {
    ...trunk,
    nativeVlan: { value: listed[0]?.[0] ?? RESERVED, from },
    tagNative: { value: true, from },
    untagged: { value: 'drop', from },
  }
}

function modeOf(mode: VlanMode): 'access' | 'trunk' | 'dot1q-tunnel' {
  if (mode === 'access' || mode === 'dot1q-tunnel') return mode
  return 'trunk'
}

/** The columns as they are typed: `[]` empties one. */
export type WrittenColumns = {
  readonly vlanMode: VlanMode | '[]'
  readonly tag: string
  readonly trunks: string
}

/** The way back from settings to columns: what `ovsPort` makes of them is the port again. */
export function columnsOfPort(port: PortSettings): WrittenColumns {
  const { mode, accessVlan, nativeVlan, allowedVlans, tagNative, untagged } = port
  if (mode.value === 'access') return { vlanMode: '[]', tag: `${accessVlan.value}`, trunks: '[]' }
  if (mode.value === 'dot1q-tunnel')
    return { vlanMode: 'dot1q-tunnel', tag: `${accessVlan.value}`, trunks: '[]' }
  const allowed = allowedVlans.value
  const all = sameVlans(allowed, ALL_VLANS)
  if (untagged?.value === 'drop') {
    return { vlanMode: '[]', tag: '[]', trunks: allowed.length > 0 ? listOf(allowed) : `${RESERVED}` }
  }
  if (nativeVlan.value === VLAN_ZERO) {
    return { vlanMode: '[]', tag: '[]', trunks: all ? '[]' : listOf(unionVlans([[0, 0]], allowed)) }
  }
  return {
    vlanMode: tagNative.value === true ? 'native-tagged' : 'native-untagged',
    tag: `${nativeVlan.value}`,
    trunks: all ? '[]' : listOf(allowed),
  }
}

/** A set as `ovs-vsctl` takes it. */
function listOf(set: VlanSet): string {
  return set.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',')
}
