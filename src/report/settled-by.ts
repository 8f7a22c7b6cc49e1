import { OPTIONS } from '../net/options.ts'
import type { Finding } from '../verdict/finding.ts'

/** How to settle what verdicts depend on, where any does. */
export function settledBy(findings: readonly Finding[]): string[] {
  const [option] = findings.flatMap(({ judgement }) => judgement.dependsOn.map((each) => each.option))
  if (option === undefined) return []
  const value = OPTIONS[option].values.at(-1)
  return [`What depends is settled by --platform NAME, or by --assume, such as --assume ${option}=${value}.`]
}
