import type { PortMode, PortSettings } from '../../../../net/settings.ts'
import type { Output, PortSaid } from '../../../pasted/pasted.ts'
import { cellSaid, type TrunkEntry, trunkReader } from '../../../pasted/trunk-tables.ts'
import { vlanIn } from '../../../pasted/vlan-in.ts'
import { readVlans } from '../../../pasted/vlan-sets.ts'

const MODES: Readonly<Record<string, PortMode>> = {
  on: 'trunk',
  nonegotiate: 'trunk',
  off: 'access',
  auto: 'dynamic auto',
  desirable: 'dynamic desirable',
}

const ENCAPSULATIONS: Readonly<Record<string, PortSettings['encapsulation']['value']>> = {
  '802.1q': 'dot1q',
  isl: 'isl',
  'n-802.1q': 'negotiate',
  'n-isl': 'negotiate',
  negotiate: 'negotiate',
}

function readEntry({ port, row, allowed }: TrunkEntry): PortSaid | null {
  const [mode, encapsulation, status, native] = row
  if (!mode || !status) return null
  const modeSaid = cellSaid(mode, (word) => MODES[word])
  const encapsulationSaid = cellSaid(encapsulation, (word) => ENCAPSULATIONS[word])
  const nativeVlan = cellSaid(native, vlanIn)
  const allowedVlans = cellSaid(allowed, readVlans)
  const negotiate = mode.value === 'nonegotiate' ? { value: false, at: mode.at } : undefined
  return {
    port,
    settings: {
      ...(modeSaid && { mode: modeSaid }),
      ...(negotiate && { negotiate }),
      ...(encapsulationSaid && { encapsulation: encapsulationSaid }),
      ...(nativeVlan && { nativeVlan }),
      ...(allowedVlans && { allowedVlans }),
    },
    ...(status.value === 'trunking' && { operating: { value: 'trunk', at: status.at } }),
  }
}

/** How `show interfaces trunk` is found and read (facts D5): the rows of its first table, and the allowed VLANs of each port. */
export const TRUNK_TABLES: Output = {
  command: 'show interfaces trunk',
  signatures: ['Native vlan', 'Vlans allowed'],
  begins: (line) =>
    /^[ \t]*Port[ \t]+(?:Mode[ \t]+Encapsulation[ \t]+Status|Vlans (?:allowed|in spanning))/.test(line),
  goesOn:
    /^[ \t]*(?:Port[ \t]|[A-Za-z][A-Za-z-]*[\d/]+[ \t]+(?:o[nf]|auto|desirable|nonegotiate|none|\d)|[\d,-]+$)/,
  read: trunkReader(readEntry),
}
