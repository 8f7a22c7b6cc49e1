import type { Mac } from './frame.ts'
import type { PathCostMethod } from './path-cost.ts'
import { type BpduRole, lansOf, type Part, partsOf } from './tree/parts.ts'
import type { NodeOrder, Segment, TreeEnd, TreeNode } from './tree/segment.ts'
import { activeTopology, type Topology, type TreeCut, type TreeRoot } from './tree/topology.ts'
import type { Vid } from './vlan-set.ts'

/** A bridge of a spanning tree. The lowest priority is the root, and of equal ones the lowest address. */
export type TreeBridge = {
  readonly name: string
  readonly mac: Mac
  /** The bridges of one platform have the same table of costs, where nobody told them another. */
  readonly platform: string
  /** Its priority in a VLAN. */
  readonly priority: (vlan: Vid) => number
  /**
   * What it does with BPDUs. A bridge that speaks no spanning tree is no root and blocks nothing. Read only where there is a loop, or
   * somebody asks for a root or a distance.
   */
  readonly bpdus: BpduRole
  /** The table its ports cost by where no line says it. Read only where the two tables make different trees. */
  readonly pathCostMethod: PathCostMethod
}

/** The active topology: where it is cut, and how far each bridge is from the root in a VLAN. */
export type Tree = {
  readonly cuts: readonly TreeCut[]
  /** The root that this node's BPDUs name; null for a bridge that takes no part, or hears no other. */
  readonly root: (node: TreeNode) => TreeRoot | null
  /** The cost of the way from that root; 0 for a bridge that takes no part. */
  readonly distance: (node: TreeNode) => number
  /** Whether the one is nearer to the root than the other; of two as near, the better bridge is. */
  readonly isNearer: (one: TreeNode, other: TreeNode) => boolean
  /** The order of bridges, the better first. */
  readonly byBridge: NodeOrder
}

/** The spanning tree of these segments, in each part of the network for itself. A part without a loop is cut nowhere. */
export function spanningTree(bridges: readonly TreeBridge[], segments: readonly Segment[]): Tree {
  const byBridge = bridgeOrder(bridges)
  const parts = partsOf(segments)
  const known = new Map<Part, Topology>()
  const topologyOf = (part: Part): Topology => {
    const topology = known.get(part) ?? partTopology(part, bridges, byBridge)
    known.set(part, topology)
    return topology
  }
  const at = (node: TreeNode): Topology | null => {
    const part = parts.of(node)
    return part && topologyOf(part)
  }
  const distance = (node: TreeNode) => at(node)?.distance(node) ?? 0
  return {
    cuts: parts.all.filter(({ hasLoop }) => hasLoop).flatMap((part) => topologyOf(part).cuts),
    root: (node) => at(node)?.root(node) ?? null,
    distance,
    isNearer: (one, other) => (distance(one) - distance(other) || byBridge(one, other)) < 0,
    byBridge,
  }
}

/**
 * The topology of a part, by the tables of costs that its bridges go by. They are asked only where the answer may decide: where both
 * tables cut the part alike, and one platform has one of them, it does not.
 */
function partTopology({ segments, hasLoop }: Part, bridges: readonly TreeBridge[], byBridge: NodeOrder) {
  const lans = lansOf(segments, ({ bridge }) => bridges[bridge]?.bpdus ?? 'drops')
  const by = (method: (end: TreeEnd) => PathCostMethod) =>
    activeTopology(lans, byBridge, (end) => end.costs[method(end)])
  const short = by(() => 'short')
  const open = lans.flat().filter(({ costs }) => costs.short !== costs.long)
  if (!hasLoop || open.length === 0) return short
  const platforms = new Set(open.map(({ bridge }) => bridges[bridge]?.platform))
  if (
    platforms.size === 1 &&
    isAlike(
      short,
      by(() => 'long'),
    )
  )
    return short
  return by(({ bridge }) => bridges[bridge]?.pathCostMethod ?? 'short')
}

/** Whether two topologies of the same LANs are cut at the same ends; they have as many cuts. */
function isAlike(one: Topology, other: Topology): boolean {
  const ends = new Set(one.cuts.map(({ cut }) => cut.out))
  return other.cuts.every(({ cut }) => ends.has(cut.out))
}

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
