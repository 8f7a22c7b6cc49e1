import { carriedVlans } from '../net/trunk-groups.ts'
import { commonVlans, showVlans, vlanSet } from '../net/vlan-set.ts'
import { advise } from './advice.ts'
import { parkingVlans } from './parking.ts'
import type { Rule } from './rule.ts'
import { groupTrunks } from './trunks.ts'
import type { PortView } from './view.ts'

/** Trunks that carry the VLAN in which ports that are not in use are parked. */
export const trunkParkingVlanAllowed: Rule = {
  id: 'trunk/parking-vlan-allowed',
  kind: 'advice',
  title: 'A trunk that carries the VLAN of unused ports',
  why:
    'Unused ports are parked in a VLAN that leads nowhere. On a trunk it leads somewhere: a port that is opened by mistake, on any ' +
    'switch, then reaches the parked ports of all others.',
  limits:
    'Take the VLAN out with "remove". "except" replaces the whole list: on a trunk with a list it would open every other VLAN.',
  references: ['CISC-L2-000210', 'V-220641', 'V-220667', 'V-220690'],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/7
 switchport access vlan 998
 switchport mode access
 shutdown
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20,998
 switchport mode trunk
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/7
 switchport
 switchport access vlan 998
 shutdown
interface Ethernet1/24
 switchport
 switchport trunk allowed vlan 10,998
 switchport mode trunk
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet7
 switchport access vlan 998
 shutdown
interface Ethernet24
 switchport trunk allowed vlan 10,998
 switchport mode trunk
`,
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/7
 switchport access vlan 998
 switchport mode access
 shutdown
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/7
 switchport
 switchport access vlan 998
 shutdown
interface Ethernet1/24
 switchport
 switchport trunk allowed vlan 10
 switchport mode trunk
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet7
 switchport access vlan 998
 shutdown
interface Ethernet24
 switchport trunk allowed vlan 10
 switchport mode trunk
`,
      },
    ],
  },
  check: (view) =>
    [...view.devices.values()].flatMap((device) => {
      const parking = vlanSet(...parkingVlans(view, device))
      const carried = ({ port }: PortView) =>
        commonVlans(carriedVlans(port, device.reading.device.vlans), parking)
      const trunks = groupTrunks(
        device,
        (port) => carried(port).length > 0,
        (port) => showVlans(carried(port)),
      )
      return trunks.map((group) => {
        const vlans = showVlans(carried(group.sample))
        return advise(device, group, {
          message: `Only ports that are shut are in VLAN ${vlans} here, and the trunk carries it.`,
          effective: `VLAN ${vlans} allowed`,
          settings: ['allowedVlans'],
          lines: [`switchport trunk allowed vlan remove ${vlans}`],
          caution: `Where hosts beyond the trunk are in VLAN ${vlans} it is no parking place: keep it on the trunk.`,
        })
      })
    }),
}
