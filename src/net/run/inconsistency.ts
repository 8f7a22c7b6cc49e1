import { type Inconsistency, inconsistentEnds, type SwitchEnd } from '../inconsistent-ends.ts'
import type { Tree } from '../spanning-tree.ts'
import type { PortRun } from './switch-run.ts'
import type { Side, SwitchLink } from './tree-segments.ts'

/** What PVST+ finds inconsistent at the ports of each link between switches. */
export function inconsistencies(links: readonly SwitchLink[], tree: Tree): Map<PortRun, Inconsistency> {
  const found = new Map<PortRun, Inconsistency>()
  for (const { a, b } of links) {
    if (!a.port.settings.enabled.value || !b.port.settings.enabled.value) continue
    const [near, far] = isNearer(a, b, tree) ? [a, b] : [b, a]
    const ends = inconsistentEnds(endOf(near), endOf(far))
    if (ends.near) found.set(near.port, ends.near)
    if (ends.far) found.set(far.port, ends.far)
  }
  return found
}

/** Whether `a` is nearer to the root in its own native VLAN than `b` is in the other's. */
function isNearer(a: Side, b: Side, tree: Tree): boolean {
  const node = ({ index, port }: Side) => ({ bridge: index, vlan: port.settings.nativeVlan.value })
  return tree.isNearer(node(a), node(b))
}

function endOf({ device, port }: Side): SwitchEnd {
  return { port: device.view(port), ask: device.ask }
}
