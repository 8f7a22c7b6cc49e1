import type { CheckedDevice } from './checked.ts'

/** What is said of a device without a finding: no more than was looked at. */
export function nothingFound({ suppressed, unsure, leftOut }: CheckedDevice): string {
  const { known, rules } = leftOut
  if (known > 0)
    return `Nothing new: the baseline knows ${known === 1 ? 'the one finding' : `all ${known} findings`}.`
  if (suppressed.length > 0) return 'Nothing found but what comments in the file keep quiet.'
  if (rules.length > 0) return 'Nothing found by the rules that were run.'
  if (unsure.length > 0) return 'Nothing found in the lines that were understood.'
  return 'Nothing found: no attack that is simulated here gets through.'
}
