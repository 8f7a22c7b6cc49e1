import { advise } from './advice.ts'
import { permissive } from './passage.ts'
import type { Rule } from './rule.ts'
import { farEndIsStatic, groupTrunks } from './trunks.ts'

/** Static trunks that still send and read DTP. */
export const dtpTrunkNegotiates: Rule = {
  id: 'dtp/trunk-negotiates',
  kind: 'advice',
  title: 'A static trunk that still speaks DTP',
  why:
    'The port is a trunk whatever it hears, so DTP gives it nothing. It goes on announcing itself, its VTP domain in clear, and ' +
    'turns a dynamic neighbour into a trunk by doing so.',
  limits:
    'No attack needs it: whoever sits on a trunk can tag already. nonegotiate stops DTP, it does not stop trunking.',
  references: ['CISC-L2-000200', 'V-220640', 'V-220666', 'ESXI-06-000066', 'V-63301', 'V-15821'],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 999
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
 switchport mode trunk
 switchport nonegotiate
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport mode trunk
 shutdown
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/24
 switchport
 switchport trunk native vlan 999
 switchport mode trunk
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet24
 switchport trunk native vlan 999
 switchport mode trunk
`,
      },
    ],
  },
  check: (view) =>
    [...view.devices.values()].flatMap((device) => {
      if (permissive(device.reading.device)('dtp') === 'no') return []
      const groups = groupTrunks(
        device,
        ({ port }) => port.negotiate.value,
        (port) => `${port.role}|${farEndIsStatic(view, port)}`,
      )
      return groups.map((group) =>
        advise(device, group, {
          message: 'The trunk is static and still speaks DTP, which nothing here needs.',
          effective: 'mode trunk, DTP on',
          settings: ['negotiate'],
          lines: ['switchport nonegotiate'],
          caution:
            group.sample.role === 'link' && !farEndIsStatic(view, group.sample)
              ? 'The far end must be a static trunk: a dynamic one hears nothing then and falls back to access.'
              : null,
        }),
      )
    }),
}
