import { type AskOption, type BridgePort, nativeTagging } from './bridge-port.ts'
import type { DecisionId } from './decisions.ts'
import { crossingOf } from './trunk-groups.ts'
import { NO_VLANS, type VlanSet, vlanSet } from './vlan-set.ts'

/** One end of a cable between two switches, as it operates now. */
export type SwitchEnd = { readonly port: BridgePort; readonly ask: AskOption }

/** The VLANs that an end blocks because the other one contradicts it, and the decision that says how. */
export type Inconsistency = { readonly vlans: VlanSet; readonly decision: DecisionId }

/** What PVST+ finds inconsistent at each end of a cable; null where it finds nothing. */
export type InconsistentEnds = { readonly near: Inconsistency | null; readonly far: Inconsistency | null }

const CONSISTENT: InconsistentEnds = { near: null, far: null }

/**
 * What PVST+ blocks on a cable whose ends do not agree, where both switches speak it (facts B3, C5, J6; as documented): the access
 * side of a trunk its access VLAN; on a native VLAN mismatch one end, or both, the two VLANs. `near` is the end nearer to the root.
 */
export function inconsistentEnds(near: SwitchEnd, far: SwitchEnd): InconsistentEnds {
  const typesDiffer = near.port.operating !== far.port.operating
  const native = near.port.settings.nativeVlan.value
  const other = far.port.settings.nativeVlan.value
  if (!typesDiffer && !nativesDiffer(near, far)) return CONSISTENT
  if (near.ask('bpdu') !== 'pvst' || far.ask('bpdu') !== 'pvst') return CONSISTENT
  if (typesDiffer) return { near: besideTrunk(near), far: besideTrunk(far) }
  const found: Inconsistency = { vlans: vlanSet(native, other), decision: 'stp/pvid-inconsistent' }
  const where = near.ask('pvidMismatch')
  return {
    near: where !== 'far-from-root' && speaksUntagged(far) ? found : null,
    far: where !== 'near-root' && speaksUntagged(near) ? found : null,
  }
}

/** Whether both ends are trunks with different native VLANs: the one case in which it matters which end is the nearer one. */
export function nativesDiffer({ port: one }: SwitchEnd, { port: other }: SwitchEnd): boolean {
  const areTrunks = one.operating === 'trunk' && other.operating === 'trunk'
  return areTrunks && one.settings.nativeVlan.value !== other.settings.nativeVlan.value
}

/** The VLANs that an end blocks by what PVST+ found there, if anything. */
export function blockedAt(inconsistency: Inconsistency | null | undefined): VlanSet {
  return inconsistency?.vlans ?? NO_VLANS
}

function besideTrunk({ port }: SwitchEnd): Inconsistency | null {
  if (port.operating !== 'access') return null
  return { vlans: vlanSet(port.settings.accessVlan.value), decision: 'stp/type-inconsistent' }
}

/** Whether this end sends a BPDU of its native VLAN without a tag, by which the other one notices (facts A4). */
function speaksUntagged({ port }: SwitchEnd): boolean {
  return crossingOf(port, port.settings.nativeVlan.value).barrier === null && !nativeTagging(port).value
}
