import type { Totals } from './checked.ts'

/** What a whole check comes to, as sentences. */
export function totalsSaid({ devices, error, warning, advice, unsure, unread }: Totals): string[] {
  const found = `${counted(error, 'error')}, ${counted(warning, 'warning')}, ${counted(advice, 'piece')} of advice.`
  return [
    `${counted(devices, 'device')}: ${found}`,
    ...(unsure > 0
      ? [`${counted(unsure, 'line')} not understood left verdicts open; each counts as a warning.`]
      : []),
    ...(unread.length > 0 ? [`${counted(unread.length, 'file')} could not be read.`] : []),
  ]
}

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`
}
