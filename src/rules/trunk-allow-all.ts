import type { PortSettings } from '../net/settings.ts'
import { withheldVlans } from '../net/trunk-groups.ts'
import {
  ALL_VLANS,
  commonVlans,
  sameVlans,
  showVlans,
  unionVlans,
  type VlanSet,
  vlanSet,
  withoutVlans,
} from '../net/vlan-set.ts'
import { type Advice, advise } from './advice.ts'
import type { Rule } from './rule.ts'
import { groupTrunks, LEGACY_VLANS } from './trunks.ts'
import type { DeviceView, PortView, SiteView } from './view.ts'
import { vlansOfSite } from './vlans-in-use.ts'

/**
 * The list a trunk would need for what is known to be used and no trunk group keeps off it, without those of dead technologies, 0 of
 * Open vSwitch, and VLAN 1 but for a service.
 */
function listFor(view: SiteView, device: DeviceView, { port }: PortView): VlanSet {
  const named = vlanSet(...view.site.services.map(({ vlan }) => vlan))
  const used = unionVlans(withoutVlans(vlanSet(...vlansOfSite(view)), vlanSet(0, 1, ...LEGACY_VLANS)), named)
  const existing = device.reading.device.vlans.existing.value
  return withoutVlans(commonVlans(used, existing), keptOff(device, port))
}

/** Where no VLAN is known to be needed there is no command: an empty list would cut the trunk off. */
function listed(vlans: VlanSet): Pick<Advice, 'lines' | 'caution'> {
  return vlans.length > 0
    ? {
        lines: [`switchport trunk allowed vlan ${showVlans(vlans)}`],
        caution:
          'The list holds the VLANs that this text shows in use; add those that only switches beyond the trunk need.',
      }
    : {
        lines: [],
        caution:
          'Which VLANs are needed is not in this text: list them with "switchport trunk allowed vlan".',
      }
}

/** The VLANs of the switch that trunk groups keep off a trunk. */
function keptOff({ reading }: DeviceView, port: PortSettings): VlanSet {
  const { vlans } = reading.device
  return commonVlans(withheldVlans(port, vlans), vlans.existing.value)
}

/** Trunks that carry every VLAN, or every one that no trunk group keeps off. */
export const trunkAllowAll: Rule = {
  id: 'trunk/allow-all',
  kind: 'advice',
  title: 'A trunk that carries every VLAN',
  why:
    'A trunk without an allowed list carries all VLANs, also those that nobody needs beyond it. Whoever gets hold of it, or hops onto ' +
    'it, gets all of them, and migration traffic is flooded to switches that have no business with it.',
  limits:
    'A list limits what an attack reaches; it does not stop the attack. Pruning works at the end that receives.',
  references: ['ESX0310', 'V-15822', 'ESXI-06-000068', 'V-63305', 'NCN12'],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/5
 switchport access vlan 10
 switchport mode access
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport mode trunk
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/1
 switchport
 switchport access vlan 10
interface Ethernet1/24
 switchport
 switchport mode trunk
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet1
 switchport access vlan 10
interface Ethernet24
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
 switchport trunk allowed vlan 10,20
 switchport trunk allowed vlan add 30
 switchport mode trunk
`,
      },
      {
        dialect: 'nxos',
        text: `hostname EDGE
interface Ethernet1/24
 switchport
 switchport trunk allowed vlan 10,20
 switchport mode trunk
`,
      },
      {
        dialect: 'eos',
        text: `hostname EDGE
interface Ethernet24
 switchport trunk allowed vlan 10,20
 switchport mode trunk
`,
      },
    ],
  },
  check: (view) =>
    [...view.devices.values()].flatMap((device) => {
      const all = groupTrunks(
        device,
        ({ port }) => sameVlans(port.allowedVlans.value, ALL_VLANS),
        ({ role, port }) => `${role}|${showVlans(keptOff(device, port))}`,
      )
      return all.map((group) => {
        const off = keptOff(device, group.sample.port)
        const but = off.length > 0 ? ` but those of other trunk groups (${showVlans(off)})` : ''
        return advise(device, group, {
          message: `The trunk carries every VLAN${but}, also those that nobody needs beyond it.`,
          effective: 'allowed VLANs 1-4094',
          settings: ['allowedVlans'],
          ...listed(listFor(view, device, group.sample)),
        })
      })
    }),
}
