import { FIRST_VLAN, LAST_VLAN, type Vid } from '../net/vlan-set.ts'
import type { PortName } from './port-name.ts'
import type { VlanInterface } from './reading.ts'

/** A VLAN interface while it is read or typed at. */
export type VlanInterfaceDraft = { -readonly [K in keyof VlanInterface]: VlanInterface[K] }

/** The VLAN of an interface like `Vlan10`; null for any other, and for a number that is no VLAN's. */
export function vlanOfInterface({ kind, numbers, sub }: PortName): Vid | null {
  if (kind !== 'Vlan' || sub !== null || !/^\d{1,4}$/.test(numbers)) return null
  const vlan = Number(numbers)
  return vlan >= FIRST_VLAN && vlan <= LAST_VLAN ? vlan : null
}

/** What a line under a VLAN interface does to it; false for a line that does nothing in our subject. */
export function tellVlanInterface(svi: VlanInterfaceDraft, line: string): boolean {
  const [, no, address] = /^(no )?ip(?:v6)? address\b[ \t]*(.*)$/i.exec(line) ?? []
  if (address !== undefined) {
    if (/ secondary$/i.test(address)) return true
    svi.hasAddress = no === undefined
    if (no !== undefined) delete svi.address
    else if (/^ip a/i.test(line)) svi.address = address
    return true
  }
  if (!/^(?:no )?shut(?:down)?$/i.test(line)) return false
  svi.enabled = /^no/i.test(line)
  return true
}
