import { showVlans, unionVlans, type VlanSet, withoutVlans } from '../net/vlan-set.ts'
import { advise } from './advice.ts'
import { portsNoted } from './ports.ts'
import type { Claim, Rule } from './rule.ts'

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
      portsNoted(device, ({ replacedLists }) => replacedLists !== undefined).flatMap(
        ({ port, index }): Claim[] => {
          const lists = device.index.notes(index)?.replacedLists ?? []
          const before = lists.reduce<VlanSet>((all, { value }) => unionVlans(all, value), [])
          const lost = withoutVlans(before, port.allowedVlans.value)
          if (lost.length === 0) return []
          const from = [...lists, port.allowedVlans].flatMap((list) => list.from)
          const claim = advise(
            device,
            { names: [port.name] },
            {
              message: `A later line replaces the allowed list: VLAN ${showVlans(lost)} no longer crosses the trunk.`,
              effective: `allowed VLANs ${showVlans(port.allowedVlans.value)}`,
              settings: ['allowedVlans'],
              lines: [`switchport trunk allowed vlan add ${showVlans(lost)}`],
              atLines: from.flatMap((id) => device.index.lineOf(id) ?? []),
            },
          )
          return [claim]
        },
      ),
    ),
}
