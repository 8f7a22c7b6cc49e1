import { fewPorts } from '../../config/index.ts'
import { shortPortName } from '../../config/port-name.ts'
import { story } from '../../net/trace.ts'
import type { Finding, Level } from '../../verdict/finding.ts'
import type { Evidence } from '../../verdict/judgement.ts'
import { attackNames, gainsSaid } from '../../words/attacks.ts'
import { fixToRead } from '../fix-text.ts'
import { hopsOf, wayInOneLine } from '../hops.ts'
import { openPoint } from '../open-point.ts'
import { foundAt } from '../place.ts'
import { afterFixSaid } from '../said.ts'
import { heading, labelled, typed } from './layout.ts'

/** The levels as people see them at the beginning of a finding. */
export const TITLES: Readonly<Record<Level, string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  advice: 'ADVICE',
}

/**
 * The findings of a device that an attack stands behind: each with the line, the attack with its tags and the command that shows it, the
 * fix and its cost. What is word for word as under an earlier one is not told again.
 */
export function findingsText(
  findings: readonly Finding[],
  columns: number,
  commandFor: (finding: Finding) => string | null,
): string[] {
  const told = new Map<string, string>()
  const once = (label: string, { rule }: Finding, lines: readonly string[]) => {
    const key = lines.join('\n')
    const before = told.get(key)
    if (before !== undefined && lines.length > 1) return labelled(label, `as under ${before} above.`, columns)
    told.set(key, rule.id)
    return lines
  }
  return findings.flatMap((finding) => {
    const { rule, level, ports, message } = finding
    return [
      heading(TITLES[level], rule.id, fewPorts(ports)),
      ...labelled('found', `${foundAt(finding)}.`, columns),
      ...labelled('why', message, columns),
      ...once('attack', finding, [...verdictText(finding, columns), ...watchText(commandFor(finding))]),
      ...once('fix', finding, fixText(finding, columns)),
      '',
    ]
  })
}

function verdictText(finding: Finding, columns: number): string[] {
  const { evidence } = finding.judgement
  const label = (name: string, text: string) => labelled(name, text, columns)
  const open = openPoint(finding)
  return [
    ...(evidence?.reached
      ? [
          ...label('attack', attackLine(evidence)),
          ...label('', wayInOneLine(hopsOf(evidence))),
          ...label('gains', gainsSaid(evidence.gains, evidence.vlan, evidence.inTheMiddle)),
        ]
      : []),
    ...(open ? label(open.verdict, open.text) : []),
  ]
}

function watchText(command: string | null): string[] {
  return command === null ? [] : typed('watch', [command])
}

function attackLine({ attack, from, vlan, trace, proof }: Evidence): string {
  const became = story(trace, proof).some(({ decision }) => decision === 'dtp/becomes-trunk')
  const port = shortPortName(from.port)
  const first = became ? `; first ${port} becomes a trunk by DTP` : ''
  return `${attackNames[attack]} from ${port} into VLAN ${vlan}${first}:`
}

function fixText(finding: Finding, columns: number): string[] {
  const { after, caution, cuts, fixSafe } = finding
  const lines = fixToRead(finding)
  if (lines.length === 0) return caution ? labelled('fix', caution, columns) : []
  const costs = [
    ...(cuts.length > 0 ? [`Cuts ${cuts.join(', ')}.`] : []),
    ...(caution === null ? [] : [caution]),
  ]
  return [
    ...typed('fix', lines),
    ...(after === null ? [] : labelled('then', afterFixSaid(after), columns)),
    ...labelled(
      fixSafe ? 'cost' : 'careful',
      costs.length > 0 ? costs.join(' ') : 'None that is known of.',
      columns,
    ),
  ]
}
