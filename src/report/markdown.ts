import { portList } from '../config/index.ts'
import type { Finding } from '../verdict/finding.ts'
import { gainsSaid } from '../words/attacks.ts'
import { printable } from '../words/printable.ts'
import { attackCommand } from './attack-command.ts'
import type { CheckedDevice, CheckedFile, ReportFormat, ReportStyle, Totals } from './checked.ts'
import { fixByDevice } from './fix-text.ts'
import { hopsOf, wayInOneLine } from './hops.ts'
import { nothingFound } from './nothing-found.ts'
import { afterFixSaid } from './said.ts'
import { totalsSaid } from './summary.ts'
import { unsureNotes } from './unsure-notes.ts'

/** Text that Markdown takes for nothing but text. */
function plain(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replace(/^([-+#]|\d+(?=\.))/, '\\$1')
}

/** Text in a fence of more backticks than any that stand in it. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$/.test(text) ? ' ' : ''
  return `${fence}${pad}${printable(text)}${pad}${fence}`
}

function findingText(finding: Finding, command: string | null): string[] {
  const { rule, level, ports, message, effective, written, lines, judgement, caution, cuts, after } = finding
  const { evidence, verdict, dependsOn } = judgement
  const { own, elsewhere } = fixByDevice(finding)
  const fix = [...own, ...elsewhere.flatMap(({ device, lines }) => [`! and on ${device}:`, ...lines])]
  const options = [...new Set(dependsOn.map(({ option }) => option))]
  return [
    `### ${level}: ${code(rule.id)}`,
    '',
    ...(ports.length > 0 ? [`Ports: ${plain(portList(ports))}  `] : []),
    `Found: ${plain(effective)}${written ? '' : ' (a default)'}${lines.length > 0 ? `, line ${lines.join(', ')}` : ''}`,
    '',
    plain(message),
    '',
    ...(evidence?.reached
      ? [
          `Attack: ${code(wayInOneLine(hopsOf(evidence)))}${verdict === 'depends' ? `, depending on ${options.join(', ')}` : ''}`,
          '',
          `The attacker ${plain(gainsSaid(evidence.gains, evidence.vlan, evidence.inTheMiddle))}`,
          '',
          ...(command === null ? [] : [`Watch it: ${code(command)}`, '']),
        ]
      : []),
    ...(fix.length > 0
      ? [
          '```',
          ...fix.map(printable),
          '```',
          '',
          ...(after === null ? [] : [`Then ${afterFixSaid(after)}`, '']),
        ]
      : []),
    ...(cuts.length > 0 ? [`Cuts: ${cuts.map(plain).join(', ')}`, ''] : []),
    ...(caution ? [`Careful: ${plain(caution)}`, ''] : []),
  ]
}

function deviceText(file: CheckedFile, checked: CheckedDevice, style: ReportStyle): string {
  const { about, findings, suppressed, assumptions, unsure, notes } = checked
  return `${[
    `## ${plain(about.name)}`,
    '',
    `${code(file.path)}, ${plain(about.title)}`,
    '',
    ...(findings.length === 0 ? [nothingFound(checked), ''] : []),
    ...findings.flatMap((finding) => findingText(finding, attackCommand(file, finding, style))),
    ...suppressed.map(
      ({ finding, by }) => `- ignored: ${code(finding.rule.id)} at line ${by.line}: ${plain(by.reason)}`,
    ),
    ...(unsure.length > 0
      ? ['Unsure:', '', ...unsureNotes(unsure).map((each) => `- ${plain(each)}`), '']
      : []),
    ...(assumptions.length > 0 ? ['Assumed:', '', ...assumptions.map((each) => `- ${plain(each)}`)] : []),
    ...notes.map((each) => `- ${plain(each)}`),
  ]
    .join('\n')
    .trimEnd()}\n`
}

function summary(totals: Totals): string {
  return [
    '',
    totalsSaid(totals).join(' '),
    ...totals.unread.map(({ path, problem }) => `- ${code(path)}: ${plain(problem)}`),
    '',
  ].join('\n')
}

/** A report to hand on: Markdown, a section a device. */
export const markdown: ReportFormat = {
  begin: () => '# Checked by attack\n\n',
  file: (file, style) => file.devices.map((device) => deviceText(file, device, style)).join('\n'),
  between: '\n',
  end: summary,
}
