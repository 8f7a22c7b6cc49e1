import type { PortGroupVlan } from '../hypervisor-reading.ts'
import { vlanOfWords } from './port-group-vlan.ts'

/**
 * A distributed switch keeps its port groups in vCenter, and no command on a host lists their VLANs. So a person types them, as a
 * table with a bar between the columns. Only the first two columns are needed; the others may stand in any order:
 *
 *     Distributed Port Group | VLAN          | Distributed Switch | Uplinks
 *     vMotion-DPG            | 30            | DSwitch            | vmnic2, vmnic3
 *     Management-DPG         | none          | DSwitch            |
 *     Lab-Trunk              | trunk 100-199 | DSwitch            |
 *
 * A VLAN is `none`, an ID, or a trunk: `trunk 100-199,300`. Rows of dashes, as Markdown has them, are passed over.
 */
export type DistributedColumns = {
  readonly name: number
  readonly vlan: number
  readonly vSwitch: number | null
  readonly uplinks: number | null
}

/** What a distributed switch is called where the table does not name it. */
export const UNNAMED_DISTRIBUTED_SWITCH = 'distributed switch'

/** One row of the typed table. */
export type DistributedRow = {
  readonly name: string
  readonly vlan: PortGroupVlan
  readonly vSwitch: string
  /** Cards that lead out of the switch; null where the row does not tell. */
  readonly uplinks: readonly string[] | null
}

/** The columns that a header names; null for a line that is no header of this table. */
export function distributedColumns(line: string): DistributedColumns | null {
  const cells = cellsOf(line).map((cell) => cell.toLowerCase())
  const at = (...names: readonly string[]) => {
    const found = cells.findIndex((cell) => names.includes(cell))
    return found < 0 ? null : found
  }
  const name = at('distributed port group', 'distributed portgroup')
  const vlan = at('vlan', 'vlan id', 'vlans')
  if (name === null || vlan === null) return null
  return { name, vlan, vSwitch: at('distributed switch', 'vds'), uplinks: at('uplinks', 'uplink') }
}

/** Whether the line is the row of dashes under a header. */
export function isRule(line: string): boolean {
  return line.includes('-') && /^[ \t|:+-]+$/.test(line)
}

/** A row of the table; null for what is none. */
export function readDistributedRow(line: string, columns: DistributedColumns): DistributedRow | null {
  if (!line.includes('|')) return null
  const cells = cellsOf(line)
  const name = cells[columns.name] ?? ''
  const vlan = vlanOfWords(cells[columns.vlan] ?? '')
  if (name === '' || !vlan) return null
  const vSwitch = (columns.vSwitch === null ? '' : cells[columns.vSwitch]) || UNNAMED_DISTRIBUTED_SWITCH
  const uplinks = (columns.uplinks === null ? '' : (cells[columns.uplinks] ?? ''))
    .split(/[\s,]+/)
    .filter(Boolean)
  return { name, vlan, vSwitch, uplinks: uplinks.length > 0 ? uplinks : null }
}

function cellsOf(line: string): string[] {
  const text = line.trim().replace(/^\|/, '').replace(/\|$/, '')
  return text.split('|').map((cell) => cell.trim())
}
