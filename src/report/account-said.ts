import type { AboutDevice } from './checked.ts'

/** How much of a device's text was not simulated; null where all of it was. */
export function unreadSaid({ account }: AboutDevice, explain: boolean): string | null {
  const { counts, notUnderstood } = account
  const unread = notUnderstood.length
  const all = counts.modelled + counts.harmless + unread
  if (unread === 0) return null
  return `${unread} of ${all} lines not simulated${explain ? '.' : '; --explain lists them.'}`
}

/** Why the text was taken for what it is, and what became of its lines, as sentences. */
export function accountSaid({ reasons, account }: AboutDevice): string[] {
  const { modelled, harmless, unmodelled, unknown } = account.counts
  return [
    ...reasons,
    `Of its lines ${modelled} are simulated, ${harmless} cannot matter here, ${unmodelled} are known and not simulated, ${unknown} are not known.`,
  ]
}
