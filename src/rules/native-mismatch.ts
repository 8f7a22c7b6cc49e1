import type { Claim, Rule } from './rule.ts'
import { isStaticTrunk } from './trunks.ts'
import { deviceOf, portOf } from './view.ts'

/** Trunks whose two ends, both read, have different native VLANs. */
export const nativeMismatch: Rule = {
  id: 'native/mismatch',
  kind: 'advice',
  title: 'Two ends of a trunk with different native VLANs',
  why:
    'An untagged frame is in one VLAN at one end and in another at the other end: the two VLANs are one. Where PVST+ runs, the ' +
    'port that notices blocks both VLANs instead, and hosts lose their network.',
  limits: 'Needs both ends: give both switches and the cable between them. Which end blocks is not settled.',
  references: ['CISC-L2-000260', 'V-220646', 'V-220672'],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 10
 switchport mode trunk
`,
        neighbour: {
          text: `hostname CORE
interface GigabitEthernet0/1
 switchport trunk native vlan 20
 switchport mode trunk
`,
          cable: ['GigabitEthernet0/24', 'GigabitEthernet0/1'],
        },
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport mode trunk
`,
        neighbour: {
          text: `hostname CORE
interface GigabitEthernet0/1
 switchport trunk native vlan 999
 switchport mode trunk
`,
          cable: ['GigabitEthernet0/24', 'GigabitEthernet0/1'],
        },
      },
    ],
  },
  check: (view) =>
    view.site.links.flatMap(({ a, b }): Claim[] => {
      const near = portOf(view, a)
      const far = portOf(view, b)
      if (!near || !far) return []
      if (!isStaticTrunk(deviceOf(view, a.device), near) || !isStaticTrunk(deviceOf(view, b.device), far))
        return []
      const own = near.port.nativeVlan.value
      const other = far.port.nativeVlan.value
      if (own === other) return []
      return [
        {
          device: a.device,
          ports: [a.port],
          message: `The native VLAN is ${own} here and ${other} at ${b.device} ${b.port}: untagged frames change their VLAN on this cable.`,
          effective: `native VLAN ${own}, far end ${other}`,
          settings: ['nativeVlan'],
          whenBlocked: 'advice',
          attempts: [],
          fix: [{ device: a.device, port: a.port, lines: [`switchport trunk native vlan ${other}`] }],
          caution: `Decide which of the two VLANs is meant; hosts that are reached untagged over this cable move with it.`,
        },
      ]
    }),
}
