import { countVlans, showVlans, type VlanSet, withoutVlans } from '../net/vlan-set.ts'
import { advise } from './advice.ts'
import { reachesNowhere, TELLING } from './reaches-nowhere.ts'
import type { Claim, Rule } from './rule.ts'
import { servicesCutOff } from './services-cut-off.ts'
import { groupTrunks } from './trunks.ts'
import type { DeviceView } from './view.ts'

/** VLANs that a trunk lists one by one and that its switch does not have. */
function listedInVain(device: DeviceView): Claim[] {
  const { existing } = device.reading.device.vlans
  const missing = (allowed: VlanSet) => withoutVlans(allowed, existing.value)
  const groups = groupTrunks(
    device,
    ({ port }) =>
      countVlans(port.allowedVlans.value) <= TELLING && missing(port.allowedVlans.value).length > 0,
    ({ port }) => showVlans(missing(port.allowedVlans.value)),
  )
  return groups.map((group) => {
    const vlans = showVlans(missing(group.sample.port.allowedVlans.value))
    const fix = [{ device: device.reading.name, port: null, lines: [`vlan ${vlans}`] }]
    return {
      ...advise(device, group, {
        message: `The trunk lists VLAN ${vlans}, which this switch does not have: frames in it are dropped.`,
        effective: `VLAN ${vlans} allowed and missing`,
        settings: ['allowedVlans'],
        lines: [],
        caution: `Ports of VLAN ${vlans} come to life with it. Where nothing needs it here, take it off the list instead.`,
      }),
      fix,
    }
  })
}

/** VLANs that a trunk lists and the switch or the far end lacks, and those a named service needs and the trunk lacks. */
export const trunkVlanMissing: Rule = {
  id: 'trunk/vlan-missing',
  kind: 'advice',
  title: 'A VLAN that is missing on a trunk, at its far end or on its switch',
  why:
    'A VLAN has to exist on the switch and be allowed on the trunk, at both ends, before a frame of it crosses. One of these alone ' +
    'looks right and carries nothing.',
  limits:
    'Only where the VLANs of the switch are in the text (VTP transparent or off): else every VLAN is taken to exist, and that is said. ' +
    'The far end counts where both switches and the cable between them are given. The trunk groups of Arista EOS count as ' +
    'documented by their vendor, for trunks alone: an access port is not asked for groups. No switch was measured.',
  references: [],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
vtp mode transparent
vlan 10
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/10
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10
 switchport mode trunk
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
`,
        purposes: { 'GigabitEthernet0/10': 'hypervisor' },
        services: [
          {
            name: 'vMotion',
            vlan: 20,
            ends: [
              { device: 'EDGE', port: 'GigabitEthernet0/10' },
              { device: 'EDGE', port: 'GigabitEthernet0/24' },
            ],
          },
        ],
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
`,
        neighbour: {
          text: `hostname CORE
interface GigabitEthernet0/1
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10
 switchport mode trunk
`,
          cable: ['GigabitEthernet0/24', 'GigabitEthernet0/1'],
        },
      },
      {
        dialect: 'eos',
        text: `hostname LEAF
vlan 4094
   trunk group peers
interface Ethernet24
   switchport trunk native vlan 999
   switchport mode trunk
`,
        services: [{ name: 'MLAG peers', vlan: 4094, ends: [{ device: 'LEAF', port: 'Ethernet24' }] }],
      },
    ],
    good: [
      {
        dialect: 'eos',
        text: `hostname LEAF
vlan 4094
   trunk group peers
interface Ethernet24
   switchport trunk native vlan 999
   switchport mode trunk
   switchport trunk group peers
`,
        services: [{ name: 'MLAG peers', vlan: 4094, ends: [{ device: 'LEAF', port: 'Ethernet24' }] }],
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
vtp mode transparent
vlan 10,20
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk allowed vlan 10,20
 switchport mode trunk
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,999
 switchport mode trunk
`,
        neighbour: {
          text: `hostname CORE
interface GigabitEthernet0/1
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10
 switchport mode trunk
`,
          cable: ['GigabitEthernet0/24', 'GigabitEthernet0/1'],
        },
      },
    ],
  },
  check: (view) => [
    ...[...view.devices.values()].flatMap(listedInVain),
    ...reachesNowhere(view),
    ...servicesCutOff(view),
  ],
}
