import { RULES } from '../rules/index.ts'
import { printable } from '../words/printable.ts'
import type { CheckedDevice, CheckedFile, ReportFormat } from './checked.ts'
import { fixSaid, saidOf } from './said.ts'

function escaped(text: string): string {
  return text
    .split('\n')
    .map(printable)
    .join('\n')
    .replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')
}

/** One test a rule and device: it fails by errors and warnings; advice stands in the output of one that passes. */
function casesOf(path: string, { about, findings }: CheckedDevice): { text: string; failures: number } {
  let failures = 0
  const cases = RULES.map((rule) => {
    const own = findings.filter((finding) => finding.rule.id === rule.id)
    const failing = own.filter(({ level }) => level !== 'advice')
    const advice = own.filter(({ level }) => level === 'advice')
    if (failing.length > 0) failures++
    const [first] = failing
    const body = [
      first
        ? `<failure${attributes({ message: first.message, type: first.level })}>${escaped(
            failing.map((each) => `${saidOf(each)}\n${fixSaid(each)}`).join('\n'),
          )}</failure>`
        : '',
      advice.length > 0 ? `<system-out>${escaped(advice.map(saidOf).join('\n'))}</system-out>` : '',
    ].join('')
    return `<testcase${attributes({ classname: `${path} ${about.name}`, name: rule.id, time: 0 })}>${body}</testcase>`
  })
  return { text: cases.join('\n'), failures }
}

function suite({ path, devices, problem }: CheckedFile): string {
  const own = devices.map((device) => casesOf(path, device))
  const failures = own.reduce((sum, each) => sum + each.failures, 0)
  const unread =
    problem === null
      ? ''
      : `<testcase${attributes({ classname: path, name: 'read', time: 0 })}><error${attributes({ message: problem, type: 'unreadable' })}/></testcase>`
  const tests = devices.length * RULES.length + (problem === null ? 0 : 1)
  const counts = { name: path, tests, failures, errors: problem === null ? 0 : 1, time: 0 }
  return `<testsuite${attributes(counts)}>\n${[...own.map(({ text }) => text), unread].filter((each) => each !== '').join('\n')}\n</testsuite>\n`
}

/** JUnit's XML, as build servers read it: a suite a file, a test a rule and device. */
export const junit: ReportFormat = {
  begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="vlan-dojo">\n',
  file: suite,
  between: '',
  end: () => '</testsuites>\n',
}
