import { FIRST_VLAN, LAST_VLAN, type Vid } from '../net/vlan-set.ts'
import { numbersOf, type PortName } from './port-name.ts'
import type { VlanInterface } from './reading.ts'

/** A VLAN interface while it is read or typed at. */
export type VlanInterfaceDraft = { -readonly [K in keyof VlanInterface]: VlanInterface[K] }

/** The VLAN of an interface like `Vlan10`; null for any other, and for a number that is no VLAN's. */
export function vlanOfInterface(name: PortName): Vid | null {
  if (name.kind !== 'Vlan' || !/^\d{1,4}$/.test(numbersOf(name))) return null
  const vlan = name.number
  return vlan >= FIRST_VLAN && vlan <= LAST_VLAN ? vlan : null
}

/** What a line under a VLAN interface does to it; false for a line that does nothing in our subject. */
export function tellVlanInterface(svi: VlanInterfaceDraft, line: string): boolean {
  const [, no, address] = /^(no )?(ip(?:v6)? address\b.*)$/i.exec(line) ?? []
  if (address !== undefined) {
    if (/ secondary$/i.test(address)) return true
    svi.hasAddress = no === undefined
    if (no === undefined) svi.addressLine = address
    else delete svi.addressLine
    return true
  }
  if (!/^(?:no )?shut(?:down)?$/i.test(line)) return false
  svi.enabled = /^no/i.test(line)
  return true
}

/** The lines that lead a VLAN interface from one state to another, one that is new being up and without an address. */
export function vlanInterfaceLines(from: VlanInterface | null, to: VlanInterface): string[] {
  const had = from?.addressLine
  const lines: string[] = []
  if (had !== to.addressLine)
    lines.push(to.addressLine ?? `no ${/^\S+ address/i.exec(had ?? '')?.[0] ?? 'ip address'}`)
  if ((from?.enabled ?? true) !== to.enabled) lines.push(to.enabled ? 'no shutdown' : 'shutdown')
  return lines
}
