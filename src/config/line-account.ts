import type { LineReading } from './reading.ts'

/** How many lines of a text ended as what, and which of them were not understood. */
export type LineAccount = {
  readonly counts: {
    readonly modelled: number
    readonly harmless: number
    readonly unmodelled: number
    readonly unknown: number
  }
  readonly notUnderstood: readonly LineReading[]
}

/** The account of a reading; one that a large text was read into gives it without making every line. */
export function accountOf(reading: {
  readonly account?: LineAccount
  readonly lines: readonly LineReading[]
}): LineAccount {
  if (reading.account) return reading.account
  const counts = { modelled: 0, harmless: 0, unmodelled: 0, unknown: 0 }
  for (const { state } of reading.lines) counts[state]++
  return {
    counts,
    notUnderstood: reading.lines.filter(({ state }) => state === 'unmodelled' || state === 'unknown'),
  }
}
