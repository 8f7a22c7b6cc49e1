import type { DialectName } from '../config/reading.ts'
import { advise } from './advice.ts'
import type { Rule } from './rule.ts'
import { groupTrunks } from './trunks.ts'
import type { DeviceView, PortView } from './view.ts'

/** PortFast for trunks, in the languages that have it. */
const COMMANDS: Partial<Record<DialectName, string>> = {
  ios: 'spanning-tree portfast trunk',
  nxos: 'spanning-tree port type edge trunk',
  eos: 'spanning-tree portfast',
}

/** Trunks to hypervisors without PortFast for trunks. */
export const trunkPortfastHypervisor: Rule = {
  id: 'trunk/portfast-hypervisor',
  kind: 'advice',
  title: 'A trunk to a hypervisor without PortFast',
  why:
    'A vSwitch takes no part in spanning tree. Without PortFast for trunks the port listens and learns for half a minute each time its ' +
    'link comes up, and a failover of the uplinks takes that long.',
  limits:
    'Do not add BPDU guard there: a BPDU from one guest would take the whole host down. Port security there breaks when machines move.',
  references: [],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/10
 switchport trunk native vlan 999
 switchport mode trunk
`,
        purposes: { 'GigabitEthernet0/10': 'hypervisor' },
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/10
 switchport trunk native vlan 999
 switchport mode trunk
 spanning-tree portfast
`,
        purposes: { 'GigabitEthernet0/10': 'hypervisor' },
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/10
  switchport
 switchport trunk native vlan 999
 switchport mode trunk
 spanning-tree port type edge
`,
        purposes: { 'Ethernet1/10': 'hypervisor' },
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet10
 switchport trunk native vlan 999
 switchport mode trunk
`,
        purposes: { Ethernet10: 'hypervisor' },
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/10
 switchport trunk native vlan 999
 switchport mode trunk
 spanning-tree portfast trunk
`,
        purposes: { 'GigabitEthernet0/10': 'hypervisor' },
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport mode trunk
`,
        purposes: { 'GigabitEthernet0/24': 'uplink' },
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/10
  switchport
 switchport trunk native vlan 999
 switchport mode trunk
 spanning-tree port type edge trunk
`,
        purposes: { 'Ethernet1/10': 'hypervisor' },
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet10
 switchport trunk native vlan 999
 switchport mode trunk
 spanning-tree portfast
`,
        purposes: { Ethernet10: 'hypervisor' },
      },
    ],
  },
  check: (view) =>
    [...view.devices.values()].flatMap((device) => {
      const line = COMMANDS[device.reading.dialect]
      if (line === undefined) return []
      return groupTrunks(
        device,
        (port) => port.role === 'hypervisor' && !forwardsAtOnce(device, port),
        () => '',
      ).map((group) =>
        advise(device, group, {
          message: 'The trunk leads to a hypervisor and waits for spanning tree each time its link comes up.',
          effective: 'no PortFast for trunks',
          settings: ['portFast'],
          lines: [line],
          caution:
            device.reading.dialect === 'ios'
              ? 'Newer software writes it "spanning-tree portfast edge trunk".'
              : null,
        }),
      )
    }),
}

/** Whether the port forwards at once as a trunk; PortFast without "trunk" counts only while it is none, but on EOS (facts B8, J15). */
function forwardsAtOnce({ reading }: DeviceView, { port }: PortView): boolean {
  return port.portFast.value === 'trunk' || (reading.dialect === 'eos' && port.portFast.value === 'edge')
}
