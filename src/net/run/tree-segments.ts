import { egress } from '../egress.ts'
import { tag } from '../frame.ts'
import { ingress } from '../ingress.ts'
import { type PathCosts, usualCosts } from '../path-cost.ts'
import { numberIn } from '../per-vlan.ts'
import type { Segment, TreeEnd } from '../tree/segment.ts'
import { FIRST_VLAN, hasVlan, LAST_VLAN, type Vid, type VlanSet } from '../vlan-set.ts'
import type { PortRun } from './port-run.ts'
import type { SwitchRun } from './switch-run.ts'

/** A link between two switches, as the ports that decide about it: a port-channel is one link. */
export type SwitchLink = { readonly a: Side; readonly b: Side }
/** One end of such a link. */
export type Side = {
  readonly device: SwitchRun
  readonly index: number
  readonly port: PortRun
  readonly order: number
}

/** Every link between switches, once. */
export function switchLinks(switches: readonly SwitchRun[]): SwitchLink[] {
  const sides = new Map<PortRun, Side>()
  switches.forEach((device, index) => {
    let order = 0
    for (const port of device.ports.values()) sides.set(port, { device, index, port, order: order++ })
  })
  const links: SwitchLink[] = []
  const seen = new Map<PortRun, Set<PortRun>>()
  for (const device of switches) {
    for (const port of device.ports.values()) {
      for (const { peer } of port.jacks) {
        const [a, b] = [sides.get(port), peer?.port && sides.get(peer.port)]
        if (!a || !b || seen.get(b.port)?.has(port) || seen.get(port)?.has(b.port)) continue
        seen.set(port, (seen.get(port) ?? new Set()).add(b.port))
        links.push({ a, b })
      }
    }
  }
  return links
}

/**
 * The VLANs of a network cut into ranges that every end of these links treats alike, so that a tree is computed once for each range and
 * not four thousand times.
 */
export function alikeVlans(links: readonly SwitchLink[]): VlanSet {
  const starts = new Set<Vid>([FIRST_VLAN])
  const cut = (set: VlanSet) => {
    for (const [from, to] of set) starts.add(from).add(to + 1)
  }
  const sides = links.flatMap(({ a, b }) => [a, b])
  for (const { vlans, bridgePriority } of new Set(sides.map(({ device }) => device))) {
    for (const told of bridgePriority.value.own) cut(told.vlans)
    cut(vlans.existing.value)
    cut(vlans.suspended.value)
    for (const group of vlans.groups) cut(group.vlans.value)
  }
  for (const { port } of sides) {
    const { accessVlan, nativeVlan, voiceVlan, allowedVlans, egressUntagged, pathCost, portPriority } =
      port.settings
    const voice = typeof voiceVlan.value === 'number' ? [voiceVlan.value] : []
    cut([accessVlan.value, nativeVlan.value, ...voice].map((vid): [Vid, Vid] => [vid, vid]))
    cut(allowedVlans.value)
    cut(egressUntagged.value)
    for (const told of [...pathCost.value.own, ...portPriority.value.own]) cut(told.vlans)
  }
  const sorted = [...starts].filter((vid) => vid <= LAST_VLAN).sort((a, b) => a - b)
  return sorted.map((from, i) => [from, (sorted[i + 1] ?? LAST_VLAN + 1) - 1])
}

/** More than there are VLANs: a number for each pair. */
const VLANS = 4096

/** The links as segments of the trees: by the bridge's own two decisions, so that a tree is what frames can really do. */
export function segmentsOf(
  links: readonly SwitchLink[],
  vlans: readonly Vid[],
  inconsistent: (port: PortRun) => VlanSet,
): Segment[] {
  return links.flatMap((link) => segmentsOfLink(link, vlans, inconsistent))
}

function segmentsOfLink(
  { a, b }: SwitchLink,
  vlans: readonly Vid[],
  inconsistent: (port: PortRun) => VlanSet,
): Segment[] {
  const segments = new Map<number, Segment>()
  const [endA, endB] = [endIn(a, b), endIn(b, a)]
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const leaves = from.device.view(from.port, inconsistent(from.port))
    const arrives = to.device.view(to.port, inconsistent(to.port))
    for (const vlan of vlans) {
      if (!isActive(from.device, vlan)) continue
      const out = egress(leaves, vlan, from.device.ask)
      if (!out.sent) continue
      const into = ingress(arrives, out.tagged ? tag(vlan) : undefined, to.device.ask)
      if (!into.accepted) continue
      const [atA, atB] = from === a ? [vlan, into.vlan] : [into.vlan, vlan]
      const key = atA * VLANS + atB
      if (!segments.has(key)) segments.set(key, { a: endA(atA), b: endB(atB) })
    }
  }
  return [...segments.values()]
}

/** Whether frames can be in this VLAN at a switch: one that it lacks or suspends has no tree there. */
function isActive({ vlans }: SwitchRun, vlan: Vid): boolean {
  return hasVlan(vlans.existing.value, vlan) && !hasVlan(vlans.suspended.value, vlan)
}

/** The priority of a port that is told none. */
const USUAL_PRIORITY = 128

/** This end of a link in each VLAN. */
function endIn({ device, index, port, order }: Side, far: Side): (vlan: Vid) => TreeEnd {
  const { pathCost, portPriority } = port.settings
  const usual = defaultCosts(device, port, far.port)
  return (vlan) => {
    const told = numberIn(pathCost.value, vlan)
    return {
      bridge: index,
      port: port.name,
      vlan,
      costs: told === null ? usual : alike(told),
      priority: numberIn(portPriority.value, vlan) ?? USUAL_PRIORITY,
      order,
    }
  }
}

/** What a link costs where no line tells it: by the table that the switch is told, else by either. */
function defaultCosts({ pathCostMethod }: SwitchRun, near: PortRun, far: PortRun): PathCosts {
  const costs = usualCosts(memberNames(near), memberNames(far))
  return pathCostMethod.value === 'platform-default' ? costs : alike(costs[pathCostMethod.value])
}

function alike(cost: number): PathCosts {
  return { short: cost, long: cost }
}

/** The physical ports that a port is: itself, or the members of a port-channel, which has a jack of its own only by name. */
function memberNames({ settings, jacks, ownJack }: PortRun): string[] {
  const isNoMember = settings.channel.value === null && jacks.length > 1
  return jacks.filter((jack) => !(isNoMember && jack === ownJack)).map(({ name }) => name)
}
