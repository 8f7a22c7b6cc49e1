import { FIRST_VLAN, LAST_VLAN, type Vid } from '../../net/vlan-set.ts'

/** The VLAN a value begins with: `10 (USERS)`, `99 (Inactive)`, `1`; null where it is no VLAN's number. */
export function vlanIn(value: string): Vid | null {
  const number = Number(/^\d{1,4}(?!\d)/.exec(value.trim())?.[0] ?? Number.NaN)
  return number >= FIRST_VLAN && number <= LAST_VLAN ? number : null
}
