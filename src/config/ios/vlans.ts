import { ALL_VLANS } from '../../net/vlan-set.ts'
import type { DeviceDraft } from '../device-draft.ts'

/**
 * Which VLANs exist. A VTP server or client, which is the default, keeps VLANs 1-1005 in a file of its own that no configuration
 * shows: they are then assumed to exist, and that is said. With VTP transparent or off the text lists them all (facts J3).
 */
export function settleIosVlans(draft: DeviceDraft): readonly string[] {
  if (draft.vtpMode.value === 'transparent' || draft.vtpMode.value === 'off') {
    const from = [...draft.declaredVlans.from, ...draft.vtpMode.from]
    draft.declaredVlans = { ...draft.declaredVlans, from }
    return []
  }
  const text =
    'Every VLAN is assumed to exist: with VTP as server or client the switch keeps its VLANs outside the configuration. "show vlan brief" would tell.'
  draft.declaredVlans = { value: ALL_VLANS, from: [draft.sources.add({ kind: 'assumed', text })] }
  return [text]
}
