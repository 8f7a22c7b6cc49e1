import { type LineLog, NOTHING, WHOLE_SWITCH } from '../line-log.ts'
import type { LineState, Touches } from '../reading.ts'
import type { TextLine } from '../text-lines.ts'
import { setColumn } from './columns.ts'
import type { OvsDraft } from './draft.ts'
import { readName } from './values.ts'

/** A line of `ovs-vsctl list`: the column, padded with blanks, and its value. */
export function readRecordLine(text: string): { column: string; value: string } | null {
  const [, column, value] = /^([a-z_]+)[ \t]*:[ \t](.*)$/.exec(text) ?? []
  // A line of `ovs-vsctl show` has no blank before its colon; a column of twenty letters has none either.
  if (column === undefined || value === undefined) return null
  return /^[a-z_]+[ \t]+:/.test(text) || column.length >= 20 ? { column, value } : null
}

/** Columns that the table of bridges has and that of ports has not, with the values that leave forwarding alone. */
const BRIDGE_COLUMNS = new Map([
  ['controller', /^\[\]$/],
  ['fail_mode', /^(?:\[\]|standalone)$/],
  ['flood_vlans', /^\[\]$/],
  ['mirrors', /^\[\]$/],
  ['stp_enable', /^false$/],
  ['rstp_enable', /^false$/],
])

type Cell = {
  readonly column: string
  readonly value: string
  readonly line: TextLine
  readonly index: number
}

/** One row of a table as `ovs-vsctl list` prints it: a line for each column. Which row it is shows in its column `name`. */
export class PortRecord {
  readonly #cells = new Map<string, Cell>()

  has(column: string): boolean {
    return this.#cells.has(column)
  }

  add(cell: Cell): void {
    this.#cells.set(cell.column, cell)
  }

  /** Gives the port of this row its columns; what a row of the table of bridges says is not simulated. */
  apply(draft: OvsDraft, log: LineLog): void {
    const name = this.#cells.get('name')
    const isPort = ['tag', 'trunks', 'vlan_mode'].some((column) => this.#cells.has(column))
    if (!name || !isPort) return this.#applyBridge(log)
    const port = draft.port(readName(name.value), name.line.number)
    mark(log, name, 'modelled', NOTHING)
    port.complete ||= this.#cells.has('vlan_mode')
    for (const cell of this.#cells.values()) {
      if (cell.column === 'name') continue
      const by = () => draft.written(cell.line.number, cell.line.text)
      const state = setColumn(port, cell, by)
      const quiet = state === 'modelled' || state === 'harmless'
      mark(log, cell, state, quiet ? NOTHING : { what: 'port', port: port.name })
    }
  }

  #applyBridge(log: LineLog): void {
    for (const cell of this.#cells.values()) {
      const usual = BRIDGE_COLUMNS.get(cell.column)
      const matters = (usual && !usual.test(cell.value.trim())) || /vlan-limit/.test(cell.value)
      if (matters) mark(log, cell, 'unmodelled', WHOLE_SWITCH)
    }
  }
}

function mark(log: LineLog, { index }: Cell, state: LineState, touches: Touches): void {
  const line = log.lines[index]
  if (line) log.lines[index] = { ...line, state, touches }
}
