import { carriedVlans } from '../net/trunk-groups.ts'
import { hasVlan } from '../net/vlan-set.ts'
import { advise } from './advice.ts'
import type { Rule } from './rule.ts'
import { groupTrunks } from './trunks.ts'

/** Trunks that carry VLAN 1, after every line of the list was replayed in order. */
export const trunkVlan1NotPruned: Rule = {
  id: 'trunk/vlan1-not-pruned',
  kind: 'advice',
  title: 'A trunk that carries VLAN 1',
  why:
    'VLAN 1 is where forgotten ports are. Carried over every trunk it is one network through the whole site, and where it is also ' +
    'the native VLAN it is the way of double tagging.',
  limits: 'Control protocols cross the trunk all the same. The Catalyst 2950 cannot remove VLAN 1.',
  references: ['CISC-L2-000230', 'V-220643', 'V-220669', 'V-220692'],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport trunk allowed vlan add 1
 switchport mode trunk
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport mode trunk
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/24
 switchport
 switchport trunk allowed vlan 1,10
 switchport mode trunk
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet24
 switchport trunk allowed vlan 1,10
 switchport mode trunk
`,
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 1-20
 switchport trunk allowed vlan except 1
 switchport mode trunk
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/24
 switchport
 switchport trunk allowed vlan 10
 switchport mode trunk
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet24
 switchport trunk allowed vlan 10
 switchport mode trunk
`,
      },
    ],
  },
  check: (view) =>
    [...view.devices.values()].flatMap((device) => {
      // There a port without a VLAN is a trunk, and VLAN 1 is one as any other (facts E4).
      if (device.reading.dialect === 'ovs') return []
      const carrying = groupTrunks(
        device,
        ({ port }) => hasVlan(carriedVlans(port, device.reading.device.vlans), 1),
        ({ port }) => `${port.nativeVlan.value === 1}`,
      )
      return carrying.map((group) =>
        advise(device, group, {
          message: 'The trunk carries VLAN 1, where every port without a VLAN is.',
          effective: 'VLAN 1 allowed',
          settings: ['allowedVlans'],
          lines: ['switchport trunk allowed vlan remove 1'],
          caution: 'Hosts and management addresses in VLAN 1 beyond the trunk are cut off.',
        }),
      )
    }),
}
