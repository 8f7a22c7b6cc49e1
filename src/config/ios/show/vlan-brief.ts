import { eachVlan, hasVlan, type Vid, type VlanSet, vlanSet } from '../../../net/vlan-set.ts'
import type { Moment } from './moment.ts'
import type { Shown } from './shown.ts'
import { shownPorts } from './shown-ports.ts'
import { LEGACY_VLANS, type ShownVlans, shownVlans, VLANS_NOT_KNOWN, vlanName } from './vlans.ts'

/** Longest name, and width of the column "Ports" (facts D5). */
const NAME = 32
const PORTS = 31
const BEFORE_PORTS = 48

/** `show vlan brief`: every VLAN, and the ports that are access ports in it; trunks are not listed (facts D5). */
export function showVlanBrief(moment: Moment): Shown {
  const vlans = shownVlans(moment)
  return table(moment, vlans, vlans.existing)
}

/** `show vlan`: the table of `show vlan brief`, without the tables that follow it on a device. */
export function showVlan(moment: Moment): Shown {
  const { lines, notes } = showVlanBrief(moment)
  return { lines, notes: [...notes, 'A device goes on with types and MTUs, of which nothing is simulated.'] }
}

/** `show vlan id N`: the row of one VLAN. */
export function showVlanNumber(moment: Moment, vlan: Vid): Shown {
  const vlans = shownVlans(moment)
  if (hasVlan(vlans.existing, vlan)) return table(moment, vlans, vlanSet(vlan))
  return { lines: [], notes: [`VLAN ${vlan} does not exist here.`] }
}

function table(moment: Moment, vlans: ShownVlans, rowsOf: VlanSet): Shown {
  const members = accessPorts(moment)
  const lines = [
    'VLAN Name                             Status    Ports',
    '---- -------------------------------- --------- -------------------------------',
  ]
  for (const vlan of eachVlan(rowsOf)) {
    const name = vlanName(moment, vlan).slice(0, NAME).padEnd(NAME)
    const head = `${String(vlan).padEnd(4)} ${name} ${status(vlans, vlan).padEnd(9)} `
    const [first = '', ...more] = rows(members.get(vlan) ?? [])
    lines.push((head + first).trimEnd(), ...more.map((row) => ' '.repeat(BEFORE_PORTS) + row))
  }
  return { lines, notes: vlans.assumed ? [VLANS_NOT_KNOWN] : [] }
}

function status({ suspended }: ShownVlans, vlan: Vid): string {
  if (hasVlan(LEGACY_VLANS, vlan)) return 'act/unsup'
  return hasVlan(suspended, vlan) ? 'suspended' : 'active'
}

function accessPorts(moment: Moment): Map<Vid, string[]> {
  const members = new Map<Vid, string[]>()
  for (const { settings, operating, memberOf, shortName, mode } of shownPorts(moment)) {
    const trunk = operating === 'trunk' || (operating === 'down' && mode === 'trunk')
    if (!settings.switching.value || memberOf !== null || trunk) continue
    const vlan = settings.accessVlan.value
    members.set(vlan, [...(members.get(vlan) ?? []), shortName])
  }
  return members
}

/** The ports of a VLAN, as many as fit in a row of the column. */
function rows(ports: readonly string[]): string[] {
  const made: string[] = []
  let row = ''
  for (const port of ports) {
    if (row !== '' && row.length + 2 + port.length > PORTS) {
      made.push(row)
      row = port
    } else row = row === '' ? port : `${row}, ${port}`
  }
  return row === '' ? made : [...made, row]
}
