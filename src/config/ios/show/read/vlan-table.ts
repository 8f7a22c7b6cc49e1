import { NO_VLANS, type Vid, type VlanSet, vlanSet } from '../../../../net/vlan-set.ts'
import { readPortName } from '../../../port-name.ts'
import type { PastedLine, PortSaid } from './pasted.ts'
import { vlanIn } from './vlan-in.ts'

/** What `show vlan` or `show vlan brief` says. */
export type VlansSaid = {
  readonly existing: VlanSet
  readonly suspended: VlanSet
  readonly names: Readonly<Record<Vid, string>>
  /** The header of the table. */
  readonly at: PastedLine
  /** Access ports by the VLAN they are listed under. */
  readonly ports: readonly PortSaid[]
}

const HEADER = /^VLAN Name[ \t]+Status[ \t]+Ports/
const ROW =
  /^(\d{1,4})[ \t]+(\S+)[ \t]+(active|suspended|act\/(?:unsup|lshut|ishut)|sus\/(?:lshut|ishut))(?:[ \t]+(\S.*))?$/
/** What ends the first table of `show vlan`. */
const NEXT_TABLE = /^VLAN Type|^Remote SPAN|^Primary[ \t]/

/** Reads `show vlan brief`, and the first table of `show vlan` (facts D5). Null where no row is found. */
export function readVlanTable(lines: readonly PastedLine[]): VlansSaid | null {
  const existing: Vid[] = []
  const suspended: Vid[] = []
  const names: Record<Vid, string> = {}
  const ports: PortSaid[] = []
  let header: PastedLine | null = null
  let vlan: Vid | null = null
  for (const at of lines) {
    const text = at.text.trim()
    if (HEADER.test(text)) header = at
    if (NEXT_TABLE.test(text)) break
    const [, number, name, status, listed] = ROW.exec(text) ?? []
    if (number !== undefined && name !== undefined) {
      vlan = vlanIn(number)
      if (vlan === null) continue
      existing.push(vlan)
      if (status !== 'active' && status !== 'act/unsup') suspended.push(vlan)
      if (!isBuiltInName(vlan, name)) names[vlan] = name
    }
    const members = number === undefined ? text : (listed ?? '')
    if (vlan !== null && header) ports.push(...portsIn(members, vlan, at))
  }
  if (!header || existing.length === 0) return null
  const set = (vlans: readonly Vid[]) => (vlans.length === 0 ? NO_VLANS : vlanSet(...vlans))
  return { existing: set(existing), suspended: set(suspended), names, at: header, ports }
}

/** Names that a device gives by itself: they are no one's choice and are not kept. */
function isBuiltInName(vlan: Vid, name: string): boolean {
  return vlan === 1 || (vlan >= 1002 && vlan <= 1005) || name === `VLAN${String(vlan).padStart(4, '0')}`
}

function portsIn(text: string, vlan: Vid, at: PastedLine): PortSaid[] {
  return text
    .split(',')
    .map((name) => readPortName(name.trim()))
    .filter((port) => port !== null)
    .map((port) => ({ port, by: 'show vlan', settings: { accessVlan: { value: vlan, at } } }))
}
