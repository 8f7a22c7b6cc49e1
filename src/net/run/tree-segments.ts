import { egress } from '../egress.ts'
import { tag } from '../frame.ts'
import { ingress } from '../ingress.ts'
import { usualCosts } from '../path-cost.ts'
import { numberIn } from '../per-vlan.ts'
import type { Segment, TreeEnd } from '../spanning-tree.ts'
import { FIRST_VLAN, LAST_VLAN, NO_VLANS, type Vid, type VlanSet } from '../vlan-set.ts'
import type { PortRun, SwitchRun } from './switch-run.ts'

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
  const index = new Map(switches.map((device, i) => [device, i]))
  const side = (device: SwitchRun, port: PortRun): Side => ({
    device,
    index: index.get(device) ?? 0,
    port,
    order: [...device.ports.values()].indexOf(port),
  })
  const links: SwitchLink[] = []
  const seen = new Map<PortRun, Set<PortRun>>()
  for (const device of switches) {
    for (const port of device.ports.values()) {
      for (const { peer } of port.jacks) {
        if (!peer?.bridge || !peer.port || seen.get(peer.port)?.has(port) || seen.get(port)?.has(peer.port))
          continue
        seen.set(port, (seen.get(port) ?? new Set()).add(peer.port))
        links.push({ a: side(device, port), b: side(peer.bridge, peer.port) })
      }
    }
  }
  return links
}

/**
 * The VLANs of a network cut into ranges that every switch treats alike, so that a tree is computed once for each range and not
 * four thousand times.
 */
export function alikeVlans(switches: readonly SwitchRun[]): VlanSet {
  const starts = new Set<Vid>([FIRST_VLAN])
  const cut = (set: VlanSet) => {
    for (const [from, to] of set) starts.add(from).add(to + 1)
  }
  for (const { ports, vlans, bridgePriority } of switches) {
    for (const told of bridgePriority.value.own) cut(told.vlans)
    cut(vlans.existing.value)
    cut(vlans.suspended.value)
    for (const { settings } of ports.values()) {
      const { accessVlan, nativeVlan, voiceVlan, allowedVlans, egressUntagged, pathCost, portPriority } =
        settings
      const voice = typeof voiceVlan.value === 'number' ? [voiceVlan.value] : []
      cut([accessVlan.value, nativeVlan.value, ...voice].map((vid): [Vid, Vid] => [vid, vid]))
      cut(allowedVlans.value)
      cut(egressUntagged.value)
      for (const told of [...pathCost.value.own, ...portPriority.value.own]) cut(told.vlans)
    }
  }
  const sorted = [...starts].filter((vid) => vid >= FIRST_VLAN && vid <= LAST_VLAN).sort((a, b) => a - b)
  return sorted.map((from, i) => [from, (sorted[i + 1] ?? LAST_VLAN + 1) - 1])
}

/** The links as segments of the trees: by the bridge's own two decisions, so that a tree is what frames can really do. */
export function segmentsOf(
  links: readonly SwitchLink[],
  vlans: readonly Vid[],
  inconsistent: (port: PortRun) => VlanSet,
): Segment[] {
  const segments: Segment[] = []
  const seen = new Set<string>()
  for (const { a, b } of links) {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      for (const vlan of vlans) {
        const out = egress(from.device.view(from.port, inconsistent(from.port)), vlan, from.device.ask)
        if (!out.sent) continue
        const view = to.device.view(to.port, inconsistent(to.port))
        const into = ingress(view, out.tagged ? tag(vlan) : undefined, to.device.ask)
        if (!into.accepted) continue
        const ends = [end(from, to, vlan), end(to, from, into.vlan)].sort(
          (x, y) => x.bridge - y.bridge || x.order - y.order,
        )
        const key = ends.map((e) => `${e.bridge}/${e.order}/${e.vlan}`).join(' ')
        const [one, other] = ends
        if (seen.has(key) || !one || !other) continue
        seen.add(key)
        segments.push({ a: one, b: other })
      }
    }
  }
  return segments
}

/** The priority of a port that is told none. */
const USUAL_PRIORITY = 128

function end({ device, index, port, order }: Side, far: Side, vlan: Vid): TreeEnd {
  const { pathCost, portPriority } = port.settings
  const method = device.pathCostMethod.value === 'long' ? 'long' : 'short'
  return {
    bridge: index,
    port: port.name,
    vlan,
    cost: numberIn(pathCost.value, vlan) ?? usualCosts(memberNames(port), memberNames(far.port))[method],
    priority: numberIn(portPriority.value, vlan) ?? USUAL_PRIORITY,
    order,
  }
}

/** The physical ports that a port is: itself, or the members of a port-channel, which has a jack of its own only by name. */
function memberNames({ settings, jacks, ownJack }: PortRun): string[] {
  const isNoMember = settings.channel.value === null && jacks.length > 1
  return jacks.filter((jack) => !(isNoMember && jack === ownJack)).map(({ name }) => name)
}

/** Nothing is inconsistent: for a first look at the tree. */
export const allConsistent = (): VlanSet => NO_VLANS
