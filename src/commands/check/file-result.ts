import { commentSign, portList } from '../../config/index.ts'
import { type CheckedFile, type Totals, totalsOf } from '../../report/checked.ts'
import { isFailing, isLeftOpen } from '../../report/failing.ts'
import { fixByDevice } from '../../report/fix-text.ts'
import { FORMATS } from '../../report/index.ts'
import { baselineOf, unsureKey } from '../../verdict/baseline.ts'
import type { Finding } from '../../verdict/finding.ts'
import { fixOrder } from './fix-order.ts'
import type { CheckRequest } from './request.ts'

/** What is left of a file once it is checked: text and counts. Plain data, so that a worker thread can hand it over. */
export type FileResult = {
  readonly path: string
  /** The file's part of the report, in the format that was asked for. */
  readonly piece: string
  readonly totals: Totals
  /** Whether it has a finding at or above `--fail-on`, or a verdict that is left open and may be one. */
  readonly failing: boolean
  /** The fixes as lines to type, with comments. */
  readonly patch: string
  /** Keys of its findings, and of lines that leave verdicts open, for a baseline. */
  readonly known: readonly string[]
}

/** The result of a checked file. */
export function resultOf(file: CheckedFile, request: CheckRequest): FileResult {
  return {
    path: file.path,
    piece: FORMATS[request.format].file(file, request),
    totals: totalsOf(file),
    failing: file.devices.some(
      (device) => device.findings.some((each) => isFailing(each, request)) || isLeftOpen(device, request),
    ),
    patch: request.wants.includes('patch') ? patchOf(file) : '',
    known: request.wants.includes('known') ? knownOf(file) : [],
  }
}

function knownOf({ devices }: CheckedFile): string[] {
  return devices.flatMap(({ about, findings, unsure }) => [
    ...baselineOf(findings).known,
    ...unsure.map((line) => unsureKey(about.name, line)),
  ])
}

/** The fixes of errors and warnings as a text to type in configuration mode: what cuts nothing first, the rest behind it. */
function patchOf({ path, devices }: CheckedFile): string {
  return devices
    .map(({ about, findings }) => {
      const fixing = fixOrder(findings).filter(({ fix, level }) => level !== 'advice' && fix.length > 0)
      if (fixing.length === 0) return ''
      const sign = commentSign(about.dialect)
      const blocks = fixing.map((finding) => fixBlock(finding, sign))
      return `${sign} ${oneLine(path)}: ${oneLine(about.name)}\n${blocks.join('')}`
    })
    .join('')
}

function fixBlock(finding: Finding, sign: string): string {
  const { rule, ports, caution, cuts } = finding
  const care = [
    ...(caution === null ? [] : [caution]),
    ...(cuts.length > 0 ? [`Cuts ${cuts.join(', ')}.`] : []),
  ]
  const head = [`${sign} ${rule.id} ${portList(ports)}`, ...care.map((each) => `${sign} careful: ${each}`)]
  const { own, elsewhere } = fixByDevice(finding)
  const others = elsewhere.flatMap(({ device: name, lines }) => [
    `${sign} on ${oneLine(name)}, not here:`,
    ...lines.map((line) => `${sign}   ${line}`),
  ])
  return [...head.map(oneLine), ...own, ...others, ''].join('\n')
}

/** Nothing that came from a file may begin a new line in a text of commands. */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ')
}
