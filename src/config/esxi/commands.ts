import type {
  HypervisorReading,
  PolicyName,
  PortGroupReading,
  PortGroupVlan,
  SecurityPolicy,
} from '../hypervisor-reading.ts'
import type { PatchLine } from '../patch.ts'
import { shellQuoted } from '../shell-line.ts'
import { GUEST_TAGS } from './port-group-vlan.ts'

/**
 * The commands that lead the standard switches of a host from one state to another: VLANs of port groups and policies. Distributed
 * switches are changed in vCenter, so that there is no command for them.
 */
export function esxiCommands(before: HypervisorReading, after: HypervisorReading): PatchLine[] {
  const standard = new Set(before.vSwitches.filter(({ kind }) => kind === 'standard').map(({ name }) => name))
  const policies = after.vSwitches.flatMap((vSwitch) => {
    const old = before.vSwitches.find(({ name }) => name === vSwitch.name)
    if (!old || !standard.has(old.name)) return []
    const options = policyOptions(old.policy, vSwitch.policy)
    return policyLine(
      `esxcli network vswitch standard policy security set -v ${shellQuoted(old.name)}`,
      options,
    )
  })
  const groups = after.portGroups.flatMap((group) => {
    const old = before.portGroups.find(({ name }) => name === group.name)
    return old && standard.has(old.vSwitch) ? groupLines(before, old, after, group) : []
  })
  return [...policies, ...groups]
}

function groupLines(
  before: HypervisorReading,
  old: PortGroupReading,
  after: HypervisorReading,
  group: PortGroupReading,
): PatchLine[] {
  const name = shellQuoted(group.name)
  const own = policyOptions(old.policy, group.policy)
  const inherited = policyOptions(policyOfSwitch(before, old), policyOfSwitch(after, group))
  const options = own.filter((option) => !inherited.includes(option))
  const policy = policyLine(
    `esxcli network vswitch standard portgroup policy security set -p ${name}`,
    options,
  )
  const [from, to] = [vlanId(old.vlan.value), vlanId(group.vlan.value)]
  if (from === to || to === null) return policy
  const line = `esxcli network vswitch standard portgroup set -p ${name} --vlan-id=${to}`
  return [...policy, { line, ports: [group.name], mayCut: cutBy(before, group.name, to) }]
}

function policyOfSwitch(
  { vSwitches }: HypervisorReading,
  { vSwitch, policy }: PortGroupReading,
): SecurityPolicy {
  return vSwitches.find(({ name }) => name === vSwitch)?.policy ?? policy
}

/** How esxcli calls each part of a security policy. */
export const POLICY_OPTIONS: Readonly<Record<PolicyName, string>> = {
  promiscuous: '--allow-promiscuous',
  macChanges: '--allow-mac-change',
  forgedTransmits: '--allow-forged-transmits',
}

function policyOptions(before: SecurityPolicy, after: SecurityPolicy): string[] {
  return (Object.keys(POLICY_OPTIONS) as PolicyName[]).flatMap((name) => {
    const { value } = after[name]
    return value === 'unknown' || value === before[name].value
      ? []
      : [`${POLICY_OPTIONS[name]}=${value === 'accept'}`]
  })
}

function policyLine(command: string, options: readonly string[]): PatchLine[] {
  return options.length > 0 ? [{ line: [command, ...options].join(' '), ports: [], mayCut: null }] : []
}

/** The VLAN ID that `esxcli` takes for it; null for a trunk range, which a standard switch does not have. */
function vlanId(vlan: PortGroupVlan): number | null {
  if (vlan.tagging === 'external') return 0
  if (vlan.tagging === 'vswitch') return vlan.vlan
  return vlan.untagged && vlan.vlans.length === 1 && vlan.vlans[0]?.[0] === 1 && vlan.vlans[0][1] === 4094
    ? GUEST_TAGS
    : null
}

function cutBy({ vmKernelPorts }: HypervisorReading, group: string, vlan: number): string {
  const ports = vmKernelPorts.filter(({ portGroup }) => portGroup === group).map(({ name }) => name)
  const host =
    ports.length > 0
      ? ` ${ports.join(', ')} of the host itself ${ports.length === 1 ? 'is' : 'are'} in it: do not type this over that connection.`
      : ''
  const where = vlan === 0 ? 'with no VLAN ID' : `in VLAN ${vlan}`
  return `All that hangs on ${group} is ${where} from here on: the physical switch must carry it first.${host}`
}
