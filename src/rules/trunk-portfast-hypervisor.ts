import { advise } from './advice.ts'
import { permissive } from './passage.ts'
import type { Rule } from './rule.ts'
import { groupTrunks } from './trunks.ts'

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
    ],
  },
  check: (view) =>
    [...view.devices.values()].flatMap((device) => {
      if (permissive(device.reading.device)('dtp') === 'no') return []
      return groupTrunks(
        device,
        ({ role, name }) => role === 'hypervisor' && device.reading.notes[name]?.portFast !== true,
        () => '',
      ).map((group) =>
        advise(device, group, {
          message: 'The trunk leads to a hypervisor and waits for spanning tree each time its link comes up.',
          effective: 'no PortFast for trunks',
          settings: [],
          lines: ['spanning-tree portfast trunk'],
          caution: 'Newer software writes it "spanning-tree portfast edge trunk".',
        }),
      )
    }),
}
