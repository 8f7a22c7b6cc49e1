import type { Output, PortSaid } from '../../pasted/pasted.ts'
import { cellSaid, type TrunkEntry, trunkReader } from '../../pasted/trunk-tables.ts'
import { vlanIn } from '../../pasted/vlan-in.ts'
import { readVlans } from '../../pasted/vlan-sets.ts'
import { readPortName } from '../../port-name.ts'

/** Statuses of a trunk: by itself, or as a member of a port-channel (facts D8). */
const TRUNKS = ['trunking', 'trnk-bndl']

function readEntry({ port, row, allowed }: TrunkEntry): PortSaid | null {
  const [native, status, channel] = row
  if (!native || !status) return null
  const nativeVlan = cellSaid(native, vlanIn)
  const allowedVlans = cellSaid(allowed, readVlans)
  const bundle = cellSaid(channel, (word) => readPortName(word)?.key)
  const isTrunk = TRUNKS.includes(status.value)
  return {
    port,
    settings: {
      ...(isTrunk && { mode: { value: 'trunk', at: status.at } }),
      ...(nativeVlan && { nativeVlan }),
      ...(allowedVlans && { allowedVlans }),
      ...(bundle && { channel: bundle }),
    },
    ...(isTrunk && { operating: { value: 'trunk', at: status.at } }),
  }
}

/** How `show interface trunk` is found and read (facts D8): tables between rows of dashes. */
export const TRUNK_TABLES: Output = {
  command: 'show interface trunk',
  signatures: ['Vlans Allowed on Trunk', 'STP Forwarding'],
  begins: (line, next) => (/^[ \t]*-{70,}$/.test(line) ? TITLE.test(next) : TITLE.test(line)),
  goesOn:
    /^[ \t]*(?:-{70,}$|Port[ \t]|Vlan[ \t]+Channel$|[A-Za-z][A-Za-z-]*[\d/]+[ \t]+(?:none|\d)|[\d,-]+$|Feature VLANs:)/,
  read: trunkReader(readEntry),
}

const TITLE =
  /^[ \t]*Port[ \t]+(?:Native[ \t]+(?:Vlan[ \t]+)?Status[ \t]+Port|Vlans (?:Allowed on Trunk|Err-disabled on Trunk|in spanning)|STP Forwarding)/
