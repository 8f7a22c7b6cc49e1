import type { Mac } from '../frame.ts'
import type { PathCostMethod } from '../path-cost.ts'
import type { TreeBridge } from '../spanning-tree.ts'
import type { TreeNode } from '../tree/segment.ts'
import { hasVlan, type Vid } from '../vlan-set.ts'
import type { SwitchRun } from './switch-run.ts'
import { type TreesNow, treesNow } from './trees-now.ts'

/** A bridge as BPDUs name it, but for the VLAN, which real ones add to the priority. */
export type BridgeId = { readonly device: string; readonly mac: Mac; readonly priority: number }

/** What a port is in a spanning tree: it leads to the root, leads from it, or stands by for another port of its switch or of others. */
export type TreeRole = 'root' | 'designated' | 'alternate' | 'backup'

/** The spanning tree of a VLAN as one of its switches knows it. */
export type TreeView = {
  readonly root: BridgeId
  readonly own: BridgeId
  /** What the way to the root costs; 0 at the root. */
  readonly cost: number
  /** The table that ports cost by which are told nothing. */
  readonly method: PathCostMethod
  /** The ports that lead to other switches, by name. */
  readonly ports: Readonly<Record<string, { readonly role: TreeRole; readonly cost: number }>>
}

/** The spanning trees as a switch knows them, by VLAN. */
export type TreeViews = (vlan: Vid) => TreeView

/** The spanning trees as this switch knows them; null where it runs none. */
export function treeViews(switches: readonly SwitchRun[], device: SwitchRun): TreeViews | null {
  const trees = treesNow(switches)
  const index = switches.indexOf(device)
  const bridge = trees.bridges[index]
  return bridge?.bpdus === 'speaks' ? (vlan) => viewOf(trees, index, bridge, vlan) : null
}

function viewOf(
  { bridges, ranges, segments, tree }: TreesNow,
  index: number,
  bridge: TreeBridge,
  vlan: Vid,
): TreeView {
  const [first = vlan] = [...ranges].find(([, range]) => hasVlan(range, vlan)) ?? []
  const node: TreeNode = { bridge: index, vlan: first }
  const cuts = new Map(tree.cuts.map(({ cut }) => [cut.out, cut.over]))
  const ports: Record<string, { role: TreeRole; cost: number }> = {}
  for (const { a, b } of segments) {
    for (const [end, far] of [
      [a, b],
      [b, a],
    ] as const) {
      if (end.bridge !== index || end.vlan !== first) continue
      const over = cuts.get(end)
      const leads = tree.isNearer(far, end) ? 'root' : 'designated'
      const standsBy = over?.bridge === index ? 'backup' : 'alternate'
      ports[end.port] = { role: over ? standsBy : leads, cost: end.costs[bridge.pathCostMethod] }
    }
  }
  const root = tree.root(node)
  const best = root && bridges[root.bridge]
  // Where no cable leads to another switch, the VLANs that stand for one another here may have priorities of their own.
  const own = idOf(bridge, vlan)
  return {
    root: best ? idOf(best, root.vlan) : own,
    own,
    cost: tree.distance(node),
    method: bridge.pathCostMethod,
    ports,
  }
}

function idOf({ name, mac, priority }: TreeBridge, vlan: Vid): BridgeId {
  return { device: name, mac, priority: priority(vlan) }
}
