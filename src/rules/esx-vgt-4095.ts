import type { Endpoint } from '../net/network.ts'
import { hasVlan, showVlans, type Vid } from '../net/vlan-set.ts'
import { type GuestGroup, guestGroups, reachedInside, tagForGuests } from './guest-groups.ts'
import { claimOnHost, hypervisorTrunks, taggedVlan } from './hypervisors.ts'
import type { Attempt, Claim, Rule } from './rule.ts'
import type { SiteView } from './view.ts'
import { vlansOfSite } from './vlans-in-use.ts'

const HEAD = `Name                Virtual Switch  Active Clients  VLAN ID
------------------  --------------  --------------  -------
`

/** Port groups whose guests write tags themselves. */
export const esxVgt4095: Rule = {
  id: 'esx/vgt-4095',
  kind: 'witnessed',
  title: 'A port group whose guests tag for themselves',
  why:
    'VLAN 4095 on a standard switch, or a trunk range on a distributed one, hands tags through to the guests. Such a guest sits on a ' +
    'trunk: one tag puts it into any VLAN that the uplink carries, and two tags pass unchanged.',
  limits:
    '4095 is a value of the configuration; it never stands in a frame. Firewalls and monitors may need it: then say why, in a comment ' +
    'above the line. Where no other VLAN of the host or of its trunks is known there is nowhere to go, and this is advice. A ' +
    'distributed switch is changed in vCenter: there is no command for it, so that its fix is not simulated.',
  references: [
    'ESXI-80-000220',
    'V-258775',
    'ESXI-70-000064',
    'V-256425',
    'ESXI-06-000064',
    'V-63297',
    'NCN07',
  ],
  examples: {
    bad: [
      {
        dialect: 'esxi',
        text: `${HEAD}Firewall            vSwitch0                     1     4095
vMotion             vSwitch0                     1       50
`,
      },
      {
        dialect: 'esxi',
        text: `${HEAD}Firewall            vSwitch0                     1     4095\n`,
        neighbour: {
          dialect: 'ios',
          text: `hostname EDGE
interface GigabitEthernet0/1
 switchport access vlan 20
 switchport mode access
interface GigabitEthernet0/10
 switchport trunk native vlan 999
 switchport trunk allowed vlan 20
 switchport mode trunk
 switchport nonegotiate
`,
          purposes: { 'GigabitEthernet0/10': 'hypervisor' },
        },
      },
      { dialect: 'esxi', text: `${HEAD}Firewall            vSwitch0                     1     4095\n` },
    ],
    good: [
      {
        dialect: 'esxi',
        text: `${HEAD}Servers             vSwitch0                     1       10
vMotion             vSwitch0                     1       50
`,
      },
    ],
  },
  check: (view) => guestGroups(view).map((own) => claim(view, own)),
}

function claim(view: SiteView, own: GuestGroup): Claim {
  const { host, group, vlans } = own
  const commands = tagForGuests(view, own)
  return claimOnHost(host, {
    names: [group.name],
    message: 'Guests in this port group write tags themselves: they are on a trunk.',
    effective: `guests may tag VLANs ${showVlans(vlans)}`,
    by: group.vlan.from,
    attempts: [...inside(view, own), ...overTrunks(view, own)],
    commands,
    caution:
      commands.length > 0
        ? 'Guests that write tags lose every VLAN but this one, which nothing uses: put in the VLAN they need, and give a guest that needs several a card in each.'
        : 'Give the distributed port group the one VLAN its guests need, or the shortest trunk range, in vCenter.',
  })
}

/** Into the VLANs of the host's other port groups, those of the host itself first. */
function inside(view: SiteView, own: GuestGroup): Attempt[] {
  const { host, group } = own
  const kernel = new Set(host.vmKernelPorts.map(({ portGroup }) => portGroup))
  const others = [...host.portGroups].sort((a, b) => Number(kernel.has(b.name)) - Number(kernel.has(a.name)))
  const vlans = new Set(others.flatMap((each) => taggedVlan(each) ?? []))
  return [...vlans]
    .filter((vlan) => reachedInside(view, own, vlan))
    .map((vlan) => attempt({ device: host.name, port: group.name }, vlan, own))
}

/** Into the VLANs that somebody would miss, over the trunks that lead to hosts. */
function overTrunks(view: SiteView, own: GuestGroup): Attempt[] {
  const vlans = vlansOfSite(view).filter((vlan) => hasVlan(own.vlans, vlan))
  return hypervisorTrunks(view).flatMap(({ device, port }) =>
    vlans.map((vlan) => attempt({ device: device.reading.name, port: port.name }, vlan, own)),
  )
}

function attempt(from: Endpoint, vlan: Vid, { host, group }: GuestGroup): Attempt {
  return { attack: 'guest-tagging', from, vlan, way: [], guestOf: { host: host.name, portGroup: group.name } }
}
