import { RULES } from '../rules/index.ts'
import type { RuleId } from '../rules/rule.ts'
import { inLine } from '../words/printable.ts'
import type { CheckedDevice, CheckedFile, ReportFormat, ReportStyle } from './checked.ts'
import { deviceSaid } from './device-said.ts'
import { isFailing, isLeftOpen } from './failing.ts'
import { saidOf } from './said.ts'
import { unsureSaid } from './unsure-notes.ts'

/** A test: what it failed by, what kept it from being run, and what else it says. */
type Case = {
  readonly name: string
  readonly trouble?: { readonly kind: 'failure' | 'error' | 'skipped'; readonly text: string } & Attributes
  readonly says: readonly string[]
}
type Attributes = { readonly message: string; readonly type?: string }

function escaped(text: string): string {
  return text
    .split('\n')
    .map(inLine)
    .join('\n')
    .replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(String(value))}"`))
    .join('')
}

function output(lines: readonly string[]): string {
  return lines.length > 0 ? `<system-out>${escaped(lines.join('\n'))}</system-out>` : ''
}

/** What `--fail-on` makes a failure fails the rule's test; other findings stand in the output of a test that passes. */
function ruleCase(rule: RuleId, file: CheckedFile, device: CheckedDevice, style: ReportStyle): Case {
  const { findings, suppressed, leftOut } = device
  const own = findings.filter((finding) => finding.rule.id === rule)
  const failing = own.filter((finding) => isFailing(finding, style))
  const says = [
    ...own
      .filter((finding) => !failing.includes(finding))
      .map((each) => `${each.level}: ${saidOf(each, file, style)}`),
    ...suppressed
      .filter(({ finding }) => finding.rule.id === rule)
      .map(({ by }) => `Kept quiet by line ${by.line}: ${by.reason}`),
  ]
  const [first] = failing
  if (first) {
    const text = failing.map((each) => saidOf(each, file, style)).join('\n')
    return { name: rule, trouble: { kind: 'failure', message: first.message, type: first.level, text }, says }
  }
  if (leftOut.rules.includes(rule))
    return { name: rule, trouble: { kind: 'skipped', message: 'This rule was not run.', text: '' }, says }
  return { name: rule, says }
}

/** The test that every line by which a verdict may change was understood. */
function unsureCase(device: CheckedDevice, style: ReportStyle): Case {
  const name = 'every line that matters is understood'
  const lines = device.unsure.map(unsureSaid)
  const [message = ''] = lines
  return isLeftOpen(device, style)
    ? { name, trouble: { kind: 'failure', message, type: 'warning', text: lines.join('\n') }, says: [] }
    : { name, says: lines }
}

function caseText(classname: string, { name, trouble, says }: Case): string {
  const { kind = '', text = '', ...about } = trouble ?? {}
  const body = trouble ? `<${kind}${attributes(about)}>${escaped(text)}</${kind}>` : ''
  return `<testcase${attributes({ classname, name, time: 0 })}>${body}${output(says)}</testcase>\n`
}

function suite(file: CheckedFile, style: ReportStyle): string {
  const { path, devices, problem } = file
  const tests = [
    ...devices.flatMap((device) =>
      [...RULES.map(({ id }) => ruleCase(id, file, device, style)), unsureCase(device, style)].map(
        (test) => ({
          classname: `${path} ${device.about.name}`,
          test,
        }),
      ),
    ),
    ...(problem === null ? [] : [{ classname: path, test: unread(problem) }]),
  ]
  const count = (wanted: string) => tests.filter(({ test }) => test.trouble?.kind === wanted).length
  const counts = {
    name: path,
    tests: tests.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: 0,
  }
  const cases = tests.map(({ classname, test }) => caseText(classname, test)).join('')
  const says = devices.flatMap((device) =>
    deviceSaid(device, style).map((each) => `${device.about.name}: ${each}`),
  )
  return `<testsuite${attributes(counts)}>\n${cases}${output(says)}</testsuite>\n`
}

function unread(problem: string): Case {
  return {
    name: 'read',
    trouble: { kind: 'error', message: problem, type: 'unreadable', text: '' },
    says: [],
  }
}

/** JUnit's XML, as build servers read it: a suite a file, a test a rule and device, and one that its lines were understood. */
export const junit: ReportFormat = {
  begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="vlan-dojo">\n',
  file: suite,
  between: '',
  end: () => '</testsuites>\n',
}
