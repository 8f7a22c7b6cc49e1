import type { Claim, Rule } from '../rules/rule.ts'
import type { Judgement, VerdictWord } from './judgement.ts'

/** How much a finding weighs: a witness that works is an error, one that depends or is unsure a warning, without one it is advice. */
export type Level = 'error' | 'warning' | 'advice'

/** A claim that was put to the test. */
export type Finding = Pick<Claim, 'device' | 'ports' | 'message' | 'effective' | 'fix' | 'caution'> & {
  readonly rule: Rule
  /** What the rule said, before it was put to the test. */
  readonly claim: Claim
  readonly level: Level
  readonly judgement: Judgement
  /** Lines of the file it rests on, ascending; for a default the line that the port starts at. */
  readonly lines: readonly number[]
  /** False where the value is a default that no line wrote. */
  readonly written: boolean
  /** What the same attacks come to after the fix; null where there is no fix or nothing was tried. */
  readonly after: VerdictWord | null
  /** Services of the user that the fix would cut, by name. */
  readonly cuts: readonly string[]
  /** Whether the fix cuts nothing that is known of and needs no care. */
  readonly fixSafe: boolean
}

/** Findings from the gravest down, then in the order of the file. */
export function inOrderOfWeight(findings: readonly Finding[]): Finding[] {
  const rank: Readonly<Record<Level, number>> = { error: 0, warning: 1, advice: 2 }
  return [...findings].sort((a, b) => rank[a.level] - rank[b.level] || (a.lines[0] ?? 0) - (b.lines[0] ?? 0))
}
