import type { LoopCut, LoopWay } from '../event.ts'
import type { Tree, TreeBridge } from '../spanning-tree.ts'
import type { TreeNode } from '../tree/segment.ts'
import type { TreeCut, TreeWay } from '../tree/topology.ts'
import { NO_VLANS, unionVlans, type Vid, type VlanSet } from '../vlan-set.ts'
import type { PortRun } from './port-run.ts'
import type { SwitchRun } from './switch-run.ts'

/** A cut of a tree as people can be told it, but for its VLANs. */
type Told = Omit<LoopCut, 'vlans'>

/**
 * Why each port blocks against loops, by the cuts of the trees of all VLANs. One tree stands for the range of VLANs that begins with
 * its own; those that are cut for the same reason stand together.
 */
export function loopCuts(
  { cuts, distance }: Tree,
  switches: readonly SwitchRun[],
  bridges: readonly TreeBridge[],
  ranges: ReadonlyMap<Vid, VlanSet>,
): Map<PortRun, LoopCut[]> {
  const told = new Map<PortRun, Map<string, LoopCut>>()
  for (const each of cuts) {
    const { out } = each.cut
    const port = switches[out.bridge]?.ports.get(out.port)
    if (!port) continue
    const own = told.get(port) ?? new Map<string, LoopCut>()
    told.set(port, own)
    const why = toldBy(each, { bridges, distance })
    const key = JSON.stringify(why)
    own.set(key, {
      vlans: unionVlans(own.get(key)?.vlans ?? NO_VLANS, ranges.get(out.vlan) ?? NO_VLANS),
      ...why,
    })
  }
  return new Map([...told].map(([port, own]) => [port, [...own.values()]]))
}

type Known = { readonly bridges: readonly TreeBridge[]; readonly distance: Tree['distance'] }

function toldBy({ root, kept, cut }: TreeCut, known: Known): Told {
  const name = ({ bridge }: TreeNode) => known.bridges[bridge]?.name ?? ''
  const way = ({ out, over, cost }: TreeWay): LoopWay => ({
    port: out.port,
    over: { device: name(over), port: over.port },
    cost,
  })
  const { runnerUp } = root
  return {
    root: name(root),
    rival: runnerUp && hasSamePriority(root, runnerUp, known) ? name(runnerUp) : null,
    kept: kept && way(kept),
    cut: way(cut),
    by: decidedBy(kept, cut, known),
  }
}

/** What made a switch keep one way and cut the other, or block its own end of a link whose far end is as near to the root. */
function decidedBy(kept: TreeWay | null, cut: TreeWay, known: Known): LoopCut['by'] {
  const { out, over } = cut
  const against = kept && known.distance(over) !== known.distance(out) ? kept : null
  if (against && against.cost < cut.cost) return 'cost'
  const other = against?.over ?? out
  if (other.bridge === over.bridge) return 'port'
  return hasSamePriority(other, over, known) ? 'address' : 'priority'
}

function hasSamePriority(one: TreeNode, other: TreeNode, { bridges }: Known): boolean {
  const [a, b] = [one, other].map(({ bridge, vlan }) => bridges[bridge]?.priority(vlan))
  return a === b
}
