import { fewPorts } from '../config/index.ts'
import type { Finding } from '../verdict/finding.ts'
import type { Suppression } from '../verdict/suppress.ts'
import { inLine, printable } from '../words/printable.ts'
import { accountSaid, unreadSaid } from './account-said.ts'
import { attackCommand } from './attack-command.ts'
import type { CheckedDevice, CheckedFile, ReportFormat, ReportStyle } from './checked.ts'
import { adviceText } from './human/advice.ts'
import { findingsText } from './human/finding.ts'
import { bullet, heading } from './human/layout.ts'
import { smallestText } from './human/smallest.ts'
import { nothingFound } from './nothing-found.ts'
import { settledBy } from './settled-by.ts'
import { totalsSaid } from './summary.ts'
import { unsureNotes } from './unsure-notes.ts'

/** The check for people: per device the findings, gravest first, each with its attack, its fix and what the fix costs. */
export const human: ReportFormat = {
  begin: () => '',
  file: (file, style) => file.devices.map((device) => deviceText(file, device, style)).join('\n'),
  between: '\n',
  end: (totals) => (totals.devices > 0 ? `\n${totalsSaid(totals).join('\n')}\n` : ''),
}

function deviceText(file: CheckedFile, checked: CheckedDevice, style: ReportStyle): string {
  const { columns, explain } = style
  const { about, findings, smallest, suppressed, assumptions, unsure, notes } = checked
  const unread = unreadSaid(about, explain)
  const attacked = findings.filter(({ level }) => level !== 'advice')
  const lines = [
    `${printable(file.path)}: ${printable(about.name)}, ${about.title}`,
    ...(unread === null ? [] : [`  ${unread}`]),
    ...(explain ? explained(about, columns) : []),
    '',
    ...findingsText(attacked, columns, (finding) => attackCommand(file, finding, style)),
    ...adviceText(findings, columns),
    ...(findings.length === 0 ? [`  ${nothingFound(checked)}`, ''] : []),
    ...(smallest ? [...smallestText(smallest, columns), ''] : []),
    ...suppressed.map(({ finding, by }) => kept(finding, by)),
    ...(suppressed.length > 0 ? [''] : []),
    ...section('Unsure:', unsureNotes(unsure), columns),
    ...(unsure.length > 0 ? [''] : []),
    ...section('Assumed:', [...assumptions, ...settledBy(findings)], columns),
    ...section('Noted:', notes, columns),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

/** Why the text was taken for what it is, what became of its lines, and every one of them that was not understood. */
function explained(about: CheckedDevice['about'], columns: number): string[] {
  return [
    ...accountSaid(about).flatMap((sentence) => bullet(sentence, columns)),
    ...about.account.notUnderstood.map(
      ({ line, text, state }) => `  ${`${line}`.padStart(7)}  ${state.padEnd(10)}  ${inLine(text.trim())}`,
    ),
  ]
}

function kept({ rule, ports }: Finding, { line, reason }: Suppression): string {
  return heading('IGNORED', rule.id, `${fewPorts(ports)}: line ${line} says "${reason}"`)
}

function section(title: string, sentences: readonly string[], columns: number): string[] {
  return sentences.length > 0 ? [`  ${title}`, ...sentences.flatMap((each) => bullet(each, columns))] : []
}
