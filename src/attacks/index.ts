import type { Attack, AttackId } from './attack.ts'
import { doubleTagging } from './double-tagging.ts'
import { guestTagging } from './guest-tagging.ts'
import { nativeMismatch } from './native-mismatch.ts'
import { plainTagging } from './plain-tagging.ts'
import { switchSpoofing } from './switch-spoofing.ts'

/** Every attack by its id. */
export const ATTACKS: Readonly<Record<AttackId, Attack>> = {
  'switch-spoofing': switchSpoofing,
  'plain-tagging': plainTagging,
  'double-tagging': doubleTagging,
  'guest-tagging': guestTagging,
  'native-mismatch': nativeMismatch,
}
