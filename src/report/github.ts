import { inLine } from '../words/printable.ts'
import type { CheckedDevice, CheckedFile, ReportFormat, ReportStyle } from './checked.ts'
import { deviceSaid } from './device-said.ts'
import { saidOf } from './said.ts'
import { unsureSaid } from './unsure-notes.ts'

const COMMANDS = { error: 'error', warning: 'warning', advice: 'notice' } as const

function data(text: string): string {
  return inLine(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'))
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

type Annotation = {
  readonly command: 'error' | 'warning' | 'notice'
  readonly line?: number
  readonly title: string
  readonly text: string
}

function annotation(path: string, { command, line, title, text }: Annotation): string {
  const at = line === undefined ? '' : `,line=${line}`
  return `::${command} file=${property(path)}${at},title=${property(title)}::${data(text)}\n`
}

/** The findings, the lines that leave verdicts open, and in one notice what is said of the device: few are shown of each kind. */
function annotationsOf(file: CheckedFile, device: CheckedDevice, style: ReportStyle): Annotation[] {
  const said = deviceSaid(device, style)
  return [
    ...device.findings.map((finding) => ({
      command: COMMANDS[finding.level],
      line: finding.lines[0] ?? 1,
      title: finding.rule.id,
      text: saidOf(finding, file, style),
    })),
    ...device.unsure.map((each) => ({
      command: COMMANDS.warning,
      line: each.line,
      title: 'not understood',
      text: unsureSaid(each),
    })),
    ...(said.length > 0
      ? [{ command: COMMANDS.advice, title: `the check of ${device.about.name}`, text: said.join('\n') }]
      : []),
  ]
}

/** Workflow commands that GitHub shows as annotations at the lines. */
export const github: ReportFormat = {
  begin: () => '',
  file: (file, style) =>
    [
      ...file.devices.flatMap((device) => annotationsOf(file, device, style)),
      ...(file.problem === null
        ? []
        : [{ command: COMMANDS.error, title: 'unreadable', text: file.problem }]),
    ]
      .map((each) => annotation(file.path, each))
      .join(''),
  between: '',
  end: () => '',
}
