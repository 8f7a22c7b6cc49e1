import { advise } from './advice.ts'
import { parkingVlans } from './parking.ts'
import { groupPorts } from './ports.ts'
import type { Rule } from './rule.ts'
import type { DeviceView, PortView } from './view.ts'
import { unusedVlan } from './vlans-in-use.ts'

function isShutSwitchport({ role, port }: PortView): boolean {
  return role === 'idle' && port.switching.value && !port.enabled.value && port.channel.value === null
}

/** A VLAN to park ports in: the one that is used for it already, else one that nothing uses. */
function parkingPlace(device: DeviceView, otherwise: number): number {
  return parkingVlans(device)[0] ?? otherwise
}

/** Ports that are not in use and not parked: shut but in a VLAN of others, or open though said to be unused. */
export const accessUnused: Rule = {
  id: 'access/unused',
  kind: 'advice',
  title: 'An unused port that is not parked',
  why:
    'A port that is not in use is shut and put in a VLAN that leads nowhere: when somebody opens it by mistake, nothing is reached. Left ' +
    'in VLAN 1, or in the VLAN of others, it is one command away from being an entry.',
  limits: 'A port that is shut forwards nothing: no attack starts there. Ports under 802.1X may stay open.',
  references: ['CISC-L2-000210', 'V-220641', 'V-220667', 'V-220690'],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/7
 switchport mode access
 shutdown
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/7
 switchport access vlan 998
 switchport mode access
`,
        purposes: { 'GigabitEthernet0/7': 'unused' },
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/7
 switchport
 shutdown
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet7
 shutdown
`,
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/7
 switchport access vlan 998
 switchport mode access
 shutdown
interface GigabitEthernet0/8
 no switchport
 shutdown
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/7
 switchport
 switchport access vlan 998
 shutdown
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet7
 switchport access vlan 998
 shutdown
`,
      },
    ],
  },
  check: (view) =>
    [...view.devices.values()].flatMap((device) => {
      const parked = new Set(parkingVlans(device))
      const shut = groupPorts(
        device,
        (port) => isShutSwitchport(port) && !parked.has(port.port.accessVlan.value),
        ({ port }) => `${port.accessVlan.value}`,
      ).map((group) =>
        advise(device, group, {
          message: `The port is shut and in VLAN ${group.sample.port.accessVlan.value}, which is in use: opened by mistake it is a way in.`,
          effective: `shut, access VLAN ${group.sample.port.accessVlan.value}`,
          settings: ['accessVlan'],
          lines: [`switchport access vlan ${parkingPlace(device, unusedVlan(view, 'parking'))}`],
        }),
      )
      const open = groupPorts(
        device,
        ({ purpose, role }) => purpose === 'unused' && role === 'entry',
        ({ port }) => `${port.accessVlan.value}`,
      ).map((group) =>
        advise(device, group, {
          message: 'The port is said to be unused and it is open.',
          effective: 'not shut',
          settings: ['enabled'],
          lines: [`switchport access vlan ${parkingPlace(device, unusedVlan(view, 'parking'))}`, 'shutdown'],
        }),
      )
      return [...shut, ...open]
    }),
}
