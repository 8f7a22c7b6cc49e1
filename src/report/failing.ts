import type { Finding } from '../verdict/finding.ts'
import type { CheckedDevice, ReportStyle } from './checked.ts'

type Gate = Pick<ReportStyle, 'failOn' | 'rules'>

/** Whether a finding makes the exit status 1: it weighs as much as `--fail-on` asks for. */
export function isFailing({ level }: Finding, { failOn }: Gate): boolean {
  return failOn.includes(level)
}

/** Whether lines that leave verdicts open make it 1, since these count as warnings then; not where the rules to run were named. */
export function isLeftOpen({ unsure }: CheckedDevice, { failOn, rules }: Gate): boolean {
  return unsure.length > 0 && rules.length === 0 && failOn.includes('warning')
}
