import { story } from '../net/trace.ts'
import type { Finding } from '../verdict/finding.ts'
import { fixLines } from '../verdict/fix.ts'
import type { Evidence } from '../verdict/judgement.ts'
import { tell } from '../words/tell.ts'
import { type CheckedDevice, type CheckReport, lineCounts, tally } from './checked.ts'
import { hopsOf } from './hops.ts'

/** The version of the JSON output; it grows when a field changes its meaning or goes. */
export const JSON_VERSION = 1

/** One device as the JSON output has it. */
export function deviceAsJson({ path, reading, assumptions, findings }: CheckedDevice) {
  return {
    path,
    device: reading.name,
    dialect: reading.dialect,
    platform: reading.profile,
    lines: lineCounts(reading),
    assumptions,
    findings: findings.map(findingAsJson),
  }
}

function findingAsJson(finding: Finding) {
  const { rule, judgement, device } = finding
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
    fix: fixLines(finding.fix, device),
    fixSafe: finding.fixSafe,
    caution: finding.caution,
    cuts: finding.cuts,
    unsure: judgement.doubts.map(({ line, text }) => ({ line, text })),
    witness: judgement.evidence?.reached ? witnessAsJson(judgement.evidence) : null,
  }
}

function witnessAsJson(evidence: Evidence) {
  const { attack, variant, from, vlan, trace, proof, gains } = evidence
  const reached = trace.events[proof]
  return {
    attack,
    variant,
    from,
    to: { device: reached?.device ?? '', vlan },
    gains,
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

/** The whole check as one JSON object; its schema is `schema/check.schema.json`. */
export function jsonReport({ devices, unread }: CheckReport): string {
  const counts = tally(devices)
  const files = new Set([...devices, ...unread].map(({ path }) => path)).size
  const report = {
    version: JSON_VERSION,
    files: devices.map(deviceAsJson),
    unreadable: unread,
    summary: {
      files,
      devices: devices.length,
      errors: counts.error,
      warnings: counts.warning,
      advice: counts.advice,
      unreadable: unread.length,
    },
  }
  return `${JSON.stringify(report, null, 2)}\n`
}
