import { accountSaid, unreadSaid } from './account-said.ts'
import type { CheckedDevice, ReportStyle } from './checked.ts'
import { smallestLines } from './smallest-in-words.ts'

/**
 * What formats without a page for a device say of it as a whole, as lines: how much of its text was not simulated, what its verdicts
 * rest on, what of the user's words did nothing, and the smallest fix where it was asked for.
 */
export function deviceSaid(
  { about, assumptions, notes, smallest }: CheckedDevice,
  { explain }: Pick<ReportStyle, 'explain'>,
): string[] {
  const unread = unreadSaid(about, explain)
  return [
    ...(unread === null ? [] : [unread]),
    ...(explain ? accountSaid(about) : []),
    ...(explain
      ? about.account.notUnderstood.map(({ line, text, state }) => `Line ${line}, ${state}: ${text.trim()}`)
      : []),
    ...assumptions.map((each) => `Assumed: ${each}`),
    ...notes.map((each) => `Noted: ${each}`),
    ...smallestLines(smallest),
  ]
}
