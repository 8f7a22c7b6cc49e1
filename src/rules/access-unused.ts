import { effectiveMode } from '../net/dtp.ts'
import { type Advice, advise } from './advice.ts'
import { isShutSwitchport, parkingPlace, parkingVlans } from './parking.ts'
import { permissive } from './passage.ts'
import { groupPorts } from './ports.ts'
import type { Rule } from './rule.ts'
import type { DeviceView, PortView, SiteView } from './view.ts'
import { unusedVlan } from './vlans-in-use.ts'

type Fault = Pick<Advice, 'message' | 'effective'>

/** What is wrong with a port that is shut; null where it is parked as it should be, or kept for a link. */
function notParked(view: SiteView, device: DeviceView, sample: PortView): Fault | null {
  if (sample.purpose === 'uplink' || sample.purpose === 'hypervisor') return null
  const vlan = sample.port.accessVlan.value
  const mode = effectiveMode(sample.port, permissive(device.reading.device))
  const fault = (effective: string, what: string, then: string): Fault => ({
    effective: `shut, ${effective}`,
    message: `The port is shut and ${what}: opened by mistake ${then}.`,
  })
  if (mode === 'trunk') return fault('mode trunk', 'a trunk', 'it carries every VLAN of its list')
  if (vlan === 1) return fault('access VLAN 1', 'in VLAN 1, where every forgotten port is', 'it is a way in')
  if (!parkingVlans(view, device).includes(vlan))
    return fault(`access VLAN ${vlan}`, `in VLAN ${vlan}, which is in use`, 'it is a way in')
  if (mode === 'access') return null
  return fault(
    `access VLAN ${vlan}, mode dynamic`,
    `parked in VLAN ${vlan}, and dynamic`,
    'its neighbour can make it a trunk',
  )
}

/** The lines that park a port: in the VLAN that is used for it already, else in one that nothing uses. */
function parkingLines(view: SiteView, device: DeviceView, { port }: PortView): string[] {
  const own = port.accessVlan.value
  const isAccess = effectiveMode(port, permissive(device.reading.device)) === 'access'
  const isParked = parkingVlans(view, device).includes(own)
  const vlan = isParked ? own : (parkingPlace(view, device) ?? unusedVlan(view, 'parking'))
  return [
    ...(isAccess ? [] : ['switchport mode access']),
    ...(vlan === own ? [] : [`switchport access vlan ${vlan}`]),
  ]
}

/** Ports that are not in use and not parked: shut but in a VLAN of others, or open though said to be unused. */
export const accessUnused: Rule = {
  id: 'access/unused',
  kind: 'advice',
  title: 'An unused port that is not parked',
  why:
    'A port that is not in use is shut and put in a VLAN that leads nowhere, in mode access: when somebody opens it by mistake, nothing ' +
    'is reached. Left in VLAN 1, in the VLAN of others, dynamic or a trunk, it is one command away from being an entry.',
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
 shutdown
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
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
      const key = ({ port }: PortView) => `${port.mode.value}|${port.accessVlan.value}`
      const shut = groupPorts(device, isShutSwitchport, key).flatMap((group) => {
        const fault = notParked(view, device, group.sample)
        if (!fault) return []
        const isTrunk = group.sample.port.mode.value === 'trunk'
        return advise(device, group, {
          ...fault,
          settings: isTrunk ? ['mode'] : ['accessVlan'],
          lines: parkingLines(view, device, group.sample),
          caution: isTrunk ? 'Where the trunk is kept for a spare link, leave it as it is.' : null,
        })
      })
      const open = groupPorts(
        device,
        ({ purpose, role }) => purpose === 'unused' && role === 'entry',
        key,
      ).map((group) =>
        advise(device, group, {
          message: 'The port is said to be unused and it is open.',
          effective: 'not shut',
          settings: ['enabled'],
          lines: [...parkingLines(view, device, group.sample), 'shutdown'],
        }),
      )
      return [...shut, ...open]
    }),
}
