import { story } from '../net/trace.ts'
import type { Finding } from '../verdict/finding.ts'
import type { Evidence } from '../verdict/judgement.ts'
import { tell } from '../words/tell.ts'
import { attackCommand } from './attack-command.ts'
import type { CheckedDevice, CheckedFile, ReportFormat, ReportStyle, Totals } from './checked.ts'
import { fixByDevice } from './fix-text.ts'
import { hopsOf } from './hops.ts'
import { jsonText } from './json-text.ts'
import { unsureNotes } from './unsure-notes.ts'

/** The version of the JSON output; it grows when a field changes its meaning or goes. */
export const JSON_VERSION = 1

/** One device as the JSON output has it; its schema is `check.schema.json` beside this file. */
function deviceAsJson(file: CheckedFile, device: CheckedDevice, style: ReportStyle) {
  const { about, assumptions, findings, smallest, suppressed, unsure, notes } = device
  return {
    path: file.path,
    device: about.name,
    dialect: about.dialect,
    platform: about.platform,
    lines: about.account.counts,
    notUnderstood: about.account.notUnderstood.map(({ line, text, state }) => ({ line, text, state })),
    assumptions,
    unsure: unsureNotes(unsure),
    leftOpen: unsure,
    notes,
    findings: findings.map((finding) => findingAsJson(finding, attackCommand(file, finding, style))),
    ...(smallest && { smallestFix: smallest }),
    suppressed: suppressed.map(({ finding, by }) => ({
      rule: finding.rule.id,
      ports: finding.ports,
      line: by.line,
      reason: by.reason,
    })),
  }
}

function findingAsJson(finding: Finding, command: string | null) {
  const { rule, judgement } = finding
  const { own, elsewhere } = fixByDevice(finding)
  return {
    rule: rule.id,
    level: finding.level,
    verdict: judgement.verdict,
    dependsOn: [...new Set(judgement.dependsOn.map(({ option }) => option))],
    ports: finding.ports,
    lines: finding.lines,
    message: finding.message,
    effective: finding.effective,
    written: finding.written,
    stig: rule.references,
    fix: own,
    fixElsewhere: elsewhere,
    fixSafe: finding.fixSafe,
    caution: finding.caution,
    cuts: finding.cuts,
    afterFix: finding.after,
    unsure: judgement.doubts.map(({ device, line, text }) => ({ device, line, text })),
    witness: judgement.evidence?.reached ? { ...witnessAsJson(judgement.evidence), command } : null,
  }
}

function witnessAsJson(evidence: Evidence) {
  const { attack, variant, from, vlan, trace, proof, gains, inTheMiddle } = evidence
  return {
    attack,
    variant,
    from,
    to: { device: trace.events[proof]?.device ?? '', vlan },
    gains,
    inTheMiddle: inTheMiddle().is,
    frames: hopsOf(evidence).map(({ from: device, out, to, into, tags, bytes }) => ({
      from: { device, port: out },
      to: { device: to, port: into },
      tags,
      bytes,
    })),
    events: story(trace, proof).map((event) => ({
      at: event.at,
      device: event.device,
      port: event.port,
      decision: event.decision,
      says: tell(trace, event),
    })),
  }
}

function summaryAsJson({ files, devices, error, warning, advice, unsure, suppressed, unread }: Totals) {
  return {
    files,
    devices,
    errors: error,
    warnings: warning,
    advice,
    unsure,
    suppressed,
    unreadable: unread.length,
  }
}

function indented(value: unknown, by: number): string {
  return jsonText(value, 2).replaceAll('\n', `\n${' '.repeat(by)}`)
}

/** The whole check as one JSON object. */
export const json: ReportFormat = {
  begin: () => `{\n  "version": ${JSON_VERSION},\n  "files": [`,
  file: (file, style) =>
    file.devices.map((device) => `\n    ${indented(deviceAsJson(file, device, style), 4)}`).join(','),
  between: ',',
  end: (totals) =>
    `\n  ],\n  "unreadable": ${indented(totals.unread, 2)},\n  "summary": ${indented(summaryAsJson(totals), 2)}\n}\n`,
}

/** One JSON object a line, one line a file; the last line is the summary. */
export const jsonl: ReportFormat = {
  begin: () => '',
  file: (file, style) => `${jsonText(fileAsJson(file, style))}\n`,
  between: '',
  end: (totals) => `${jsonText({ version: JSON_VERSION, summary: summaryAsJson(totals) })}\n`,
}

function fileAsJson(file: CheckedFile, style: ReportStyle) {
  const { path, devices, problem } = file
  return {
    version: JSON_VERSION,
    path,
    problem,
    devices: devices.map((device) => deviceAsJson(file, device, style)),
  }
}
