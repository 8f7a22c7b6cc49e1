import { type Inconsistency, inconsistentEnds, nativesDiffer, type SwitchEnd } from '../inconsistent-ends.ts'
import type { Tree } from '../spanning-tree.ts'
import { joinsVlans, type Segment } from '../tree/segment.ts'
import { NO_VLANS, type Vid } from '../vlan-set.ts'
import type { PortRun } from './port-run.ts'
import { type Side, type SwitchLink, segmentsOf } from './tree-segments.ts'

/**
 * What PVST+ finds inconsistent at the ports of each link between switches. `tree` gives the trees of the VLANs as they are without
 * any inconsistency; it is asked for only where some native VLANs differ.
 */
export function inconsistencies(links: readonly SwitchLink[], tree: () => Tree): Map<PortRun, Inconsistency> {
  const found = new Map<PortRun, Inconsistency>()
  for (const { a, b } of links) {
    if (!a.port.settings.enabled.value || !b.port.settings.enabled.value) continue
    const swapped = isMismatched({ a, b }) && isNearer(b, a, tree())
    const [near, far] = swapped ? [b, a] : [a, b]
    const ends = inconsistentEnds(endOf(near), endOf(far))
    if (ends.near) found.set(near.port, ends.near)
    if (ends.far) found.set(far.port, ends.far)
  }
  return found
}

/**
 * The segments of trees that keep the VLANs of a native mismatch apart, as PVST+ does: what it hears in the wrong VLAN it calls
 * inconsistent, and does not take in (facts A4).
 */
export function separateSegments(links: readonly SwitchLink[], vlans: readonly Vid[]): Segment[] {
  return links.flatMap((link) => {
    const segments = segmentsOf([link], vlans, () => NO_VLANS)
    return isMismatched(link) ? segments.filter((segment) => !joinsVlans(segment)) : segments
  })
}

/** Whether the ends of this link are trunks whose native VLANs differ. */
function isMismatched({ a, b }: SwitchLink): boolean {
  return nativesDiffer(endOf(a), endOf(b))
}

/**
 * Whether `a` is nearer to the root than `b`, where their native VLANs differ. Each of the two VLANs has a tree of its own, and maybe
 * another root: the ends are compared in the VLAN whose root is the better bridge, and in the lower one where that is the same.
 */
function isNearer(a: Side, b: Side, tree: Tree): boolean {
  const natives = [a, b].map(({ port }) => port.settings.nativeVlan.value).sort((x, y) => x - y)
  const rooted = natives.flatMap((vlan) => {
    const root = tree.root({ bridge: a.index, vlan })
    return root ? [{ vlan, root }] : []
  })
  const [better] = rooted.sort((x, y) => tree.byBridge(x.root, y.root))
  if (!better) return false
  const { vlan } = better
  return tree.isNearer({ bridge: a.index, vlan }, { bridge: b.index, vlan })
}

function endOf({ device, port }: Side): SwitchEnd {
  return { port: device.view(port), ask: device.ask }
}
