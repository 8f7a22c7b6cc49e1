import type { Finding } from '../verdict/finding.ts'
import type { VerdictWord } from '../verdict/judgement.ts'
import { gainsSaid } from '../words/attacks.ts'
import { optionAsked } from '../words/options.ts'
import { attackCommand } from './attack-command.ts'
import type { CheckedFile, ReportStyle } from './checked.ts'
import { lineOf } from './doubted.ts'
import { fixByDevice } from './fix-text.ts'
import { hopsOf, wayInOneLine } from './hops.ts'

/**
 * The words of formats that have one message a finding: what is wrong, the attack with its tags and gains, what the verdict hangs on,
 * and the command that shows it.
 */
export function saidOf(finding: Finding, file: CheckedFile, style: ReportStyle): string {
  const { device, message, ports, effective, written, judgement } = finding
  const { evidence, dependsOn, doubts, verdict } = judgement
  const where = ports.length > 0 ? `${ports.join(', ')}: ` : ''
  const parts = [`${where}${message} Found: ${effective}${written ? '' : ' (a default)'}.`]
  if (evidence?.reached) {
    const gains = gainsSaid(evidence.gains, evidence.vlan, evidence.inTheMiddle)
    parts.push(`Attack: ${wayInOneLine(hopsOf(evidence))}. The attacker ${gains}`)
  }
  if (verdict === 'depends') {
    parts.push(
      `It depends on ${[...new Set(dependsOn.map(({ option }) => optionAsked(option)))].join('; on ')}.`,
    )
  }
  if (doubts.length > 0) {
    parts.push(`Unsure because of ${doubts.map((doubt) => lineOf(doubt, device)).join(', ')}.`)
  }
  const command = attackCommand(file, finding, style)
  if (command !== null) parts.push(`Watch it: ${command}`)
  return parts.join(' ')
}

/** What becomes of the attack of a finding once its fix was typed. */
export function afterFixSaid(after: VerdictWord): string {
  return {
    blocked: 'the same attack is stopped.',
    works: 'the same attack still works another way.',
    depends: 'the same attack still works another way, where the platform lets it.',
    unsure: 'the same attack may still work: that rests on lines that were not understood.',
  }[after]
}

/** The fix as text, with what it costs. */
export function fixSaid(finding: Finding): string {
  const { own, elsewhere } = fixByDevice(finding)
  const lines = [...own, ...elsewhere.flatMap(({ device, lines }) => [`and on ${device}:`, ...lines])]
  const cuts = finding.cuts.length > 0 ? [`Cuts ${finding.cuts.join(', ')}.`] : []
  const cost = [...cuts, ...(finding.caution === null ? [] : [finding.caution])].join(' ')
  return [...lines, ...(cost === '' ? [] : [cost])].join('\n')
}
