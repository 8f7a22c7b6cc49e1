import { portInWords } from '../config/port-name.ts'
import { claimOnHost, hypervisorTrunks, taggedVlan } from './hypervisors.ts'
import type { Claim, Rule } from './rule.ts'
import type { SiteView } from './view.ts'

const HEAD = `Name                Virtual Switch  Active Clients  VLAN ID
------------------  --------------  --------------  -------
`

function nativeVlans(view: SiteView): ReadonlyMap<number, string> {
  return new Map(
    hypervisorTrunks(view).map(({ device, port }) => [
      port.port.nativeVlan.value,
      `${device.reading.name} ${portInWords(port.name)}`,
    ]),
  )
}

/** Port groups whose VLAN is the native VLAN of the trunk to the host. */
export const esxNativePortgroup: Rule = {
  id: 'esx/native-portgroup',
  kind: 'advice',
  title: 'A port group in the native VLAN of its uplink',
  why:
    'A virtual switch has no native VLAN: it tags the frames of a port group that has one, and the physical switch sends that VLAN ' +
    'without a tag. What comes back is taken for untagged, and the port group hears nothing.',
  limits: 'Needs the switch beside the host, with its port said to be for a hypervisor.',
  references: ['ESXI-70-000063', 'V-256424', 'VCSA-80-000272', 'V-258939', 'NCN06'],
  examples: {
    bad: [
      {
        dialect: 'esxi',
        text: `${HEAD}Servers             vSwitch0                     1       10\n`,
        neighbour: {
          dialect: 'ios',
          text: `hostname EDGE
interface GigabitEthernet0/10
 switchport trunk native vlan 10
 switchport mode trunk
`,
          purposes: { 'GigabitEthernet0/10': 'hypervisor' },
        },
      },
    ],
    good: [
      {
        dialect: 'esxi',
        text: `${HEAD}Servers             vSwitch0                     1       10\n`,
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
    const natives = nativeVlans(view)
    return (view.site.hypervisors ?? []).flatMap((host) =>
      host.portGroups.flatMap((group): Claim[] => {
        const vlan = taggedVlan(group)
        const trunk = vlan === null ? undefined : natives.get(vlan)
        if (vlan === null || trunk === undefined) return []
        return [
          claimOnHost(host, {
            names: [group.name],
            message: `The host tags VLAN ${vlan}, and the native VLAN of ${trunk} is ${vlan}: the switch sends it without a tag.`,
            effective: `port group VLAN ${vlan} = native VLAN of ${trunk}`,
            by: group.vlan.from,
            commands: [],
            caution: 'Move the native VLAN of the trunk to one that nothing uses.',
          }),
        ]
      }),
    )
  },
}
