import type { HypervisorReading, PortGroupReading, VSwitchReading } from '../hypervisor-reading.ts'

/** The parts of a host that its lists tell of. */
export type HypervisorParts = Pick<HypervisorReading, 'vSwitches' | 'portGroups' | 'vmKernelPorts'>

/**
 * What the lists that were given leave open, with the command that would tell: the list of port groups names neither VMkernel
 * ports nor policies (facts J13).
 */
export function missingParts({ vSwitches, portGroups, vmKernelPorts }: HypervisorParts): string[] {
  const missing: string[] = []
  const standard = vSwitches.filter(({ kind }) => kind === 'standard')
  const isStandard = ({ vSwitch }: PortGroupReading) => standard.some(({ name }) => name === vSwitch)
  if (standard.length > 0 && !portGroups.some(isStandard)) {
    missing.push(
      'Which port groups there are, and their VLANs, is not in the text. "esxcli network vswitch standard portgroup list" tells.',
    )
  }
  const loose = standard.filter(({ uplinks }) => uplinks.value === null)
  if (loose.length > 0) {
    missing.push(
      `Which cards lead out of ${namesOf(loose)} is not in the text. "esxcli network vswitch standard list" tells.`,
    )
  }
  if (vmKernelPorts.length === 0) {
    missing.push(
      'Which port groups carry management and vMotion is not in the text. "esxcli network ip interface list" tells.',
    )
  }
  for (const { name } of vmKernelPorts.filter(({ tags }) => tags.value === null)) {
    missing.push(
      `What ${name} is used for is not in the text. "esxcli network ip interface tag get -i ${name}" tells.`,
    )
  }
  for (const { name } of standard.filter(({ policy }) => policy.promiscuous.value === 'unknown')) {
    missing.push(
      `The security policy of ${name} is not in the text, and its defaults differ between releases. "esxcli network vswitch standard policy security get -v ${name}" tells.`,
    )
  }
  return [...missing, ...untypedGroups({ vSwitches, portGroups, vmKernelPorts })]
}

/** Port groups of a distributed switch that a VMkernel port names and no table lists. */
function untypedGroups({ vSwitches, portGroups, vmKernelPorts }: HypervisorParts): string[] {
  const listed = new Set(portGroups.map(({ vSwitch }) => vSwitch))
  const distributed = vSwitches.filter(({ kind, name }) => kind === 'distributed' && !listed.has(name))
  const mentioned = vmKernelPorts.some(
    ({ vSwitch }) => vSwitch !== null && !vSwitches.some(({ name }) => name === vSwitch),
  )
  if (distributed.length === 0 && !mentioned) return []
  return [
    'The VLANs of a distributed switch are kept in vCenter and stand in no list of the host. Type them as a table that begins with "Distributed Port Group | VLAN".',
  ]
}

function namesOf(switches: readonly VSwitchReading[]): string {
  return switches.map(({ name }) => name).join(', ')
}
