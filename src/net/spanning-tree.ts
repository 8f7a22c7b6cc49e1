import type { Mac } from './frame.ts'
import type { Vid } from './vlan-set.ts'

/** A bridge of a spanning tree. The lowest priority is the root, and of equal ones the lowest address. */
export type TreeBridge = {
  readonly name: string
  readonly mac: Mac
  /** Its priority in a VLAN. */
  readonly priority: (vlan: Vid) => number
  /** Whether it speaks spanning tree at all, and so can block a port of its own. */
  readonly blocks: boolean
}

/** A bridge as far as one VLAN is concerned. */
export type TreeNode = { readonly bridge: number; readonly vlan: Vid }

/** One end of a segment: a port of a bridge, and the VLAN the frames are in there. */
export type TreeEnd = TreeNode & {
  readonly port: string
  /** What a way to the root through this port costs; at least 1. */
  readonly cost: number
  /** Ranks a bridge's ports, and `order` those of one priority. */
  readonly priority: number
  readonly order: number
}

/** A link as far as one VLAN is concerned; where the VLANs of both ends differ, the link joins two VLANs. */
export type Segment = { readonly a: TreeEnd; readonly b: TreeEnd }

/** The active topology: which ends block, and how far each bridge is from the root in a VLAN. */
export type Tree = {
  readonly blocked: readonly TreeEnd[]
  /** The cost of the way from the root. */
  readonly distance: (bridge: number, vlan: Vid) => number
  /** Whether the one is nearer to the root than the other; of two as near, the better bridge is. */
  readonly isNearer: (one: TreeNode, other: TreeNode) => boolean
}

const VLANS = 4096

function key({ bridge, vlan }: TreeNode): number {
  return bridge * VLANS + vlan
}

/** A way over a segment, from the end it leaves by. */
type Way = { readonly from: TreeEnd; readonly to: TreeEnd; readonly segment: Segment }

/**
 * The spanning tree of these segments: each bridge keeps its cheapest way to the root of its part of the network, every other link
 * is cut at the end that is farther from the root. Ties go to the better bridge, then the better port.
 */
export function spanningTree(bridges: readonly TreeBridge[], segments: readonly Segment[]): Tree {
  const ways = waysOf(segments)
  const byBridge = bridgeOrder(bridges)
  const byEnd = (a: TreeEnd, b: TreeEnd) =>
    byBridge(a, b) || a.priority - b.priority || a.order - b.order || a.vlan - b.vlan
  const distance = distances(ways, byBridge)
  const away = (node: TreeNode) => distance.get(key(node)) ?? 0
  const inTree = new Set<Segment>()
  for (const [at, ends] of ways) {
    const here = distance.get(at) ?? 0
    const up = ends.filter(({ from, to }) => away(to) + from.cost === here)
    up.sort((x, y) => byEnd(x.to, y.to) || byEnd(x.from, y.from))
    if (up[0]) inTree.add(up[0].segment)
  }
  const blocked: TreeEnd[] = []
  for (const segment of segments) {
    if (inTree.has(segment)) continue
    const { a, b } = segment
    const [designated, other] = (away(a) - away(b) || byEnd(a, b)) <= 0 ? [a, b] : [b, a]
    if (bridges[other.bridge]?.blocks) blocked.push(other)
    else if (bridges[designated.bridge]?.blocks) blocked.push(designated)
  }
  return {
    blocked,
    distance: (bridge, vlan) => away({ bridge, vlan }),
    isNearer: (one, other) => (away(one) - away(other) || byBridge(one, other)) < 0,
  }
}

/** The ways out of each bridge in each VLAN. */
function waysOf(segments: readonly Segment[]): Map<number, Way[]> {
  const ways = new Map<number, Way[]>()
  const add = (from: TreeEnd, to: TreeEnd, segment: Segment) => {
    const known = ways.get(key(from)) ?? []
    known.push({ from, to, segment })
    ways.set(key(from), known)
  }
  for (const segment of segments) {
    add(segment.a, segment.b, segment)
    add(segment.b, segment.a, segment)
  }
  return ways
}

type NodeOrder = (a: TreeNode, b: TreeNode) => number

/** The order of bridges: by priority in the VLAN, then by address, then by name where two have one address. */
function bridgeOrder(bridges: readonly TreeBridge[]): NodeOrder {
  const order = bridges.map(({ name, mac }, index) => ({ key: `${mac} ${name}`, index }))
  order.sort((a, b) => (a.key < b.key ? -1 : 1))
  const rank = bridges.map(() => 0)
  order.forEach(({ index }, place) => {
    rank[index] = place
  })
  const priority = ({ bridge, vlan }: TreeNode) => bridges[bridge]?.priority(vlan) ?? 0
  return (a, b) => priority(a) - priority(b) || (rank[a.bridge] ?? 0) - (rank[b.bridge] ?? 0)
}

/** The cost of the way from the root, for every bridge and VLAN; each connected part has its own root. */
function distances(ways: ReadonlyMap<number, readonly Way[]>, byBridge: NodeOrder): Map<number, number> {
  const nodes = [...ways.values()].flatMap(([way]) => way?.from ?? [])
  nodes.sort((a, b) => byBridge(a, b) || a.vlan - b.vlan)
  const distance = new Map<number, number>()
  for (const root of nodes) {
    if (!distance.has(key(root))) spread(root, ways, distance)
  }
  return distance
}

/** Goes out from a root and notes the cheapest way to everything it reaches; where a cheaper one turns up, goes on from there again. */
function spread(
  root: TreeNode,
  ways: ReadonlyMap<number, readonly Way[]>,
  distance: Map<number, number>,
): void {
  distance.set(key(root), 0)
  const open = [key(root)]
  for (const at of open) {
    const cost = distance.get(at) ?? 0
    for (const { to } of ways.get(at) ?? []) {
      if (cost + to.cost >= (distance.get(key(to)) ?? Number.POSITIVE_INFINITY)) continue
      distance.set(key(to), cost + to.cost)
      open.push(key(to))
    }
  }
}
