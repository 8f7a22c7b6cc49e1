import { BRIDGE_GROUP, destinationRule } from '../address-rules.ts'
import { blockedAt, type Inconsistency } from '../inconsistent-ends.ts'
import { UnmodelledNetwork } from '../network.ts'
import { numberIn } from '../per-vlan.ts'
import { spanningTree, type Tree, type TreeBridge } from '../spanning-tree.ts'
import type { Segment } from '../tree/segment.ts'
import { tornEnd } from '../tree/torn-end.ts'
import type { Vid, VlanSet } from '../vlan-set.ts'
import { inconsistencies, separateSegments } from './inconsistency.ts'
import type { PortRun } from './port-run.ts'
import type { SwitchRun } from './switch-run.ts'
import { alikeVlans, segmentsOf, switchLinks } from './tree-segments.ts'

/** The priority of a switch that is told none, in every VLAN. */
const USUAL_PRIORITY = 32_768

/** The spanning trees of switches as they are now: of each range of VLANs that are alike the tree of the first stands for all. */
export type TreesNow = {
  readonly bridges: readonly TreeBridge[]
  readonly ranges: ReadonlyMap<Vid, VlanSet>
  readonly segments: readonly Segment[]
  readonly inconsistent: ReadonlyMap<PortRun, Inconsistency>
  readonly tree: Tree
}

/**
 * Works out the trees of these switches, and what PVST+ finds inconsistent between them. Throws `UnmodelledNetwork` where a port would
 * have to block a VLAN and forward it at once.
 */
export function treesNow(switches: readonly SwitchRun[]): TreesNow {
  const bridges = switches.map(treeBridge)
  const links = switchLinks(switches)
  const ranges = new Map(alikeVlans(links).map(([from, to]): [Vid, VlanSet] => [from, [[from, to]]]))
  const vlans = [...ranges.keys()]
  let separate: Tree | null = null
  const inconsistent = inconsistencies(links, () => {
    separate ??= spanningTree(bridges, separateSegments(links, vlans))
    return separate
  })
  const segments = segmentsOf(links, vlans, (port) => blockedAt(inconsistent.get(port)))
  const tree = spanningTree(bridges, segments)
  const torn = tornEnd(segments, tree.cuts)
  if (torn) {
    throw new UnmodelledNetwork(
      `${bridges[torn.bridge]?.name} ${torn.port} is in a loop, and the ends of its cable put one frame in different VLANs: ` +
        'where spanning tree blocks there is not modelled. Give both ends the same native VLAN.',
    )
  }
  return { bridges, ranges, segments, inconsistent, tree }
}

/** A switch as a bridge of the tree. Its options are asked where they decide, since a verdict may hang on what is asked. */
function treeBridge(device: SwitchRun): TreeBridge {
  const { name, mac, profile, bridgePriority } = device
  return {
    name,
    mac,
    platform: profile,
    priority: (vlan) => numberIn(bridgePriority.value, vlan) ?? USUAL_PRIORITY,
    get bpdus() {
      if (device.ask('bpdu') !== 'none') return 'speaks'
      return destinationRule(BRIDGE_GROUP, device.ask) ? 'drops' : 'passes'
    },
    get pathCostMethod() {
      return device.ask('pathCosts')
    },
  }
}
