import { portList } from '../config/index.ts'
import type { Finding } from '../verdict/finding.ts'
import { gainsSaid } from '../words/attacks.ts'
import { accountSaid, unreadSaid } from './account-said.ts'
import { attackCommand } from './attack-command.ts'
import type {
  AboutDevice,
  CheckedDevice,
  CheckedFile,
  ReportFormat,
  ReportStyle,
  SmallestSaid,
  Totals,
} from './checked.ts'
import { fixToRead } from './fix-text.ts'
import { hopsOf, wayInOneLine } from './hops.ts'
import { block, code, list, plain } from './markdown-text.ts'
import { nothingFound } from './nothing-found.ts'
import { openPoint, openPointSaid } from './open-point.ts'
import { foundAt } from './place.ts'
import { afterFixSaid } from './said.ts'
import { settledBy } from './settled-by.ts'
import { smallestInWords } from './smallest-in-words.ts'
import { totalsSaid } from './summary.ts'
import { unsureNotes } from './unsure-notes.ts'

function findingText(finding: Finding, command: string | null): string[] {
  const { rule, level, ports, message, judgement, caution, cuts, after } = finding
  const { evidence } = judgement
  const fix = fixToRead(finding)
  const open = openPoint(finding)
  const paragraphs = [
    plain(message),
    ...(evidence?.reached
      ? [
          `Attack: ${code(wayInOneLine(hopsOf(evidence)))}`,
          `The attacker ${plain(gainsSaid(evidence.gains, evidence.vlan, evidence.inTheMiddle))}`,
        ]
      : []),
    ...(open ? [plain(openPointSaid(open))] : []),
    ...(command === null ? [] : [`Watch it: ${code(command)}`]),
  ]
  return [
    `### ${level}: ${code(rule.id)}`,
    '',
    ...(ports.length > 0 ? [`Ports: ${plain(portList(ports))}  `] : []),
    `Found: ${plain(foundAt(finding))}`,
    '',
    ...paragraphs.flatMap((each) => [each, '']),
    ...block(fix),
    ...(after !== null && fix.length > 0 ? [`Then ${afterFixSaid(after)}`, ''] : []),
    ...(cuts.length > 0 ? [`Cuts: ${cuts.map(plain).join(', ')}`, ''] : []),
    ...(caution ? [`Careful: ${plain(caution)}`, ''] : []),
  ]
}

/** What of the text was not simulated, and with `--explain` what became of it line by line. */
function accountText(about: AboutDevice, explain: boolean): string[] {
  const unread = unreadSaid(about, explain)
  const { notUnderstood } = about.account
  return [
    ...(unread === null ? [] : [plain(unread), '']),
    ...(explain ? list('Understood:', accountSaid(about)) : []),
    ...(explain && notUnderstood.length > 0
      ? [
          'Not simulated:',
          '',
          ...notUnderstood.map(({ line, text, state }) => `- line ${line}, ${state}: ${code(text.trim())}`),
          '',
        ]
      : []),
  ]
}

function smallestText(smallest: SmallestSaid): string[] {
  const { sentence, commands, breaks } = smallestInWords(smallest)
  return [
    `Smallest fix: ${plain(sentence)}`,
    '',
    ...block(commands),
    ...list('Left out, each of them opens ways again:', breaks),
  ]
}

function deviceText(file: CheckedFile, checked: CheckedDevice, style: ReportStyle): string {
  const { about, findings, smallest, suppressed, assumptions, unsure, notes } = checked
  return `${[
    `## ${plain(about.name)}`,
    '',
    `${code(file.path)}, ${plain(about.title)}`,
    '',
    ...accountText(about, style.explain),
    ...(findings.length === 0 ? [nothingFound(checked), ''] : []),
    ...findings.flatMap((finding) => findingText(finding, attackCommand(file, finding, style))),
    ...(smallest ? smallestText(smallest) : []),
    ...suppressed.map(
      ({ finding, by }) => `- ignored: ${code(finding.rule.id)} at line ${by.line}: ${plain(by.reason)}`,
    ),
    ...(suppressed.length > 0 ? [''] : []),
    ...list('Unsure:', unsureNotes(unsure)),
    ...list('Assumed:', [...assumptions, ...settledBy(findings)]),
    ...list('Noted:', notes),
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
