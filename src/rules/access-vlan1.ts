import { effectiveMode } from '../net/dtp.ts'
import { advise } from './advice.ts'
import { permissive } from './passage.ts'
import { groupPorts } from './ports.ts'
import type { Rule } from './rule.ts'
import type { PortView } from './view.ts'
import { unusedVlan } from './vlans-in-use.ts'

/** Live ports whose hosts are in VLAN 1. */
export const accessVlan1: Rule = {
  id: 'access/vlan1',
  kind: 'advice',
  title: 'A live port in VLAN 1',
  why:
    'VLAN 1 is where every port is that nobody gave a VLAN, and the native VLAN of every trunk that nobody gave one. A host in it is ' +
    'in the one place where double tagging starts when something is forgotten.',
  limits: 'In VLAN 1 alone nothing is exploitable: native/in-use tells where a frame can leave from there.',
  references: ['CISC-L2-000220', 'V-220642', 'V-220668', 'V-220691', 'ESX0150', 'V-15804'],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/5
 switchport mode access
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/5
 switchport
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet5
`,
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/5
 switchport access vlan 10
 switchport mode access
interface GigabitEthernet0/6
 switchport mode access
 shutdown
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/5
 switchport
 switchport access vlan 10
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet5
 switchport access vlan 10
`,
      },
    ],
  },
  check: (view) =>
    [...view.devices.values()].flatMap((device) => {
      const ask = permissive(device.reading.device)
      const inOne = ({ role, port }: PortView) =>
        role === 'entry' && port.accessVlan.value === 1 && effectiveMode(port, ask) !== 'trunk'
      return groupPorts(device, inOne, ({ purpose }) => `${purpose}`).map((group) =>
        advise(device, group, {
          message: 'The port is live and in VLAN 1, where everything is that was forgotten.',
          effective: 'access VLAN 1',
          settings: ['accessVlan'],
          lines: [`switchport access vlan ${unusedVlan(view, 'hosts')}`],
          caution: 'An unused VLAN cuts off what hangs here: put in the VLAN that its hosts belong to.',
        }),
      )
    }),
}
