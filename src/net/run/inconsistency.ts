import { nativeTagging } from '../bridge-port.ts'
import type { DecisionId } from '../decisions.ts'
import type { Tree } from '../spanning-tree.ts'
import { hasVlan, type VlanSet, vlanSet } from '../vlan-set.ts'
import type { PortRun } from './switch-run.ts'
import type { Side, SwitchLink } from './tree-segments.ts'

/** VLANs that a port blocks because the far end of its link contradicts it, and the decision that says how. */
export type Inconsistency = { readonly vlans: VlanSet; readonly decision: DecisionId }

/** What PVST+ finds inconsistent at both ends of each link where both switches speak it (facts B3, C5, J6; as documented). */
export function inconsistencies(links: readonly SwitchLink[], tree: Tree): Map<PortRun, Inconsistency> {
  const found = new Map<PortRun, Inconsistency>()
  for (const { a, b } of links) {
    if (!a.port.settings.enabled.value || !b.port.settings.enabled.value) continue
    if (a.device.ask('bpdu') !== 'pvst' || b.device.ask('bpdu') !== 'pvst') continue
    if (a.port.operating !== b.port.operating) {
      const access = a.port.operating === 'access' ? a : b
      const vlans = vlanSet(access.port.settings.accessVlan.value)
      found.set(access.port, { vlans, decision: 'stp/type-inconsistent' })
    } else if (a.port.operating === 'trunk') {
      for (const side of nativeMismatch(a, b, tree)) {
        const vlans = vlanSet(a.port.settings.nativeVlan.value, b.port.settings.nativeVlan.value)
        found.set(side.port, { vlans, decision: 'stp/pvid-inconsistent' })
      }
    }
  }
  return found
}

/** The ends that block because the untagged BPDU they hear names another VLAN than their own native one. */
function nativeMismatch(a: Side, b: Side, tree: Tree): Side[] {
  const [one, other] = [a.port.settings.nativeVlan.value, b.port.settings.nativeVlan.value]
  if (one === other) return []
  const hears = (from: Side) => {
    const { allowedVlans, nativeVlan } = from.port.settings
    return hasVlan(allowedVlans.value, nativeVlan.value) && !nativeTagging(from.device.view(from.port)).value
  }
  const [near, far] =
    (tree.distance(a.index, one) - tree.distance(b.index, other) || (a.device.mac < b.device.mac ? -1 : 1)) <
    0
      ? [a, b]
      : [b, a]
  const where = near.device.ask('pvidMismatch')
  const blocking = where === 'both' ? [near, far] : where === 'near-root' ? [near] : [far]
  return blocking.filter((side) => hears(side === a ? b : a))
}
