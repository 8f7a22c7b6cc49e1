import { portInWords } from '../config/port-name.ts'
import { nativeTagging } from '../net/bridge-port.ts'
import { carriedVlans } from '../net/trunk-groups.ts'
import { hasVlan } from '../net/vlan-set.ts'
import { claimOnHost, type HypervisorTrunk, hypervisorTrunks } from './hypervisors.ts'
import { activeVlans, bridging } from './passage.ts'
import type { Claim, Rule } from './rule.ts'
import type { SiteView } from './view.ts'

const HEAD = `Name                Virtual Switch  Active Clients  VLAN ID
------------------  --------------  --------------  -------
`

/** Why untagged frames get nowhere on this trunk, or null where they do. */
function whyCut(view: SiteView, { device, port }: HypervisorTrunk): string | null {
  const { vlans } = device.reading.device
  const native = port.port.nativeVlan.value
  if (nativeTagging(bridging(device, port, true)).value) return `tags its native VLAN ${native}`
  if (!hasVlan(carriedVlans(port.port, vlans), native)) return `does not carry its native VLAN ${native}`
  if (!hasVlan(activeVlans(device), native)) return `has native VLAN ${native}, which does not exist`
  const lives = [...view.devices.values()].some(
    ({ classes, reading }) =>
      reading.vlanInterfaces.some(({ vlan, hasAddress }) => vlan === native && hasAddress) ||
      classes.some(({ sample }) => sample.role === 'entry' && sample.port.accessVlan.value === native),
  )
  return lives ? null : `has native VLAN ${native}, in which nothing else is`
}

/** Untagged port groups behind a trunk whose native VLAN leads nowhere. */
export const esxUntaggedPortgroupCut: Rule = {
  id: 'esx/untagged-portgroup-cut',
  kind: 'advice',
  title: 'An untagged port group behind an unused native VLAN',
  why:
    'A native VLAN that nothing uses is the cure for double tagging, and it cuts every port group without a VLAN on that host: often ' +
    'the management network. It is the second way to lose an ESX host.',
  limits:
    'Needs the switch beside the host. Other switches beyond it may use the native VLAN; then nothing is cut.',
  references: [],
  examples: {
    bad: [
      {
        dialect: 'esxi',
        text: `${HEAD}Management Network  vSwitch0                     1        0\n`,
        neighbour: {
          dialect: 'ios',
          text: `hostname EDGE
interface GigabitEthernet0/10
 switchport trunk native vlan 999
 switchport mode trunk
`,
          purposes: { 'GigabitEthernet0/10': 'hypervisor' },
        },
      },
    ],
    good: [
      {
        dialect: 'esxi',
        text: `${HEAD}Management Network  vSwitch0                     1       50\n`,
        neighbour: {
          dialect: 'ios',
          text: `hostname EDGE
interface GigabitEthernet0/10
 switchport trunk native vlan 999
 switchport mode trunk
`,
          purposes: { 'GigabitEthernet0/10': 'hypervisor' },
        },
      },
    ],
  },
  check: (view) => {
    const trunks = hypervisorTrunks(view)
    const cuts = trunks.map((trunk) => ({ trunk, why: whyCut(view, trunk) }))
    const cut = cuts.find(({ why }) => why !== null)
    // One trunk that carries untagged frames is enough: nobody said which of them leads to which host.
    if (!cut || cuts.some(({ why }) => why === null)) return []
    const { trunk, why } = cut
    return (view.site.hypervisors ?? []).flatMap((host) =>
      host.portGroups.flatMap((group): Claim[] => {
        if (group.vlan.value.tagging !== 'external') return []
        return [
          claimOnHost(host, {
            names: [group.name],
            message: `The port group sends without a tag, and ${trunk.device.reading.name} ${portInWords(trunk.port.name)} ${why}: it is cut off.`,
            effective: 'port group VLAN 0',
            by: group.vlan.from,
            commands: [],
            caution: 'Give the port group a VLAN of its own before the native VLAN of the trunk changes.',
          }),
        ]
      }),
    )
  },
}
