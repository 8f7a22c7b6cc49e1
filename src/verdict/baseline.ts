import type { SiteView } from '../rules/view.ts'
import type { Finding } from './finding.ts'
import { provenOn } from './prove.ts'
import type { UnsureLine } from './unsure-lines.ts'

/**
 * Findings that are known and left for later, by rule, port and effective state, and lines that were not understood, by their text: a
 * line that moves does not bring one back.
 */
export type Baseline = { readonly version: 1; readonly known: readonly string[] }

function keysOf(finding: Finding): string[] {
  const { ports } = finding
  return (ports.length > 0 ? ports : ['-']).map((port) => keyOf(finding, port))
}

function keyOf({ device, rule, effective }: Finding, port: string): string {
  return `${device} ${rule.id} ${port}: ${effective}`
}

/** The baseline that holds these findings. */
export function baselineOf(findings: readonly Finding[]): Baseline {
  return { version: 1, known: [...new Set(findings.flatMap(keysOf))].sort() }
}

/** How a baseline names a line that was not understood: by its text, wherever it stands. */
export function unsureKey(device: string, { text }: UnsureLine): string {
  return `${device} not understood: ${text}`
}

/** The lines of a device that a baseline does not know. */
export function unsureBeyond(
  device: string,
  lines: readonly UnsureLine[],
  { known }: Baseline,
): readonly UnsureLine[] {
  const keys = new Set(known)
  return lines.filter((line) => !keys.has(unsureKey(device, line)))
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
export function beyondBaseline(view: SiteView, findings: readonly Finding[], { known }: Baseline): Finding[] {
  const keys = new Set(known)
  return findings.flatMap((finding) => {
    if (finding.ports.length === 0) return keysOf(finding).some((key) => keys.has(key)) ? [] : [finding]
    const ports = finding.ports.filter((port) => !keys.has(keyOf(finding, port)))
    return ports.length === 0 ? [] : [provenOn(view, finding, ports)]
  })
}
