import {
  ALL_VLANS,
  commonVlans,
  countVlans,
  sameVlans,
  unionVlans,
  type Vid,
  type VlanSet,
  vlanSet,
  withoutVlans,
} from '../../../net/vlan-set.ts'
import { BUILT_IN_VLANS } from '../../device-draft.ts'
import { vlanListElements } from '../../vlan-list.ts'
import type { Moment } from './moment.ts'

/** The VLANs of FDDI and Token Ring, which every switch lists and none bridges (facts D7). */
export const LEGACY_VLANS: VlanSet = withoutVlans(BUILT_IN_VLANS, vlanSet(1))

/** Names that the built-in VLANs have. */
const BUILT_IN_NAMES: Readonly<Record<Vid, string>> = {
  1: 'default',
  1002: 'fddi-default',
  1003: 'token-ring-default',
  1004: 'fddinet-default',
  1005: 'trnet-default',
}

/** What a switch shows of its VLANs. */
export type ShownVlans = {
  readonly existing: VlanSet
  /** Existing, not suspended, and no VLAN of FDDI or Token Ring. */
  readonly active: VlanSet
  readonly suspended: VlanSet
  /** The configuration does not tell which VLANs exist (facts J3): shown are those that it names. */
  readonly assumed: boolean
}

/** Said where the VLANs of a switch are not known. */
export const VLANS_NOT_KNOWN =
  'The configuration does not hold the VLANs of this switch, so that all are taken to exist. Shown are those it names.'

/** The VLANs of the switch at this moment. */
export function shownVlans({ reading }: Moment): ShownVlans {
  const { existing, suspended } = reading.device.vlans
  const assumed = existing.from.some((id) => reading.sources[id]?.kind === 'assumed')
  const listed = assumed
    ? unionVlans(BUILT_IN_VLANS, commonVlans(existing.value, namedVlans(reading)))
    : unionVlans(BUILT_IN_VLANS, existing.value)
  const active = withoutVlans(withoutVlans(listed, suspended.value), LEGACY_VLANS)
  return { existing: listed, active, suspended: suspended.value, assumed }
}

/** An allowed list longer than this names no VLAN in particular. */
const LONG_LIST = 200

function namedVlans({ device, vlanNames, vlanInterfaces }: Moment['reading']): VlanSet {
  const named: (Vid | readonly [Vid, Vid])[] = Object.keys(vlanNames).map(Number)
  for (const { vlan } of vlanInterfaces) named.push(vlan)
  for (const { accessVlan, nativeVlan, voiceVlan, allowedVlans } of device.ports) {
    named.push(accessVlan.value, nativeVlan.value)
    if (typeof voiceVlan.value === 'number') named.push(voiceVlan.value)
    if (countVlans(allowedVlans.value) <= LONG_LIST) named.push(...allowedVlans.value)
  }
  return vlanSet(...named)
}

/** The name of a VLAN: its own, the built-in one, or `VLAN0020`. */
export function vlanName({ reading }: Moment, vlan: Vid): string {
  return reading.vlanNames[vlan] ?? BUILT_IN_NAMES[vlan] ?? `VLAN${String(vlan).padStart(4, '0')}`
}

/** `10 (USERS)`, or `99 (Inactive)` for a VLAN that does not exist (facts C6). */
export function vlanWithName(moment: Moment, vlans: ShownVlans, vlan: Vid): string {
  const exists = commonVlans(vlans.existing, vlanSet(vlan)).length > 0
  return `${vlan} (${exists ? vlanName(moment, vlan) : 'Inactive'})`
}

/** A set as tables print it: `1,10,20-24`, `none`. */
export function vlanListText(set: VlanSet): string {
  return set.length === 0 ? 'none' : vlanListElements(set).join(',')
}

/** A set as `show interfaces switchport` prints it: `ALL` for every VLAN, `NONE` for none. */
export function allOrList(set: VlanSet): string {
  if (sameVlans(set, ALL_VLANS)) return 'ALL'
  return set.length === 0 ? 'NONE' : vlanListText(set)
}
