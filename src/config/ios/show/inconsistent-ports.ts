import { readPortName } from '../../port-name.ts'
import type { Moment } from './moment.ts'
import type { Inconsistency } from './native-mismatch.ts'
import type { Shown } from './shown.ts'

/** Widths of the first two columns. */
const NAME = 21
const INTERFACE = 25

const WORDS: Readonly<Record<Inconsistency['why'], string>> = {
  native: 'Port VLAN ID Mismatch',
  type: 'Port Type Inconsistent',
}

/** `show spanning-tree inconsistentports`, as published transcripts have it. */
export function showInconsistentPorts({ inconsistent, spanningTree }: Moment): Shown {
  const rows = [...inconsistent].sort((a, b) => a.vlan - b.vlan).map(row)
  return {
    lines: [
      '',
      'Name                 Interface                Inconsistency',
      '-------------------- ------------------------ ------------------',
      ...rows,
      '',
      `Number of inconsistent ports (segments) in the system : ${rows.length}`,
    ],
    notes:
      spanningTree === 'none' ? ['This run has no spanning tree, so that nothing can be inconsistent.'] : [],
  }
}

function row({ port, vlan, why }: Inconsistency): string {
  return `${longVlan(vlan).padEnd(NAME)}${(readPortName(port)?.key ?? port).padEnd(INTERFACE)}${WORDS[why]}`
}

/** `VLAN0010` */
export function longVlan(vlan: number): string {
  return `VLAN${String(vlan).padStart(4, '0')}`
}
