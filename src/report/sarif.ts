import { RULES } from '../rules/index.ts'
import { unsureKey } from '../verdict/baseline.ts'
import type { Finding } from '../verdict/finding.ts'
import type { Suppressed } from '../verdict/suppress.ts'
import type { UnsureLine } from '../verdict/unsure-lines.ts'
import type { CheckedDevice, CheckedFile, ReportFormat, ReportStyle, Totals } from './checked.ts'
import { jsonText } from './json-text.ts'
import { saidOf } from './said.ts'
import { NOT_UNDERSTOOD, sarifRule } from './sarif-rule.ts'
import { unsureSaid } from './unsure-notes.ts'

const LEVELS = { error: 'error', warning: 'warning', advice: 'note' } as const

function begin({ version }: ReportStyle): string {
  const driver = {
    name: 'vlan-dojo',
    version,
    informationUri: 'https://www.npmjs.com/package/vlan-dojo',
    rules: [...RULES.map(sarifRule), NOT_UNDERSTOOD],
  }
  return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":${jsonText(driver)}},"results":[`
}

/** A path as the URI reference that SARIF wants. */
function uriOf(path: string): string {
  return path.split(/[\\/]/).map(encodeURIComponent).join('/')
}

type Place = { readonly file: CheckedFile; readonly device: string; readonly style: ReportStyle }

function locationsOf(path: string, device: string, line: number, ports: readonly string[]) {
  return [
    {
      physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: { startLine: line } },
      logicalLocations: ports.map((port) => ({ name: port, fullyQualifiedName: `${device} ${port}` })),
    },
  ]
}

function resultOf({ file, device, style }: Place, finding: Finding, suppressed?: Suppressed['by']) {
  const assumed = finding.judgement.assumptions.map((each) => `Assumed: ${each}`)
  return {
    ruleId: finding.rule.id,
    ruleIndex: RULES.indexOf(finding.rule),
    level: LEVELS[finding.level],
    message: { text: [saidOf(finding, file, style), ...assumed].join('\n') },
    locations: locationsOf(file.path, device, finding.lines[0] ?? 1, finding.ports),
    partialFingerprints: {
      'ruleAndState/v1': `${device} ${finding.rule.id} ${finding.ports.join(',')}: ${finding.effective}`,
    },
    ...(suppressed && { suppressions: [{ kind: 'inSource', justification: suppressed.reason }] }),
  }
}

/** `open` is SARIF's word for what could not be decided; it has no level. */
function openResult({ file, device }: Place, unsure: UnsureLine) {
  return {
    ruleId: NOT_UNDERSTOOD.id,
    ruleIndex: RULES.length,
    kind: 'open',
    level: 'none',
    message: { text: unsureSaid(unsure) },
    locations: locationsOf(file.path, device, unsure.line, unsure.ports ?? []),
    partialFingerprints: { 'ruleAndState/v1': unsureKey(device, unsure) },
  }
}

/** The results of a device, each with what is said of the device as a whole beside what its own verdict rests on. */
function resultsOf(file: CheckedFile, checked: CheckedDevice, style: ReportStyle) {
  const { about, findings, suppressed, unsure, assumptions, notes, smallest } = checked
  const place = { file, device: about.name, style }
  const properties = {
    device: about.name,
    lines: about.account.counts,
    assumptions,
    notes,
    ...(smallest && { smallestFix: smallest }),
  }
  return [
    ...findings.map((finding) => resultOf(place, finding)),
    ...suppressed.map(({ finding, by }) => resultOf(place, finding, by)),
    ...unsure.map((line) => openResult(place, line)),
  ].map((result) => ({ ...result, properties }))
}

function end({ unread }: Totals): string {
  const invocation = {
    executionSuccessful: unread.length === 0,
    toolExecutionNotifications: unread.map(({ path, problem }) => ({
      level: 'error',
      message: { text: problem },
      locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
    })),
  }
  return `],"invocations":[${jsonText(invocation)}]}]}\n`
}

/** SARIF 2.1.0, as code hosts show it beside the lines. */
export const sarif: ReportFormat = {
  begin,
  file: (file, style) =>
    file.devices
      .flatMap((device) => resultsOf(file, device, style))
      .map((result) => jsonText(result))
      .join(','),
  between: ',',
  end,
}
