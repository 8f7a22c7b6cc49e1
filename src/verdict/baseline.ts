import type { Finding } from './finding.ts'
import { onPorts } from './suppress.ts'

/** Findings that are known and left for later, by rule, port and effective state: a line that moves does not bring one back. */
export type Baseline = { readonly version: 1; readonly known: readonly string[] }

function keysOf({ device, rule, ports, effective }: Finding): string[] {
  const named = ports.length > 0 ? ports : ['-']
  return named.map((port) => `${device} ${rule.id} ${port}: ${effective}`)
}

/** The baseline that holds these findings. */
export function baselineOf(findings: readonly Finding[]): Baseline {
  return { version: 1, known: [...new Set(findings.flatMap(keysOf))].sort() }
}

/** Reads a baseline file. Throws `TypeError` with a sentence where it is none. */
export function readBaseline(text: string): Baseline {
  const value: unknown = JSON.parse(text)
  const known = typeof value === 'object' && value !== null && 'known' in value ? value.known : undefined
  if (!Array.isArray(known) || !known.every((each) => typeof each === 'string')) {
    throw new TypeError('it holds no list of known findings.')
  }
  return { version: 1, known }
}

/** The findings that a baseline does not know. */
export function beyondBaseline(findings: readonly Finding[], { known }: Baseline): Finding[] {
  const keys = new Set(known)
  return findings.flatMap((finding) => {
    if (finding.ports.length === 0) return keysOf(finding).some((key) => keys.has(key)) ? [] : [finding]
    const ports = finding.ports.filter(
      (port) => !keysOf(onPorts(finding, [port])).some((key) => keys.has(key)),
    )
    return ports.length === 0 ? [] : [onPorts(finding, ports)]
  })
}
