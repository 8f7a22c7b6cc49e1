import type { Mac } from './frame.ts'
import type { Vid } from './vlan-set.ts'

/** A bridge of a spanning tree. The lowest address is the root: no priorities are modelled. */
export type TreeBridge = {
  readonly name: string
  readonly mac: Mac
  /** Whether it speaks spanning tree at all, and so can block a port of its own. */
  readonly blocks: boolean
}

/** One end of a segment: a port of a bridge, and the VLAN the frames are in there. `order` ranks a bridge's ports. */
export type TreeEnd = {
  readonly bridge: number
  readonly port: string
  readonly order: number
  readonly vlan: Vid
}

/** A link as far as one VLAN is concerned; where the VLANs of both ends differ, the link joins two VLANs. */
export type Segment = { readonly a: TreeEnd; readonly b: TreeEnd }

/** The active topology: which ends block, and how far each bridge is from the root in a VLAN. */
export type Tree = {
  readonly blocked: readonly TreeEnd[]
  readonly distance: (bridge: number, vlan: Vid) => number
}

const VLANS = 4096

function node(end: TreeEnd): number {
  return end.bridge * VLANS + end.vlan
}

/**
 * The spanning tree of these segments, every link of equal cost: each bridge keeps its best way to the root of its part of the
 * network, every other link is cut at the end that is farther from the root. Ties go to the lower bridge, then the lower port.
 */
export function spanningTree(bridges: readonly TreeBridge[], segments: readonly Segment[]): Tree {
  const rank = ranks(bridges)
  const near = new Map<number, { from: TreeEnd; to: TreeEnd; segment: Segment }[]>()
  const link = (from: TreeEnd, to: TreeEnd, segment: Segment) => {
    const ends = near.get(node(from)) ?? []
    ends.push({ from, to, segment })
    near.set(node(from), ends)
  }
  for (const segment of segments) {
    link(segment.a, segment.b, segment)
    link(segment.b, segment.a, segment)
  }
  const before = (a: TreeEnd, b: TreeEnd) =>
    (rank[a.bridge] ?? 0) - (rank[b.bridge] ?? 0) || a.order - b.order || a.vlan - b.vlan
  const distance = distances(near, rank)
  const away = (end: TreeEnd) => distance.get(node(end)) ?? 0
  const inTree = new Set<Segment>()
  for (const [at, ends] of near) {
    // Ways up are all of one length: a neighbour is one step nearer to the root, or not nearer at all.
    const up = ends.filter(({ to }) => away(to) < (distance.get(at) ?? 0))
    up.sort((x, y) => before(x.to, y.to) || before(x.from, y.from))
    if (up[0]) inTree.add(up[0].segment)
  }
  const blocked: TreeEnd[] = []
  for (const segment of segments) {
    if (inTree.has(segment)) continue
    const { a, b } = segment
    const [designated, other] = (away(a) - away(b) || before(a, b)) <= 0 ? [a, b] : [b, a]
    if (bridges[other.bridge]?.blocks) blocked.push(other)
    else if (bridges[designated.bridge]?.blocks) blocked.push(designated)
  }
  return { blocked, distance: (bridge, vlan) => distance.get(bridge * VLANS + vlan) ?? 0 }
}

/** The place of each bridge in the order of addresses, and of names where two have one address. */
function ranks(bridges: readonly TreeBridge[]): number[] {
  const order = bridges.map(({ name, mac }, index) => ({ key: `${mac} ${name}`, index }))
  order.sort((a, b) => (a.key < b.key ? -1 : 1))
  const rank = bridges.map(() => 0)
  order.forEach(({ index }, place) => {
    rank[index] = place
  })
  return rank
}

/** Steps from the root, for every bridge and VLAN; each connected part has its own root. */
function distances(near: Map<number, { to: TreeEnd }[]>, rank: readonly number[]): Map<number, number> {
  const byRank = [...near.keys()].sort(
    (a, b) => (rank[Math.floor(a / VLANS)] ?? 0) - (rank[Math.floor(b / VLANS)] ?? 0) || a - b,
  )
  const distance = new Map<number, number>()
  for (const root of byRank) {
    if (distance.has(root)) continue
    distance.set(root, 0)
    const open = [root]
    for (let i = 0; i < open.length; i++) {
      const at = open[i] ?? root
      for (const { to } of near.get(at) ?? []) {
        if (distance.has(node(to))) continue
        distance.set(node(to), (distance.get(at) ?? 0) + 1)
        open.push(node(to))
      }
    }
  }
  return distance
}
