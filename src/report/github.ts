import { printable } from '../words/printable.ts'
import type { CheckedDevice, ReportFormat } from './checked.ts'
import { saidOf } from './said.ts'

const COMMANDS = { error: 'error', warning: 'warning', advice: 'notice' } as const

function data(text: string): string {
  return printable(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'))
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

function annotations(path: string, { findings }: CheckedDevice): string[] {
  return findings.map((finding) => {
    const line = finding.lines[0] ?? 1
    return `::${COMMANDS[finding.level]} file=${property(path)},line=${line},title=${property(finding.rule.id)}::${data(saidOf(finding))}\n`
  })
}

/** Workflow commands that GitHub shows as annotations at the lines. */
export const github: ReportFormat = {
  begin: () => '',
  file: ({ path, devices, problem }) =>
    problem === null
      ? devices.flatMap((device) => annotations(path, device)).join('')
      : `::error file=${property(path)},title=unreadable::${data(problem)}\n`,
  between: '',
  end: () => '',
}
