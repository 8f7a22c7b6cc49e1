import type { Gain } from '../attacks/attack.ts'
import { shortPortName } from '../config/port-name.ts'
import { story } from '../net/trace.ts'
import type { Finding } from '../verdict/finding.ts'
import { fixLines } from '../verdict/fix.ts'
import type { Evidence, Judgement } from '../verdict/judgement.ts'
import type { Suppression } from '../verdict/suppress.ts'
import { optionAsked } from '../words/options.ts'
import { printable } from '../words/printable.ts'
import type { CheckedDevice, ReportFormat, ReportStyle, SmallestSaid, Totals } from './checked.ts'
import { hopsOf, wayInOneLine } from './hops.ts'

/** Width of the column that says what a line is about. */
const LABEL = 9
/** Ports named one by one before a group is counted. */
const NAMED = 6

/** The check for people: per device the findings, gravest first, each with its attack, its fix and what the fix costs. */
export const human: ReportFormat = {
  begin: () => '',
  file: ({ path, devices }, style) => devices.map((device) => deviceText(path, device, style)).join('\n'),
  between: '\n',
  end: (totals) => (totals.devices > 0 ? `\n${summary(totals)}` : ''),
}

function deviceText(path: string, checked: CheckedDevice, { columns, explain }: ReportStyle): string {
  const { about, findings, smallest, suppressed, assumptions, notes } = checked
  const { counts, notUnderstood } = about.account
  const notRead = notUnderstood.length
  const all = counts.modelled + counts.harmless + notRead
  const unread = `  ${notRead} of ${all} lines not simulated${explain ? '.' : '; --explain lists them.'}`
  const lines = [
    `${printable(path)}: ${printable(about.name)}, ${about.title}`,
    ...(notRead > 0 ? [unread] : []),
    ...(explain ? explained(about, columns) : []),
    '',
    ...findings
      .filter(({ level }) => level !== 'advice')
      .flatMap((finding) => [...findingText(finding, columns), '']),
    ...adviceText(findings, columns),
    ...(findings.length === 0 ? ['  Nothing found: no attack that is simulated here gets through.', ''] : []),
    ...(smallest ? [...smallestText(smallest, columns), ''] : []),
    ...suppressed.map(({ finding, by }) => kept(finding, by)),
    ...(suppressed.length > 0 ? [''] : []),
    ...section('Assumed:', assumptions, columns),
    ...section('Noted:', notes, columns),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

/** Why the text was taken for what it is, and every line of it that was not understood. */
function explained({ reasons, account }: CheckedDevice['about'], columns: number): string[] {
  return [
    ...reasons.flatMap((reason) => bullet(reason, columns)),
    ...account.notUnderstood.map(
      ({ line, text, state }) => `  ${`${line}`.padStart(7)}  ${state.padEnd(10)}  ${printable(text.trim())}`,
    ),
  ]
}

function smallestText(smallest: SmallestSaid, columns: number): string[] {
  const label = 'SMALLEST'
  if (smallest.found === 'nothing-open')
    return labelled(label, 'nothing is open, so nothing has to be typed.', columns)
  if (smallest.found !== 'fix') {
    return labelled(label, 'no set of the usual commands closes everything and keeps every service.', columns)
  }
  const { lines, commands, minimal } = smallest
  const count = commands === 1 ? 'one command closes' : `${commands} commands close`
  const how = minimal ? 'and no smaller set does' : 'a small set; smaller ones were not all tried'
  return [
    ...labelled(label, `${count} everything that is open, ${how}:`, columns),
    ...lines.map((line) => `  ${' '.repeat(LABEL)}${printable(line)}`),
  ]
}

function kept({ rule, ports }: Finding, { line, reason }: Suppression): string {
  return `  ${'IGNORED'.padEnd(LABEL)}${rule.id}  ${portNames(ports)}: line ${line} says "${printable(reason)}"`
}

function section(title: string, sentences: readonly string[], columns: number): string[] {
  return sentences.length > 0 ? [`  ${title}`, ...sentences.flatMap((each) => bullet(each, columns))] : []
}

/** Advice in two lines each: the attacks are what matters, and `explain` tells the rest. */
function adviceText(findings: readonly Finding[], columns: number): string[] {
  const advice = findings.filter(({ level }) => level === 'advice')
  if (advice.length === 0) return []
  const lines = advice.flatMap(({ rule, ports, effective, written, lines, fix }) => {
    const fixes = [...new Set(fix.flatMap((step) => step.lines))]
    const at = lines.length === 0 ? '' : `, line${lines.length > 1 ? 's' : ''} ${ranges(lines)}`
    const found = `${effective}${written ? '' : ' by default'}${at}.`
    return [
      `  ${`${TITLES.advice} `.padEnd(LABEL)}${rule.id}${ports.length > 0 ? `  ${portNames(ports)}` : ''}`,
      ...labelled('', fixes.length > 0 ? `${found} Fix: ${fixes.join('; ')}` : found, columns),
    ]
  })
  return [...lines, '']
}

const TITLES: Readonly<Record<Finding['level'], string>> = {
  error: 'ERROR',
  warning: 'WARNING',
  advice: 'ADVICE',
}

function findingText(finding: Finding, columns: number): string[] {
  const { rule, level, ports, lines, message, effective, written, judgement } = finding
  const at = lines.length === 0 ? '' : `, line${lines.length > 1 ? 's' : ''} ${ranges(lines)}`
  const label = (name: string, text: string) => labelled(name, text, columns)
  return [
    `  ${TITLES[level].padEnd(LABEL)}${rule.id}  ${portNames(ports)}`,
    ...label('found', `${effective}${written ? '' : ' (a default, no line says so)'}${at}`),
    ...label('why', message),
    ...verdictText(judgement, columns),
    ...fixText(finding, columns),
  ]
}

function verdictText(judgement: Judgement, columns: number): string[] {
  const { verdict, dependsOn, doubts, evidence } = judgement
  if (!evidence?.reached) return []
  const label = (name: string, text: string) => labelled(name, text, columns)
  const asked = [...new Set(dependsOn.map(({ option }) => optionAsked(option)))]
  return [
    ...label('attack', attackLine(evidence)),
    ...label('', wayInOneLine(hopsOf(evidence))),
    ...label('gains', `${evidence.gains.map((gain) => GAINS[gain]).join('; ')}.`),
    ...(verdict === 'depends' ? label('depends', `on ${asked.join('; on ')}.`) : []),
    ...(verdict === 'unsure' && doubts.length > 0
      ? label(
          'unsure',
          `not understood: ${doubts.map(({ line, text }) => `line ${line} "${text.trim()}"`).join('; ')}.`,
        )
      : []),
    ...(verdict === 'unsure' && doubts.length === 0
      ? label('unsure', 'too many open options to try them all; name the platform with --platform.')
      : []),
  ]
}

const NAMES: Readonly<Record<Evidence['attack'], string>> = {
  'switch-spoofing': 'switch spoofing',
  'plain-tagging': 'tagging on a trunk',
  'double-tagging': 'double tagging',
  'guest-tagging': 'guest tagging',
  'native-mismatch': 'an untagged frame',
}

const GAINS: Readonly<Record<Gain, string>> = {
  inject: 'sends frames into the VLAN',
  'read-floods': 'sees what is flooded in it',
  answered: 'gets answers back',
}

function attackLine({ attack, from, vlan, trace, proof }: Evidence): string {
  const became = story(trace, proof).some(({ decision }) => decision === 'dtp/becomes-trunk')
  const port = shortPortName(from.port)
  return `${NAMES[attack]} from ${port} into VLAN ${vlan}${became ? `: ${port} becomes a trunk by DTP, then` : ':'}`
}

function fixText({ fix, after, caution, cuts, fixSafe, device }: Finding, columns: number): string[] {
  if (fix.length === 0) return caution ? labelled('fix', caution, columns) : []
  const typed = grouped(fixLines(fix, device))
  const [first = '', ...rest] = typed
  const cost = cuts.length > 0 ? `Cuts ${cuts.join(', ')}.` : (caution ?? 'None that is known of.')
  return [
    `  ${'fix'.padEnd(LABEL)}${printable(first)}`,
    ...rest.map((line) => `  ${' '.repeat(LABEL)}${printable(line)}`),
    ...(after?.verdict === 'blocked' ? labelled('then', 'the same attack is stopped.', columns) : []),
    ...labelled(fixSafe ? 'cost' : 'careful', cost, columns),
  ]
}

/** Ports that take the same lines stand together, so that ten of them do not take thirty lines. */
function grouped(lines: readonly string[]): string[] {
  const global: string[] = []
  const blocks: { port: string; body: string[] }[] = []
  for (const line of lines) {
    if (line.startsWith('interface ')) blocks.push({ port: line, body: [] })
    else (blocks.at(-1)?.body ?? global).push(line)
  }
  const byBody = new Map<string, string[]>()
  for (const { port, body } of blocks) {
    const key = body.join('\n')
    byBody.set(key, [...(byBody.get(key) ?? []), port])
  }
  const text = [...byBody].flatMap(([body, ports]) => {
    const heading = ports.length <= 2 ? ports : [`on each of these ${ports.length} ports:`]
    return ports.length === 2 ? heading.flatMap((port) => [port, body]) : [...heading, body]
  })
  return [...global, ...text].flatMap((each) => each.split('\n'))
}

function labelled(name: string, text: string, columns: number): string[] {
  const width = Math.max(columns, 40) - LABEL - 2
  return wrap(printable(text), width).map((line, i) => `  ${(i === 0 ? name : '').padEnd(LABEL)}${line}`)
}

function bullet(text: string, columns: number): string[] {
  return wrap(printable(text), Math.max(columns, 40) - 4).map((line, i) => `  ${i === 0 ? '-' : ' '} ${line}`)
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

function portNames(ports: readonly string[]): string {
  const short = ports.map((port) => printable(shortPortName(port)))
  if (short.length <= NAMED) return short.join(', ')
  return `${short.slice(0, NAMED - 1).join(', ')} and ${short.length - NAMED + 1} more`
}

function ranges(lines: readonly number[]): string {
  if (lines.length <= NAMED) return lines.join(', ')
  return `${lines.slice(0, NAMED - 1).join(', ')} and ${lines.length - NAMED + 1} more`
}

function summary({ devices, error, warning, advice, unread }: Totals): string {
  const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`
  const found = `${count(error, 'error')}, ${count(warning, 'warning')}, ${count(advice, 'piece')} of advice`
  const missing = unread.length > 0 ? ` ${count(unread.length, 'file')} could not be read.` : ''
  return `${count(devices, 'device')}: ${found}.${missing}\n`
}
