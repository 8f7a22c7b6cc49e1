import type { DeviceReading } from '../../config/index.ts'
import type { Purpose } from '../../rules/purpose.ts'
import { bareSite } from '../../rules/site.ts'
import { viewSite } from '../../rules/view.ts'

/** Ports that are answered at once: equal settings, and descriptions that suggest the same. */
export type PurposeGroup = {
  readonly ports: readonly string[]
  /** Distinct descriptions, at most a few, for the person to recognise the ports by. */
  readonly descriptions: readonly string[]
  /** What a description hints at; never taken without asking. */
  readonly suggestion: Purpose | null
}

const HINTS: readonly (readonly [Purpose, RegExp])[] = [
  ['hypervisor', /\b(esxi?|vmnic\d*|vmhost|hyper-?v|hypervisor|kvm|xen\w*|xcp|proxmox|nutanix)\b/i],
  ['uplink', /\b(uplink|trunk to|core|dist\w*|agg\w*|spine|leaf|switch|sw\d+|isl)\b/i],
  ['phone', /\b(phone|voip|telephon\w*)\b/i],
  ['unused', /\b(unused|spare|free|parking|not used)\b/i],
  ['host', /\b(pc|user|desk|host|server|printer|client|workstation)\b/i],
]

/** What a description suggests, or null. A suggestion is shown and never decides. */
export function suggestedPurpose(description: string): Purpose | null {
  return HINTS.find(([, pattern]) => pattern.test(description))?.[0] ?? null
}

const FEW = 3

/**
 * The ports of a switch in groups to be asked about, so that 48 of them are no chore. Members of a port-channel are not asked:
 * they inherit. Nor are routed ports, which bridge nothing.
 */
export function purposeGroups(reading: DeviceReading): PurposeGroup[] {
  const view = viewSite(bareSite([reading])).devices.get(reading.name)
  const groups: PurposeGroup[] = []
  for (const { sample, names } of view?.classes ?? []) {
    if (sample.role === 'member' || !sample.port.switching.value) continue
    const describe = (port: string) => reading.notes[port]?.description ?? ''
    const bySuggestion = new Map<Purpose | null, string[]>()
    for (const port of names) {
      const suggestion = suggestedPurpose(describe(port))
      bySuggestion.set(suggestion, [...(bySuggestion.get(suggestion) ?? []), port])
    }
    for (const [suggestion, ports] of bySuggestion) {
      const descriptions = [...new Set(ports.map(describe))].filter((text) => text !== '').slice(0, FEW)
      groups.push({
        ports,
        descriptions,
        suggestion: suggestion ?? (sample.port.enabled.value ? null : 'unused'),
      })
    }
  }
  return groups
}
