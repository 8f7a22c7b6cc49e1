import type { HypervisorReading, PortGroupReading } from '../config/hypervisor-reading.ts'
import { claimOnHost, taggedVlan } from './hypervisors.ts'
import type { Claim, Rule } from './rule.ts'

const GROUPS = `[root@esx1:~] esxcli network vswitch standard portgroup list
Name                Virtual Switch  Active Clients  VLAN ID
------------------  --------------  --------------  -------
`
const KERNEL = `[root@esx1:~] esxcli network ip interface list
vmk1
   Name: vmk1
   MAC Address: 00:50:56:6a:00:01
   Enabled: true
   Portset: vSwitch0
   Portgroup: vMotion
[root@esx1:~] esxcli network ip interface tag get -i vmk1
   Tags: VMotion
`

/** The port groups whose VMkernel ports carry live migration; by their name where the text does not tell what ports are for. */
function migrationGroups({ vmKernelPorts, portGroups }: HypervisorReading): PortGroupReading[] {
  const tagged = new Set(
    vmKernelPorts
      .filter(({ tags }) => tags.value?.some((each) => /^vmotion$/i.test(each)))
      .map(({ portGroup }) => portGroup),
  )
  return portGroups.filter(({ name }) => tagged.has(name))
}

/** Live migration in a VLAN that it shares. */
export const esxVmotionShared: Rule = {
  id: 'esx/vmotion-shared',
  kind: 'advice',
  title: 'Live migration in a VLAN with others',
  why:
    'Memory of a machine crosses the migration network as it is, unless migration is encrypted. Whoever shares its VLAN, or gets into ' +
    'it, can read it and, from the middle, change it.',
  limits:
    'Encrypted migration takes the sting out: set it to Required. Which VLAN other hosts use is not in this text.',
  references: ['ESXI-80-000160', 'V-258748', 'ESXI-70-000048', 'V-256411', 'ESXI-06-000048', 'NAR02'],
  examples: {
    bad: [
      {
        dialect: 'esxi',
        text: `${GROUPS}vMotion             vSwitch0                     1       20
Servers             vSwitch0                     3       20
${KERNEL}`,
      },
    ],
    good: [
      {
        dialect: 'esxi',
        text: `${GROUPS}vMotion             vSwitch0                     1       20
Servers             vSwitch0                     3       10
${KERNEL}`,
      },
    ],
  },
  check: (view) =>
    (view.site.hypervisors ?? []).flatMap((host) =>
      migrationGroups(host).flatMap((group): Claim[] => {
        const vlan = taggedVlan(group)
        const others = host.portGroups.filter(
          (other) => other !== group && vlan !== null && taggedVlan(other) === vlan,
        )
        const untagged = group.vlan.value.tagging === 'external'
        if (others.length === 0 && !untagged) return []
        return [
          claimOnHost(host, {
            names: [group.name],
            message: untagged
              ? 'Live migration goes out without a tag, into whatever VLAN the physical port is in.'
              : `Live migration shares VLAN ${vlan} with ${others.map(({ name }) => name).join(', ')}.`,
            effective: untagged ? 'migration in VLAN 0' : `migration in VLAN ${vlan}, shared`,
            by: [group, ...others].flatMap((each) => each.vlan.from),
            commands: [],
            caution:
              'Give migration a VLAN of its own that is not routed, on every host and every trunk between them.',
          }),
        ]
      }),
    ),
}
