import { unionVlans, withoutVlans } from '../../net/vlan-set.ts'
import type { LineState } from '../reading.ts'
import type { Assignment, OvsCommand } from './commands.ts'
import type { OvsPortDraft } from './draft.ts'
import { readTag, readTrunks, readVlanMode } from './values.ts'

/** Columns of a port that change which of its frames pass, and are not simulated, with the value that leaves them alone. */
const UNMODELLED = new Map([
  ['protected', 'false'],
  ['cvlans', '[]'],
])
/** Keys of `other_config` that change how tags are read or written. */
const TAGGING_OPTIONS = /qinq-ethtype|priority-tags/

/** Gives a port a column's value. `unmodelled` is one that matters and is not simulated, `unknown` one the database would refuse. */
export function setColumn(port: OvsPortDraft, { column, value }: Assignment, by: () => number): LineState {
  const set = <T>(
    read: T | null | undefined,
    put: (setting: { value: T; from: number[] } | null) => void,
  ) => {
    if (read === undefined) return 'unknown'
    put(read === null ? null : { value: read, from: [by()] })
    return 'modelled'
  }
  switch (column) {
    case 'tag':
      return set(readTag(value), (tag) => {
        port.columns.tag = tag
      })
    case 'trunks':
      return set(readTrunks(value), (trunks) => {
        port.columns.trunks = trunks
      })
    case 'vlan_mode': {
      const state = set(readVlanMode(value), (vlanMode) => {
        port.columns.vlanMode = vlanMode
      })
      // Such a port writes a second tag, of another type, on frames that leave by trunks.
      return state === 'modelled' && port.columns.vlanMode?.value === 'dot1q-tunnel' ? 'unmodelled' : state
    }
    default:
      return otherColumn(column, value)
  }
}

function otherColumn(column: string, value: string): LineState {
  const usual = UNMODELLED.get(column)
  if (usual !== undefined) return value.trim() === usual ? 'harmless' : 'unmodelled'
  return TAGGING_OPTIONS.test(column) || (column === 'other_config' && TAGGING_OPTIONS.test(value))
    ? 'unmodelled'
    : 'harmless'
}

/** Empties columns of a port. */
export function clearColumns(port: OvsPortDraft, columns: readonly string[]): LineState {
  for (const column of columns.flatMap((each) => each.split(','))) {
    if (column === 'tag') port.columns.tag = null
    else if (column === 'trunks') port.columns.trunks = null
    else if (column === 'vlan_mode') port.columns.vlanMode = null
  }
  return 'modelled'
}

/** Adds values to a set of a port, or takes some out. */
export function editColumn(
  port: OvsPortDraft,
  command: OvsCommand & { does: 'add-to-port' | 'remove-from-port' },
  by: () => number,
): LineState {
  if (command.column === 'trunks') {
    const values = readTrunks(command.values.join(','))
    if (!values) return 'unknown'
    const { value = [], from = [] } = port.columns.trunks ?? {}
    const next = command.does === 'add-to-port' ? unionVlans(value, values) : withoutVlans(value, values)
    port.columns.trunks = next.length > 0 ? { value: next, from: [...from, by()] } : null
    return 'modelled'
  }
  const alone = command.values[0] ?? ''
  if (command.column !== 'tag' && command.column !== 'vlan_mode') return otherColumn(command.column, alone)
  if (command.does === 'remove-from-port') return clearColumns(port, [command.column])
  return setColumn(port, { column: command.column, value: alone }, by)
}
