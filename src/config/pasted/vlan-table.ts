import { NO_VLANS, type Vid, vlanSet } from '../../net/vlan-set.ts'
import { readPortName } from '../port-name.ts'
import type { Output, OutputSaid, PastedLine, PortSaid, VlansSaid } from './pasted.ts'
import { vlanIn } from './vlan-in.ts'

const HEADER = /^VLAN[ \t]+Name[ \t]+Status[ \t]+Ports/
/** A row from its column "Status" on. */
const STATUS = /^(active|suspended|act\/(?:unsup|lshut|ishut)|sus\/(?:lshut|ishut))(?:[ \t]+(\S.*))?$/
/** A row whose columns have lost their places, as in a text that somebody squeezed. */
const SQUEEZED =
  /^(\d{1,4})[ \t]+(\S.*?)[ \t]+((?:active|suspended|act\/(?:unsup|lshut|ishut)|sus\/(?:lshut|ishut))(?:[ \t].*)?)$/
/** What ends the first table of `show vlan`. */
const NEXT_TABLE = /^VLAN Type|^Remote SPAN|^Primary[ \t]/

/** A table of VLANs, and the ports that it lists under them. */
export type VlanTable = { readonly vlans: VlansSaid; readonly ports: readonly PortSaid[] }

/** Reads `show vlan brief`, and the first table of `show vlan` (facts D5). Null where no row is found. */
export function readVlanTable(lines: readonly PastedLine[]): VlanTable | null {
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
    const row = header && readRow(at.text, header.text)
    if (row) {
      vlan = vlanIn(row.number)
      if (vlan === null) continue
      existing.push(vlan)
      if (row.status !== 'active' && row.status !== 'act/unsup') suspended.push(vlan)
      if (!isBuiltInName(vlan, row.name)) names[vlan] = row.name
    }
    if (vlan !== null && header) ports.push(...portsIn(row ? row.ports : text, vlan, at))
  }
  if (!header || existing.length === 0) return null
  const set = (vlans: readonly Vid[]) => (vlans.length === 0 ? NO_VLANS : vlanSet(...vlans))
  return { vlans: { existing: set(existing), suspended: set(suspended), names, at: header }, ports }
}

/** Which VLANs a table lists, where being listed there says nothing about a port. */
export function vlansAlone(lines: readonly PastedLine[]): OutputSaid {
  const table = readVlanTable(lines)
  return table ? { vlans: table.vlans } : {}
}

type Row = { readonly number: string; readonly name: string; readonly status: string; readonly ports: string }

/** A row of the table: by the columns of its header, since a name may hold blanks, else by what stands in it. */
function readRow(text: string, header: string): Row | null {
  const [nameAt, statusAt] = [header.indexOf('Name'), header.indexOf('Status')]
  const number = text.slice(0, nameAt).trim()
  const name = text.slice(nameAt, statusAt).trim()
  if (/^\d{1,4}$/.test(number) && name !== '' && STATUS.test(text.slice(statusAt))) {
    return rowOf(number, name, text.slice(statusAt))
  }
  const [, squeezed, words, rest] = SQUEEZED.exec(text.trim()) ?? []
  return squeezed !== undefined && words !== undefined && rest !== undefined
    ? rowOf(squeezed, words, rest)
    : null
}

function rowOf(number: string, name: string, rest: string): Row | null {
  const [, status, ports = ''] = STATUS.exec(rest) ?? []
  return status === undefined ? null : { number, name, status, ports }
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
    .map((port) => ({ port, settings: { accessVlan: { value: vlan, at } } }))
}

/** How a table of VLANs is found, whichever dialect prints it. */
export const VLAN_TABLE: Omit<Output, 'read'> = {
  command: 'show vlan',
  signatures: ['VLAN Name '],
  begins: (line) => /^[ \t]*VLAN[ \t]+(?:Name[ \t]+Status[ \t]+Ports|Type[ \t]+SAID)/.test(line),
  goesOn:
    /^(?:[ \t]*(?:-{4}|\d{1,4}[ \t]+\S|VLAN[ \t]+Type|Remote SPAN|Primary[ \t]+Secondary)|[ \t]+(?:[A-Z][A-Za-z]*[\d/]*,?[ \t]*)+$)/,
}
