import type { Setting, SourceId } from '../../net/settings.ts'
import type {
  HypervisorReading,
  PortGroupReading,
  SecurityPolicy,
  VmKernelPort,
  VSwitchReading,
} from '../hypervisor-reading.ts'
import { missingParts } from './missing.ts'

/**
 * Lists of the same host that were saved one by one, put together. Those with the same host name are of one host. Lists that name no
 * host are taken for lists of the only one there is, and that is said; where several are named they stay by themselves.
 */
export function joinHypervisors(readings: readonly HypervisorReading[]): HypervisorReading[] {
  const named = new Map<string, HypervisorReading[]>()
  for (const reading of readings.filter((each) => each.named)) {
    named.set(reading.name, [...(named.get(reading.name) ?? []), reading])
  }
  const nameless = readings.filter((each) => !each.named)
  if (named.size > 1) return [...[...named.values()].map(joined), ...nameless]
  const [own = []] = named.values()
  const all = [...own, ...nameless]
  return all.length > 0 ? [joined(all)] : []
}

function joined(parts: readonly HypervisorReading[]): HypervisorReading {
  const [first, ...rest] = parts
  if (!first) throw new RangeError('There is nothing to join.')
  if (rest.length === 0) return first
  const whole = rest.reduce(together, first)
  const nameless = parts.filter(({ named }) => !named).flatMap(({ lines }) => lines[0]?.file ?? [])
  const assumed =
    nameless.length > 0
      ? [`${nameless.join(', ')}: no host is named, so that they are taken for lists of one host.`]
      : []
  return { ...whole, assumptions: [...assumed, ...parts.flatMap(ownDoubts), ...missingParts(whole)] }
}

/** What a list left open beside whole lists that are missing, which another may hold. */
function ownDoubts(reading: HypervisorReading): string[] {
  const missing = new Set(missingParts(reading))
  return reading.assumptions.filter((text) => !missing.has(text))
}

function together(a: HypervisorReading, later: HypervisorReading): HypervisorReading {
  const b = moved(later, a.sources.length)
  const vSwitches = merged(a.vSwitches, b.vSwitches, sameSwitch)
  const groups = merged(a.portGroups, b.portGroups, (_, second) => second)
  return {
    ...a,
    reasons: [...new Set([...a.reasons, ...b.reasons])],
    lines: [...a.lines, ...b.lines],
    sources: [...a.sources, ...b.sources],
    vSwitches,
    portGroups: groups.map((group) => withPolicies(group, [a.loosePolicies, b.loosePolicies], vSwitches)),
    loosePolicies: { ...a.loosePolicies, ...b.loosePolicies },
    vmKernelPorts: merged(a.vmKernelPorts, b.vmKernelPorts, samePort),
  }
}

/** A port group with its own policy from wherever a list told it, else with that of its virtual switch. */
function withPolicies(
  group: PortGroupReading,
  loose: readonly HypervisorReading['loosePolicies'][],
  vSwitches: readonly VSwitchReading[],
): PortGroupReading {
  const own = loose.flatMap((policies) => policies[group.name] ?? [])
  const inherited = vSwitches.filter(({ name }) => name === group.vSwitch).map(({ policy }) => policy)
  const policy = [...own, group.policy, ...inherited].reduce(policyOf)
  return { ...group, policy }
}

function merged<T extends { readonly name: string }>(
  a: readonly T[],
  b: readonly T[],
  both: (first: T, second: T) => T,
): T[] {
  const names = new Map(b.map((each) => [each.name, each]))
  const first = a.map((each) => {
    const other = names.get(each.name)
    return other ? both(each, other) : each
  })
  return [...first, ...b.filter(({ name }) => !a.some((each) => each.name === name))]
}

function sameSwitch(a: VSwitchReading, b: VSwitchReading): VSwitchReading {
  return {
    ...a,
    kind: a.kind === 'distributed' ? a.kind : b.kind,
    uplinks: b.uplinks.value === null ? a.uplinks : b.uplinks,
    policy: policyOf(b.policy, a.policy),
  }
}

function samePort(a: VmKernelPort, b: VmKernelPort): VmKernelPort {
  return {
    ...a,
    portGroup: b.portGroup ?? a.portGroup,
    vSwitch: b.vSwitch ?? a.vSwitch,
    mac: b.mac ?? a.mac,
    enabled: b.enabled && a.enabled,
    tags: b.tags.value === null ? a.tags : b.tags,
  }
}

/** What one says, and the other where it says nothing. */
function policyOf(one: SecurityPolicy, other: SecurityPolicy): SecurityPolicy {
  const known = (name: keyof SecurityPolicy) => (one[name].value === 'unknown' ? other[name] : one[name])
  return {
    promiscuous: known('promiscuous'),
    macChanges: known('macChanges'),
    forgedTransmits: known('forgedTransmits'),
  }
}

/** A reading whose sources stand behind so many others. */
function moved(reading: HypervisorReading, by: number): HypervisorReading {
  const move = <T>({ value, from }: Setting<T>): Setting<T> => ({
    value,
    from: from.map((id: SourceId) => id + by),
  })
  const policy = ({ promiscuous, macChanges, forgedTransmits }: SecurityPolicy): SecurityPolicy => ({
    promiscuous: move(promiscuous),
    macChanges: move(macChanges),
    forgedTransmits: move(forgedTransmits),
  })
  return {
    ...reading,
    vSwitches: reading.vSwitches.map((each) => ({
      ...each,
      uplinks: move(each.uplinks),
      policy: policy(each.policy),
    })),
    portGroups: reading.portGroups.map(
      (each): PortGroupReading => ({ ...each, vlan: move(each.vlan), policy: policy(each.policy) }),
    ),
    vmKernelPorts: reading.vmKernelPorts.map((each) => ({ ...each, tags: move(each.tags) })),
    loosePolicies: Object.fromEntries(
      Object.entries(reading.loosePolicies).map(([name, each]) => [name, policy(each)]),
    ),
  }
}
