import type { SourceId } from '../../net/settings.ts'
import type {
  HypervisorReading,
  PolicyName,
  PortGroupReading,
  SecurityPolicy,
} from '../hypervisor-reading.ts'
import { optionValue, shellWords } from '../shell-line.ts'
import { POLICY_OPTIONS } from './commands.ts'
import { vlanOfId } from './port-group-vlan.ts'

/**
 * A host after these commands of its shell: VLANs of port groups and security policies of standard switches. What is no such command,
 * or names nothing that is there, changes nothing; a distributed switch is changed in vCenter.
 */
export function typeAtHypervisor(host: HypervisorReading, commands: readonly string[]): HypervisorReading {
  return commands.reduce(afterCommand, host)
}

function afterCommand(host: HypervisorReading, command: string): HypervisorReading {
  const words = shellWords(command)
  const options = words.findIndex((word) => word.startsWith('-'))
  const name = words.slice(1, options).join(' ')
  const typed = { ...host, sources: [...host.sources, { kind: 'typed' as const, text: command }] }
  const by = host.sources.length
  switch (name) {
    case 'network vswitch standard portgroup set':
      return withVlan(typed, words, by)
    case 'network vswitch standard portgroup policy security set':
      return withGroupPolicy(typed, words, by)
    case 'network vswitch standard policy security set':
      return withSwitchPolicy(typed, words, by)
    default:
      return host
  }
}

/** The host with another port group in the place of the standard one that the words name. */
function withGroup(
  host: HypervisorReading,
  words: readonly string[],
  change: (group: PortGroupReading) => PortGroupReading,
): HypervisorReading {
  const named = optionValue(words, '-p', '--portgroup-name')
  const isStandard = ({ vSwitch }: PortGroupReading) =>
    host.vSwitches.some(({ name, kind }) => name === vSwitch && kind === 'standard')
  return {
    ...host,
    portGroups: host.portGroups.map((group) =>
      group.name === named && isStandard(group) ? change(group) : group,
    ),
  }
}

function withVlan(host: HypervisorReading, words: readonly string[], by: SourceId): HypervisorReading {
  const value = vlanOfId(Number(optionValue(words, '-v', '--vlan-id') ?? Number.NaN))
  return value ? withGroup(host, words, (group) => ({ ...group, vlan: { value, from: [by] } })) : host
}

function withGroupPolicy(host: HypervisorReading, words: readonly string[], by: SourceId): HypervisorReading {
  return withGroup(host, words, (group) => ({ ...group, policy: { ...group.policy, ...answers(words, by) } }))
}

/** A port group without a policy of its own follows its switch. */
function withSwitchPolicy(
  host: HypervisorReading,
  words: readonly string[],
  by: SourceId,
): HypervisorReading {
  const named = optionValue(words, '-v', '--vswitch-name')
  const before = host.vSwitches.find(({ name, kind }) => name === named && kind === 'standard')
  if (!before) return host
  const said = answers(words, by)
  const after = { ...before, policy: { ...before.policy, ...said } }
  return {
    ...host,
    vSwitches: host.vSwitches.map((each) => (each === before ? after : each)),
    portGroups: host.portGroups.map((group) =>
      group.vSwitch === named ? { ...group, policy: inheriting(group.policy, before.policy, said) } : group,
    ),
  }
}

function inheriting(
  own: SecurityPolicy,
  inherited: SecurityPolicy,
  said: Partial<SecurityPolicy>,
): SecurityPolicy {
  const isOwn = (name: PolicyName) =>
    own[name].value !== 'unknown' && `${own[name].from}` !== `${inherited[name].from}`
  const taken = (Object.keys(said) as PolicyName[]).filter((name) => !isOwn(name))
  return { ...own, ...Object.fromEntries(taken.map((name) => [name, said[name]])) }
}

/** What the options of a command say of a policy. */
function answers(words: readonly string[], by: SourceId): Partial<SecurityPolicy> {
  const said = (Object.keys(POLICY_OPTIONS) as PolicyName[]).flatMap((name) => {
    const value = optionValue(words, POLICY_OPTIONS[name])
    if (value !== 'true' && value !== 'false') return []
    return [[name, { value: value === 'true' ? ('accept' as const) : ('reject' as const), from: [by] }]]
  })
  return Object.fromEntries(said)
}
