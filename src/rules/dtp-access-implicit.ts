import { advise } from './advice.ts'
import { NOBODY_SAID } from './dtp-dynamic-port.ts'
import { isNegotiable, permissive } from './passage.ts'
import { groupPorts, isWritten, modeIsDefault } from './ports.ts'
import type { Rule } from './rule.ts'
import type { PortView } from './view.ts'

/** Ports that look like access ports and never say so. */
export const dtpAccessImplicit: Rule = {
  id: 'dtp/access-implicit',
  kind: 'advice',
  title: 'An access VLAN without mode access',
  why:
    'The port has an access VLAN and no mode line, so it reads like an access port and is a dynamic one. Official checklists print ' +
    'such ports in their own examples.',
  limits: 'Not found on NX-OS and EOS, where a port without a mode line is an access port.',
  references: ['CISC-L2-000250', 'V-220645', 'V-220671', 'V-220694'],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/5
 switchport access vlan 10
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
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/5
 switchport mode dynamic auto
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/1
 switchport
 switchport access vlan 20
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet1
 switchport access vlan 20
`,
      },
    ],
  },
  check: (view) =>
    [...view.devices.values()].flatMap((device) => {
      const ask = permissive(device.reading.device)
      const implicit = (port: PortView) =>
        port.role === 'entry' &&
        isNegotiable(port, ask) &&
        modeIsDefault(device, port) &&
        isWritten(device, port, 'accessVlan')
      const key = ({ port, purpose }: PortView) => `${purpose}|${port.accessVlan.value}`
      return groupPorts(device, implicit, key).map((group) =>
        advise(device, group, {
          message: `The port has access VLAN ${group.sample.port.accessVlan.value} and no mode line: it is dynamic, not access.`,
          effective: `access VLAN ${group.sample.port.accessVlan.value}, no mode line`,
          settings: ['accessVlan'],
          lines: ['switchport mode access'],
          caution: group.sample.purpose === undefined ? NOBODY_SAID : null,
        }),
      )
    }),
}
