import { effectiveMode } from '../net/dtp.ts'
import { advise } from './advice.ts'
import { permissive } from './passage.ts'
import { groupPorts } from './ports.ts'
import type { Rule } from './rule.ts'
import type { PortView } from './view.ts'

/** Access ports for hosts that take a BPDU without a word. */
export const accessBpduguard: Rule = {
  id: 'access/bpduguard',
  kind: 'advice',
  title: 'An access port without BPDU guard',
  why:
    'A host has no business sending BPDUs. With the guard the port goes down when one arrives: a switch that somebody plugged in, or a ' +
    'host that wants to be the root of the tree.',
  limits:
    'It stops neither of the two attacks: no BPDU is involved in them. Not for ports to hypervisors, where one guest could take the host down.',
  references: ['CISC-L2-000100', 'V-220630', 'V-220656', 'V-220681'],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/5
 switchport access vlan 10
 switchport mode access
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
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/5
 switchport access vlan 10
 switchport mode access
 spanning-tree bpduguard enable
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
spanning-tree portfast bpduguard default
interface GigabitEthernet0/5
 switchport access vlan 10
 switchport mode access
 spanning-tree portfast
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/5
 switchport
 switchport access vlan 10
 spanning-tree bpduguard enable
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet5
 switchport access vlan 10
 spanning-tree bpduguard enable
`,
      },
    ],
  },
  check: (view) =>
    [...view.devices.values()].flatMap((device) => {
      const ask = permissive(device.reading.device)
      const open = (port: PortView) =>
        port.role === 'entry' &&
        effectiveMode(port.port, ask) !== 'trunk' &&
        device.index.notes(port.index)?.bpduGuard === false
      return groupPorts(device, open, ({ purpose }) => `${purpose}`).map((group) =>
        advise(device, group, {
          message: `The port ${group.sample.purpose === undefined ? 'may hold' : 'is for'} a host and takes BPDUs from it.`,
          effective: 'no BPDU guard',
          settings: [],
          lines: ['spanning-tree bpduguard enable'],
          caution:
            group.sample.purpose === undefined
              ? 'A switch on this port would be cut off: nobody said what hangs here.'
              : null,
        }),
      )
    }),
}
