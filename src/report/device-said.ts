import type { CheckedDevice } from './checked.ts'
import { smallestLines } from './smallest-in-words.ts'

/**
 * What formats without a page for a device say of it as a whole, as lines: what its verdicts rest on, what of the user's words did
 * nothing, and the smallest fix where it was asked for.
 */
export function deviceSaid({ assumptions, notes, smallest }: CheckedDevice): string[] {
  return [
    ...assumptions.map((each) => `Assumed: ${each}`),
    ...notes.map((each) => `Noted: ${each}`),
    ...smallestLines(smallest),
  ]
}
