import { findPort } from '../config/find-port.ts'
import { readVlanList } from '../config/vlan-list.ts'
import { showVlans, unionVlans, type VlanSet, withoutVlans } from '../net/vlan-set.ts'
import { advise } from './advice.ts'
import type { Claim, Rule } from './rule.ts'
import type { DeviceView } from './view.ts'

const HEADER = /^\s*interface\s+(\S.*?)\s*$/i
const LIST = /^\s*switchport\s+trunk\s+allowed\s+vlan\s+([\d,\s-]+)$/i

type Written = { readonly line: number; readonly vlans: VlanSet }

/** The lists that a text writes for each port, without `add` and the like, in the order of the lines. */
function listsByPort({ reading }: DeviceView): ReadonlyMap<string, readonly Written[]> {
  const lists = new Map<string, Written[]>()
  let header = ''
  for (const { text, line } of reading.lines) {
    header = HEADER.exec(text)?.[1] ?? header
    const list = LIST.exec(text)?.[1]
    const vlans = list === undefined ? null : readVlanList(list.replace(/\s/g, ''))
    if (vlans) lists.set(header, [...(lists.get(header) ?? []), { line, vlans }])
  }
  return lists
}

/** A second list in a text for one port: the first one is gone, which its writer may not have meant. */
export const trunkListOverwritten: Rule = {
  id: 'trunk/list-overwritten',
  kind: 'advice',
  title: 'An allowed list that a later line replaces',
  why:
    '"switchport trunk allowed vlan 30" after "... vlan 10,20" leaves 30 alone: a list replaces the one before, only "add" adds. It is ' +
    'the classic outage of a change script.',
  limits:
    'A running-config never holds two lists for one port; this speaks of scripts that are about to be pasted.',
  references: [],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
interface GigabitEthernet0/24
 switchport trunk allowed vlan 30
`,
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport trunk allowed vlan add 30
 switchport mode trunk
`,
      },
    ],
  },
  check: (view) =>
    [...view.devices.values()].flatMap((device) =>
      [...listsByPort(device)].flatMap(([header, lists]): Claim[] => {
        const port = lists.length > 1 ? findPort(device.reading, header) : null
        if (!port) return []
        const before = lists.slice(0, -1).reduce<VlanSet>((all, { vlans }) => unionVlans(all, vlans), [])
        const lost = withoutVlans(before, port.allowedVlans.value)
        if (lost.length === 0) return []
        const claim = advise(
          device,
          { names: [port.name] },
          {
            message: `A later line replaces the allowed list: VLAN ${showVlans(lost)} no longer crosses the trunk.`,
            effective: `allowed VLANs ${showVlans(port.allowedVlans.value)}`,
            settings: ['allowedVlans'],
            lines: [`switchport trunk allowed vlan add ${showVlans(lost)}`],
            atLines: lists.map(({ line }) => line),
          },
        )
        return [claim]
      }),
    ),
}
