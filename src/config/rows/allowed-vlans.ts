import { ALL_VLANS, NO_VLANS, sameVlans, unionVlans, type VlanSet, withoutVlans } from '../../net/vlan-set.ts'
import { type Command, portCommand } from '../command.ts'
import { type PortDraft, resetPort, setPort } from '../port-draft.ts'
import { wrapVlanList } from '../vlan-list.ts'

/** Characters of list on the first line of an allowed list and on its `add` lines (facts D4). */
const WIDTHS = { first: 48, next: 44 }

/** Changes the list that earlier lines made; all of them are its sources. */
function edit(port: PortDraft, value: VlanSet, by: readonly number[]): void {
  const before = port.settings.allowedVlans
  const from = before === port.defaults.allowedVlans ? by : [...before.from, ...by]
  setPort(port, 'allowedVlans', value, from)
}

/** The lines that make an allowed list; none for "all", which is the default on every platform (facts D4, D5b). */
function written(value: VlanSet, elements: (set: VlanSet) => string[]): string[] {
  if (sameVlans(value, ALL_VLANS)) return []
  if (value.length === 0) return ['switchport trunk allowed vlan none']
  const [first, ...more] = wrapVlanList(elements(value), WIDTHS)
  return [
    `switchport trunk allowed vlan ${first}`,
    ...more.map((part) => `switchport trunk allowed vlan add ${part}`),
  ]
}

/**
 * The VLANs that may cross a trunk. `LIST` replaces, `add` and `remove` edit, `except` is all but the list; lines count in their
 * order (facts D4). `elements` writes a set's elements as the dialect does.
 */
export function allowedVlanRows(elements: (set: VlanSet) => string[]): Command[] {
  return [
    portCommand('switchport trunk allowed vlan <vlans>', {
      help: 'Let these VLANs cross and no others',
      port: (port, [vlans], by) => setPort(port, 'allowedVlans', vlans, by),
      noPort: (port, _args, by) => resetPort(port, 'allowedVlans', by),
      write: ({ allowedVlans }) => written(allowedVlans.value, elements),
    }),
    portCommand('switchport trunk allowed vlan add <vlans>', {
      help: 'Let these VLANs cross too',
      port: (port, [vlans], by) => edit(port, unionVlans(port.settings.allowedVlans.value, vlans), by),
    }),
    portCommand('switchport trunk allowed vlan remove <vlans>', {
      help: 'Let these VLANs cross no longer',
      port: (port, [vlans], by) => edit(port, withoutVlans(port.settings.allowedVlans.value, vlans), by),
    }),
    portCommand('switchport trunk allowed vlan except <vlans>', {
      help: 'Let all VLANs cross but these; this replaces the whole list',
      port: (port, [vlans], by) => setPort(port, 'allowedVlans', withoutVlans(ALL_VLANS, vlans), by),
    }),
    portCommand('switchport trunk allowed vlan all', {
      help: 'Let every VLAN cross',
      port: (port, _args, by) => setPort(port, 'allowedVlans', ALL_VLANS, by),
    }),
    portCommand('switchport trunk allowed vlan none', {
      help: 'Let no VLAN cross',
      port: (port, _args, by) => setPort(port, 'allowedVlans', NO_VLANS, by),
    }),
  ]
}
