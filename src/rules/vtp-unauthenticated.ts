import { permissive } from './passage.ts'
import type { Claim, Rule } from './rule.ts'

/** Switches that take their VLANs from others by VTP. */
export const vtpUnauthenticated: Rule = {
  id: 'vtp/unauthenticated',
  kind: 'advice',
  title: 'VTP that may take VLANs from anybody',
  why:
    'A VTP server or client takes the VLANs of the domain from any switch with a higher revision. Whoever has a trunk, spoofed or not, ' +
    'can send such an update and delete VLANs everywhere.',
  limits:
    'A VTP password never shows in a running-config, so this can only ask: "show vtp status" and "show vtp password" tell. Server is the default.',
  references: ['CISC-L2-000030', 'V-220624', 'V-220650', 'V-220676'],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
vtp domain CORP
interface GigabitEthernet0/24
 switchport mode trunk
`,
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
vtp mode transparent
vlan 10
interface GigabitEthernet0/24
 switchport mode trunk
`,
      },
    ],
  },
  check: (view) =>
    [...view.devices.values()].flatMap(({ reading, index }): Claim[] => {
      const { vtpMode, vtpDomain } = reading.device
      const speaks = vtpMode.value === 'server' || vtpMode.value === 'client'
      if (!speaks || permissive(reading.device)('dtp') === 'no') return []
      const ids = [...vtpMode.from, ...vtpDomain.from]
      const atLines = ids.flatMap((id) => index.lineOf(id) ?? [])
      if (atLines.length === 0) return []
      return [
        {
          device: reading.name,
          ports: [],
          message: `VTP is in mode ${vtpMode.value}: without a password any switch with a trunk can change the VLANs here. The password is not in this text.`,
          effective: `vtp mode ${vtpMode.value}`,
          settings: [],
          atLines,
          whenBlocked: 'advice',
          attempts: [],
          fix: [{ device: reading.name, port: null, lines: ['vtp mode transparent'] }],
          caution:
            'The switch then keeps its own VLANs and learns of no new ones; a password set on every switch does as well.',
        },
      ]
    }),
}
