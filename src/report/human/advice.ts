import { fewPorts } from '../../config/index.ts'
import type { Finding } from '../../verdict/finding.ts'
import { foundAt } from '../place.ts'
import { TITLES } from './finding.ts'
import { heading, labelled } from './layout.ts'

/** Advice in few lines each: the attacks are what matters, and `explain` tells the rest. */
export function adviceText(findings: readonly Finding[], columns: number): string[] {
  const advice = findings.filter(({ level }) => level === 'advice')
  if (advice.length === 0) return []
  return [
    ...advice.flatMap((finding) => [
      heading(TITLES.advice, finding.rule.id, fewPorts(finding.ports)),
      ...labelled('', sentences(finding).join(' '), columns),
      ...careful(finding, columns),
    ]),
    '',
  ]
}

/** What to mind before the lines of a fix are typed; it stands by itself where there are none. */
function careful({ fix, caution }: Finding, columns: number): string[] {
  return fix.length > 0 && caution !== null ? labelled('careful', caution, columns) : []
}

/** What was found, what an attack that was tried and stopped leaves, and what to type or to do. */
function sentences(finding: Finding): string[] {
  const { fix, caution, cuts, message, judgement } = finding
  const lines = [...new Set(fix.flatMap((step) => step.lines))]
  return [
    `${foundAt(finding)}.`,
    ...(judgement.evidence ? [message] : []),
    ...(lines.length > 0
      ? [`Fix: ${lines.join('; ')}${cuts.length > 0 ? `, which cuts ${cuts.join(', ')}.` : ''}`]
      : []),
    ...(lines.length === 0 && caution !== null ? [caution] : []),
  ]
}
