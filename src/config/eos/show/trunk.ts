import type { Output, PortSaid } from '../../pasted/pasted.ts'
import { cellSaid, type TrunkEntry, trunkReader } from '../../pasted/trunk-tables.ts'
import { vlanIn } from '../../pasted/vlan-in.ts'
import { readVlans } from '../../pasted/vlan-sets.ts'

function readEntry({ port, row, allowed }: TrunkEntry): PortSaid | null {
  const [mode, status, native] = row
  if (!mode || !status) return null
  const nativeVlan = cellSaid(native, vlanIn)
  const allowedVlans = cellSaid(allowed, readVlans)
  return {
    port,
    settings: {
      ...(mode.value === 'trunk' && { mode: { value: 'trunk', at: mode.at } }),
      ...(nativeVlan && { nativeVlan }),
      ...(allowedVlans && { allowedVlans }),
    },
    ...(status.value === 'trunking' && { operating: { value: 'trunk', at: status.at } }),
  }
}

/** How `show interfaces trunk` is found and read. */
export const TRUNK_TABLES: Output = {
  command: 'show interfaces trunk',
  signatures: ['Native vlan', 'Vlans allowed'],
  begins: (line) => /^[ \t]*Port[ \t]+(?:Mode[ \t]+Status|Vlans (?:allowed|in spanning))/.test(line),
  goesOn: /^[ \t]*(?:-{4,}|Port[ \t]|[A-Za-z][A-Za-z-]*[\d/]+[ \t]+(?:trunk|All|None|\d)|[\d,-]+$)/,
  read: trunkReader(readEntry),
}
