import type { Lan } from './parts.ts'
import { type NodeOrder, nodeKey, type TreeEnd, type TreeNode } from './segment.ts'

/** A way to the root: out of a port, over the end that leads on its LAN, and what it costs in all. */
export type TreeWay = { readonly out: TreeEnd; readonly over: TreeEnd; readonly cost: number }

/** The root, and the bridge that would be in its place; null where there is no other. */
export type TreeRoot = TreeNode & { readonly runnerUp: TreeNode | null }

/** An end that blocks: a port through which no frame may go, since there is another way. */
export type TreeCut = {
  readonly root: TreeRoot
  /** The way that its bridge keeps; null at the root, which needs none. */
  readonly kept: TreeWay | null
  /** The way that is cut, its `out` the end that blocks. */
  readonly cut: TreeWay
}

/** The active topology of LANs. */
export type Topology = {
  readonly cuts: readonly TreeCut[]
  /** Null for a bridge that is on none of them. */
  readonly root: (node: TreeNode) => TreeRoot | null
  /** The cost of the way from the root; 0 for such a bridge. */
  readonly distance: (node: TreeNode) => number
}

/** What a way through this end costs. */
export type Price = (end: TreeEnd) => number

/** An end of a node, and the LAN it is on. */
type Access = { readonly end: TreeEnd; readonly lan: Lan }

/**
 * The active topology of these LANs: the best of the bridges that hear each other is the root, each other one keeps its cheapest way
 * to it, and each LAN the end that is nearest to it. Every other end blocks. Ties go to the better bridge, then the better port.
 */
export function activeTopology(lans: readonly Lan[], byBridge: NodeOrder, price: Price): Topology {
  const accesses = accessesOf(lans)
  const { roots, costs } = reachAll(accesses, byBridge, price)
  const root = (node: TreeNode) => roots.get(nodeKey(node)) ?? null
  const distance = (node: TreeNode) => costs.get(nodeKey(node)) ?? 0
  const byEnd = (a: TreeEnd, b: TreeEnd) =>
    byBridge(a, b) || a.priority - b.priority || a.order - b.order || a.vlan - b.vlan
  const leaders = new Map(
    lans.map((lan) => [lan, best(lan, (a, b) => distance(a) - distance(b) || byEnd(a, b))]),
  )
  const way = ({ end, lan }: Access): TreeWay => {
    const over = leaders.get(lan) ?? end
    return { out: end, over, cost: distance(over) + price(end) }
  }
  const byWay = (a: TreeWay, b: TreeWay) => a.cost - b.cost || byEnd(a.over, b.over) || byEnd(a.out, b.out)
  const cuts: TreeCut[] = []
  for (const [at, own] of accesses) {
    const top = roots.get(at)
    if (!top) continue
    const up = own.map(way).filter(({ over }) => nodeKey(over) !== at)
    const kept = best(up, byWay)
    for (const access of own) {
      const cut = way(access)
      if (cut.over !== cut.out && cut.out !== kept?.out) cuts.push({ root: top, kept, cut })
    }
  }
  return { cuts, root, distance }
}

/** The ends of each node. */
function accessesOf(lans: readonly Lan[]): Map<number, Access[]> {
  const accesses = new Map<number, Access[]>()
  for (const lan of lans) {
    for (const end of lan) {
      const known = accesses.get(nodeKey(end))
      if (known) known.push({ end, lan })
      else accesses.set(nodeKey(end), [{ end, lan }])
    }
  }
  return accesses
}

type Accesses = ReadonlyMap<number, readonly Access[]>

/** The root of each node, and the cost of its cheapest way there: the best node that no root has reached yet is the next one. */
function reachAll(accesses: Accesses, byBridge: NodeOrder, price: Price) {
  const order: NodeOrder = (a, b) => byBridge(a, b) || a.vlan - b.vlan
  const nodes = [...accesses.values()].flatMap(([access]) => access?.end ?? [])
  const roots = new Map<number, TreeRoot>()
  const costs = new Map<number, number>()
  for (const { bridge, vlan } of nodes.sort(order)) {
    if (costs.has(nodeKey({ bridge, vlan }))) continue
    const reached = spread({ bridge, vlan }, accesses, price, costs)
    const others = reached.filter((node) => node.bridge !== bridge)
    const root = { bridge, vlan, runnerUp: best(others, order) }
    for (const node of reached) roots.set(nodeKey(node), root)
  }
  return { roots, costs }
}

/** Notes the cheapest way from a root to each node that hears of it, and gives these; where a cheaper way turns up, it goes on from there again. */
function spread(root: TreeNode, accesses: Accesses, price: Price, costs: Map<number, number>): TreeNode[] {
  costs.set(nodeKey(root), 0)
  const open = [root]
  const heard = new Map<Lan, number>()
  for (const at of open) {
    const cost = costs.get(nodeKey(at)) ?? 0
    for (const { lan } of accesses.get(nodeKey(at)) ?? []) {
      if (cost >= (heard.get(lan) ?? Number.POSITIVE_INFINITY)) continue
      heard.set(lan, cost)
      for (const end of lan) {
        const there = cost + price(end)
        if (there >= (costs.get(nodeKey(end)) ?? Number.POSITIVE_INFINITY)) continue
        costs.set(nodeKey(end), there)
        open.push(end)
      }
    }
  }
  return open
}

function best<T>(of: readonly T[], order: (a: T, b: T) => number): T | null {
  return of.reduce<T | null>((found, each) => (found && order(found, each) <= 0 ? found : each), null)
}
