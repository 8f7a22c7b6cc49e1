import { ALL_VLANS, NO_VLANS, unionVlans, type VlanSet } from '../../net/vlan-set.ts'
import { readVlanList } from '../vlan-list.ts'

/** A list of VLANs as outputs print it, `all` and `none` among them; blanks and a comma at the end do not matter. Null for no list. */
export function readVlans(value: string): VlanSet | null {
  const list = value.replace(/[ \t]+/g, '').replace(/,$/, '')
  if (/^all$/i.test(list)) return ALL_VLANS
  if (/^none$/i.test(list)) return NO_VLANS
  const vlans = readVlanList(list)
  return vlans && unionVlans(vlans, NO_VLANS)
}
