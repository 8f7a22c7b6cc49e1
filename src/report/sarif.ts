import { RULES } from '../rules/index.ts'
import type { Rule } from '../rules/rule.ts'
import type { Finding } from '../verdict/finding.ts'
import type { Suppressed } from '../verdict/suppress.ts'
import type { CheckedDevice, ReportFormat, ReportStyle, Totals } from './checked.ts'
import { jsonText } from './json-text.ts'
import { fixSaid, saidOf } from './said.ts'

const LEVELS = { error: 'error', warning: 'warning', advice: 'note' } as const

function ruleAsSarif({ id, title, why, limits, references, kind }: Rule) {
  return {
    id,
    name: id.replace(/(^|[/-])(.)/g, (_, __, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${limits}` },
    defaultConfiguration: { level: kind === 'witnessed' ? 'warning' : 'note' },
    properties: { tags: ['security', ...references] },
  }
}

function begin({ version }: ReportStyle): string {
  const driver = {
    name: 'vlan-dojo',
    version,
    informationUri: 'https://www.npmjs.com/package/vlan-dojo',
    rules: RULES.map(ruleAsSarif),
  }
  return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":{"driver":${jsonText(driver)}},"results":[`
}

/** A path as the URI reference that SARIF wants. */
function uriOf(path: string): string {
  return path.split(/[\\/]/).map(encodeURIComponent).join('/')
}

function resultOf(path: string, device: string, finding: Finding, suppressed?: Suppressed['by']) {
  const fix = fixSaid(finding)
  return {
    ruleId: finding.rule.id,
    ruleIndex: RULES.indexOf(finding.rule),
    level: LEVELS[finding.level],
    message: { text: `${saidOf(finding)}${fix === '' ? '' : `\nFix:\n${fix}`}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(path) },
          region: { startLine: finding.lines[0] ?? 1 },
        },
        logicalLocations: finding.ports.map((port) => ({
          name: port,
          fullyQualifiedName: `${device} ${port}`,
        })),
      },
    ],
    partialFingerprints: {
      'ruleAndState/v1': `${device} ${finding.rule.id} ${finding.ports.join(',')}: ${finding.effective}`,
    },
    ...(suppressed && { suppressions: [{ kind: 'inSource', justification: suppressed.reason }] }),
  }
}

function resultsOf(path: string, { about, findings, suppressed }: CheckedDevice) {
  return [
    ...findings.map((finding) => resultOf(path, about.name, finding)),
    ...suppressed.map(({ finding, by }) => resultOf(path, about.name, finding, by)),
  ]
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
  file: ({ path, devices }) =>
    devices
      .flatMap((device) => resultsOf(path, device))
      .map((result) => jsonText(result))
      .join(','),
  between: ',',
  end,
}
