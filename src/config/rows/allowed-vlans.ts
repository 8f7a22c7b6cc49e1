import {
  ALL_VLANS,
  countVlans,
  NO_VLANS,
  sameVlans,
  unionVlans,
  type VlanSet,
  withoutVlans,
} from '../../net/vlan-set.ts'
import { addedSources } from '../added-sources.ts'
import { type Command, portCommand } from '../command.ts'
import { type PortDraft, resetPort } from '../port-draft.ts'
import { wrapVlanList } from '../vlan-list.ts'

/** Characters of list on the first line of an allowed list and on its `add` lines (facts D4). */
const WIDTHS = { first: 48, next: 44 }

/** Changes the list that earlier lines made; all of them are its sources. */
function edit(port: PortDraft, value: VlanSet, by: readonly number[]): void {
  const before = port.settings.allowedVlans
  const earlier = before === port.defaults.allowedVlans ? [] : before.from
  port.settings.allowedVlans = { value, from: addedSources(earlier, by) }
}

/** A list of more VLANs than this means "all, as good as": to narrow it is no mishap. */
const NEARLY_ALL = 1000

/** A later line takes the place of the list that earlier ones made. What it takes off the trunk or lets onto it may not be meant. */
function replace(port: PortDraft, value: VlanSet, by: readonly number[], opens: boolean): void {
  const before = port.settings.allowedVlans
  const isList = before !== port.defaults.allowedVlans && countVlans(before.value) <= NEARLY_ALL
  const { lost = NO_VLANS, from = [] } = port.overwritten ?? {}
  if (isList || port.overwritten)
    port.overwritten = {
      lost: withoutVlans(isList && !opens ? unionVlans(lost, before.value) : lost, value),
      opened: isList && opens ? withoutVlans(value, before.value) : NO_VLANS,
      from: isList ? [...from, ...before.from] : from,
    }
  port.settings.allowedVlans = { value, from: by }
}

/** VLANs that a line names, to add them or to remove them, were thought of. */
function settle(port: PortDraft, vlans: VlanSet): void {
  if (!port.overwritten) return
  const { lost, opened, from } = port.overwritten
  port.overwritten = { lost: withoutVlans(lost, vlans), opened: withoutVlans(opened, vlans), from }
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

/** The `add` and `remove` lines that lead from one list to another. */
function edits(from: VlanSet, to: VlanSet, elements: (set: VlanSet) => string[]): string[] {
  const lines = (word: string, set: VlanSet) =>
    wrapVlanList(elements(set), { first: WIDTHS.next, next: WIDTHS.next }).map(
      (part) => `switchport trunk allowed vlan ${word} ${part}`,
    )
  return [...lines('add', withoutVlans(to, from)), ...lines('remove', withoutVlans(from, to))]
}

/** Fewest lines first, then fewest characters. */
function sizeOf(lines: readonly string[]): number {
  return lines.length * 1000 + lines.join('').length
}

/**
 * The VLANs that may cross a trunk. `LIST` replaces, `add` and `remove` edit, `except` is all but the list; lines count in their
 * order (facts D4). `elements` writes a set's elements as the dialect does.
 */
export function allowedVlanRows(elements: (set: VlanSet) => string[]): Command[] {
  return [
    portCommand('switchport trunk allowed vlan <vlans>', {
      help: 'Let these VLANs cross and no others',
      port: (port, [vlans], by) => replace(port, vlans, by, false),
      noPort: (port, _args, by) => {
        delete port.overwritten
        resetPort(port, 'allowedVlans', by)
      },
      write: ({ allowedVlans }) => written(allowedVlans.value, elements),
      rewrite: (from, to, whole) => {
        const parts = edits(from.allowedVlans.value, to.allowedVlans.value, elements)
        return sizeOf(parts) < sizeOf(whole) ? parts : whole
      },
      cuts: (from, to) => {
        const lost = withoutVlans(from.allowedVlans.value, to.allowedVlans.value)
        return lost.length === 0
          ? null
          : 'VLANs stop crossing this trunk; one of them may carry your session.'
      },
    }),
    portCommand('switchport trunk allowed vlan add <vlans>', {
      help: 'Let these VLANs cross too',
      port: (port, [vlans], by) => {
        settle(port, vlans)
        edit(port, unionVlans(port.settings.allowedVlans.value, vlans), by)
      },
    }),
    portCommand('switchport trunk allowed vlan remove <vlans>', {
      help: 'Let these VLANs cross no longer',
      port: (port, [vlans], by) => {
        settle(port, vlans)
        edit(port, withoutVlans(port.settings.allowedVlans.value, vlans), by)
      },
    }),
    portCommand('switchport trunk allowed vlan except <vlans>', {
      help: 'Let all VLANs cross but these; this replaces the whole list',
      port: (port, [vlans], by) => replace(port, withoutVlans(ALL_VLANS, vlans), by, true),
    }),
    portCommand('switchport trunk allowed vlan all', {
      help: 'Let every VLAN cross',
      port: (port, _args, by) => {
        delete port.overwritten
        port.settings.allowedVlans = { value: ALL_VLANS, from: by }
      },
    }),
    portCommand('switchport trunk allowed vlan none', {
      help: 'Let no VLAN cross',
      port: (port, _args, by) => {
        delete port.overwritten
        port.settings.allowedVlans = { value: NO_VLANS, from: by }
      },
    }),
  ]
}
