import type { Claim, Rule } from './rule.ts'

/** A management address in VLAN 1. */
export const mgmtVlan1Svi: Rule = {
  id: 'mgmt/vlan1-svi',
  kind: 'advice',
  title: 'A management address in VLAN 1',
  why:
    'The switch can be reached from VLAN 1, where every forgotten port is. Its management belongs in a VLAN of its own, which no port ' +
    'for hosts is in.',
  limits: 'The official check text for IOS is a copy of another rule; its fix moves the address, as here.',
  references: ['CISC-L2-000240', 'V-220644', 'V-220670', 'V-220693'],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface Vlan1
 ip address 192.0.2.4 255.255.255.0
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Vlan1
 no shutdown
 ip address 192.0.2.1/24
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Vlan1
 ip address 192.0.2.1/24
`,
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface Vlan1
 no ip address
 shutdown
interface Vlan99
 ip address 192.0.2.4 255.255.255.0
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Vlan10
 no shutdown
 ip address 192.0.2.1/24
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Vlan10
 ip address 192.0.2.1/24
`,
      },
    ],
  },
  check: (view) =>
    [...view.devices.values()].flatMap(({ reading }): Claim[] => {
      const svi = reading.vlanInterfaces.find(
        ({ vlan, hasAddress, enabled }) => vlan === 1 && hasAddress && enabled,
      )
      if (!svi) return []
      return [
        {
          device: reading.name,
          ports: ['Vlan1'],
          message: 'The switch is managed in VLAN 1, where every forgotten port is.',
          effective: 'interface Vlan1 has an address',
          settings: [],
          atLines: [svi.line],
          whenBlocked: 'advice',
          attempts: [],
          fix: [{ device: reading.name, port: 'Vlan1', lines: ['no ip address', 'shutdown'] }],
          caution: 'Give another VLAN interface an address first and reach the switch there, or you lose it.',
        },
      ]
    }),
}
