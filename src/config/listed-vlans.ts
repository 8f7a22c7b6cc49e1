import { ALL_VLANS } from '../net/vlan-set.ts'
import type { DeviceDraft } from './device-draft.ts'

/**
 * Which VLANs exist on a device whose running-config lists them all, as NX-OS and EOS do. A text without any `vlan` line is taken for
 * a piece of one: its VLANs are assumed to exist, and that is said (facts J3).
 */
export function settleListedVlans(draft: DeviceDraft): readonly string[] {
  if (draft.declaredVlans.from.length > 0) return []
  const text =
    'Every VLAN is assumed to exist: the text has no "vlan" line and may be a part of a configuration.'
  draft.declaredVlans = { value: ALL_VLANS, from: [draft.sources.add({ kind: 'assumed', text })] }
  return [text]
}
