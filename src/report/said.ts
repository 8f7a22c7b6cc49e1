import { portList } from '../config/index.ts'
import type { Finding } from '../verdict/finding.ts'
import type { VerdictWord } from '../verdict/judgement.ts'
import { gainsSaid } from '../words/attacks.ts'
import { attackCommand } from './attack-command.ts'
import type { CheckedFile, ReportStyle } from './checked.ts'
import { fixToRead } from './fix-text.ts'
import { hopsOf, wayInOneLine } from './hops.ts'
import { openPoint, openPointSaid } from './open-point.ts'

/**
 * The words of formats that have one message a finding. On the first line what is wrong, the attack with its tags and gains, and what
 * the verdict hangs on; below it the fix with what it costs, and the command that shows the attack.
 */
export function saidOf(finding: Finding, file: CheckedFile, style: ReportStyle): string {
  const command = attackCommand(file, finding, style)
  return [
    claimSaid(finding),
    ...fixSaid(finding),
    ...(command === null ? [] : [`Watch it: ${command}`]),
  ].join('\n')
}

function claimSaid(finding: Finding): string {
  const { message, ports, effective, written, judgement } = finding
  const { evidence } = judgement
  const where = ports.length > 0 ? `${portList(ports)}: ` : ''
  const open = openPoint(finding)
  return [
    `${where}${message} Found: ${effective}${written ? '' : ' (a default)'}.`,
    ...(evidence?.reached
      ? [
          `Attack: ${wayInOneLine(hopsOf(evidence))}.`,
          `The attacker ${gainsSaid(evidence.gains, evidence.vlan, evidence.inTheMiddle)}`,
        ]
      : []),
    ...(open ? [openPointSaid(open)] : []),
  ].join(' ')
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

function fixSaid(finding: Finding): string[] {
  const { after, cuts, caution } = finding
  const lines = fixToRead(finding)
  return [
    ...(lines.length > 0 ? ['Fix:', ...lines] : []),
    ...(lines.length > 0 && after !== null ? [`Then ${afterFixSaid(after)}`] : []),
    ...(cuts.length > 0 ? [`Cuts ${cuts.join(', ')}.`] : []),
    ...(caution === null ? [] : [`Careful: ${caution}`]),
  ]
}
