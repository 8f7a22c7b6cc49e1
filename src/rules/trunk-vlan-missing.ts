import type { PortSettings, TrunkGroup, VlanDatabase } from '../net/settings.ts'
import { withheldVlans } from '../net/trunk-groups.ts'
import {
  commonVlans,
  countVlans,
  hasVlan,
  NO_VLANS,
  showVlans,
  type Vid,
  type VlanSet,
  vlanSet,
  withoutVlans,
} from '../net/vlan-set.ts'
import { advise } from './advice.ts'
import { reachesNowhere, TELLING } from './reaches-nowhere.ts'
import type { Claim, Rule } from './rule.ts'
import { groupTrunks, isStaticTrunk } from './trunks.ts'
import { type DeviceView, deviceOf, portOf, type SiteView } from './view.ts'

/** VLANs that a trunk lists one by one and that its switch does not have. */
function listedInVain(device: DeviceView): Claim[] {
  const { existing } = device.reading.device.vlans
  const missing = (allowed: VlanSet) => withoutVlans(allowed, existing.value)
  const groups = groupTrunks(
    device,
    ({ port }) =>
      countVlans(port.allowedVlans.value) <= TELLING && missing(port.allowedVlans.value).length > 0,
    ({ port }) => showVlans(missing(port.allowedVlans.value)),
  )
  return groups.map((group) => {
    const vlans = showVlans(missing(group.sample.port.allowedVlans.value))
    const fix = [{ device: device.reading.name, port: null, lines: [`vlan ${vlans}`] }]
    return {
      ...advise(device, group, {
        message: `The trunk lists VLAN ${vlans}, which this switch does not have: frames in it are dropped.`,
        effective: `VLAN ${vlans} allowed and missing`,
        settings: ['allowedVlans'],
        lines: [],
        caution: `Ports of VLAN ${vlans} come to life with it. Where nothing needs it here, take it off the list instead.`,
      }),
      fix,
    }
  })
}

/** Services that a trunk would have to carry and does not, for want of the VLAN on its list or on its switch. */
function servicesCutOff(view: SiteView): Claim[] {
  return view.site.services.flatMap(({ name, vlan, ends }) =>
    ends.flatMap((end): Claim[] => {
      const port = portOf(view, end)
      if (!port) return []
      const device = deviceOf(view, end.device)
      const { vlans } = device.reading.device
      const exists = hasVlan(vlans.existing.value, vlan)
      const isListed = hasVlan(port.port.allowedVlans.value, vlan)
      const group = groupFor(port.port, vlans, vlan)
      if (!isStaticTrunk(device, port) || (exists && isListed && !group)) return []
      const how = !isListed ? 'not allowed' : group ? 'in other trunk groups' : 'missing'
      const others = group ? lettingIn(port.port, vlans, group, vlan) : NO_VLANS
      const claim = advise(
        device,
        { names: [port.name] },
        {
          message: `The service ${name} needs VLAN ${vlan} here, and the ${how === 'missing' ? 'switch does not have it' : 'trunk does not carry it'}.`,
          effective: `VLAN ${vlan} ${how}`,
          settings: group ? ['allowedVlans', 'trunkGroups'] : ['allowedVlans'],
          lines: [
            ...(isListed ? [] : [`switchport trunk allowed vlan add ${vlan}`]),
            ...(group ? [`switchport trunk group ${group.name}`] : []),
          ],
          caution: [
            'The VLAN has to exist and to be allowed at the far end too.',
            ...(others.length > 0
              ? [`The trunk then carries VLAN ${showVlans(others)} of that group too.`]
              : []),
          ].join(' '),
        },
      )
      const made = { device: device.reading.name, port: null, lines: [`vlan ${vlan}`] }
      return [{ ...claim, fix: [...(exists ? [] : [made]), ...claim.fix] }]
    }),
  )
}

/** The trunk group that lets a VLAN cross which groups keep off a trunk: the one with the fewest VLANs. Null where none keeps it off. */
function groupFor(port: PortSettings, vlans: VlanDatabase, vlan: Vid): TrunkGroup | null {
  if (!hasVlan(withheldVlans(port, vlans), vlan)) return null
  const [smallest = null] = vlans.groups
    .filter((group) => hasVlan(group.vlans.value, vlan))
    .sort((a, b) => countVlans(a.vlans.value) - countVlans(b.vlans.value))
  return smallest
}

/** The other VLANs that a trunk carries once it is in this group. */
function lettingIn(
  port: PortSettings,
  vlans: VlanDatabase,
  { vlans: { value } }: TrunkGroup,
  vlan: Vid,
): VlanSet {
  const come = commonVlans(commonVlans(value, withheldVlans(port, vlans)), port.allowedVlans.value)
  return withoutVlans(come, vlanSet(vlan))
}

/** VLANs that a trunk lists and the switch or the far end lacks, and those a named service needs and the trunk lacks. */
export const trunkVlanMissing: Rule = {
  id: 'trunk/vlan-missing',
  kind: 'advice',
  title: 'A VLAN that is missing on a trunk, at its far end or on its switch',
  why:
    'A VLAN has to exist on the switch and be allowed on the trunk, at both ends, before a frame of it crosses. One of these alone ' +
    'looks right and carries nothing.',
  limits:
    'Only where the VLANs of the switch are in the text (VTP transparent or off): else every VLAN is taken to exist, and that is said. ' +
    'The far end counts where both switches and the cable between them are given.',
  references: [],
  examples: {
    bad: [
      {
        dialect: 'ios',
        text: `hostname EDGE
vtp mode transparent
vlan 10
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/10
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10
 switchport mode trunk
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
`,
        purposes: { 'GigabitEthernet0/10': 'hypervisor' },
        services: [
          {
            name: 'vMotion',
            vlan: 20,
            ends: [
              { device: 'EDGE', port: 'GigabitEthernet0/10' },
              { device: 'EDGE', port: 'GigabitEthernet0/24' },
            ],
          },
        ],
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
`,
        neighbour: {
          text: `hostname CORE
interface GigabitEthernet0/1
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10
 switchport mode trunk
`,
          cable: ['GigabitEthernet0/24', 'GigabitEthernet0/1'],
        },
      },
    ],
    good: [
      {
        dialect: 'ios',
        text: `hostname EDGE
vtp mode transparent
vlan 10,20
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk allowed vlan 10,20
 switchport mode trunk
`,
      },
      {
        dialect: 'ios',
        text: `hostname EDGE
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,999
 switchport mode trunk
`,
        neighbour: {
          text: `hostname CORE
interface GigabitEthernet0/1
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10
 switchport mode trunk
`,
          cable: ['GigabitEthernet0/24', 'GigabitEthernet0/1'],
        },
      },
    ],
  },
  check: (view) => [
    ...[...view.devices.values()].flatMap(listedInVain),
    ...reachesNowhere(view),
    ...servicesCutOff(view),
  ],
}
