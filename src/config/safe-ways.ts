import type { PatchLine } from './patch.ts'
import type { DialectName } from './reading.ts'

/** How each platform takes back by itself what cut the session it was typed in (facts J14). */
const TAKES_BACK: Readonly<Partial<Record<DialectName, readonly string[]>>> = {
  ios: [
    'Before the lines that may cut, type "reload in 10"; when all works, "reload cancel". Do not save before that.',
    'Where "archive" is configured, "configure terminal revert timer 10" takes the lines back without a reload.',
  ],
  nxos: [
    'Before the lines, type "checkpoint before-change"; "rollback running-config checkpoint before-change" leads back.',
  ],
  eos: [
    'Type the lines in "configure session change" and end with "commit timer 00:10:00"; "commit" when all works.',
  ],
}

const NATIVE_ORDER =
  'A native VLAN changes at both ends: create the VLAN on both switches, retag untagged port groups, change the far end first, then this one; between the two PVST+ may block both VLANs. Save last.'

/** As the command reference of the Catalyst 3650 has it: a domain name cannot be removed, only replaced. */
const DOMAIN_STAYS =
  'A VTP domain can be given another name, not taken away: where there was none before, the way back leaves this one.'

/** How to type these lines safely, and what of them nothing leads back from. */
export function safeWays(dialect: DialectName, lines: readonly PatchLine[]): string[] {
  const domain = lines.some(({ line }) => line.startsWith('vtp domain ')) ? [DOMAIN_STAYS] : []
  const cutting = lines.filter(({ mayCut }) => mayCut !== null)
  if (cutting.length === 0) return domain
  const native = cutting.some(({ line }) => /native/.test(line))
  return [...domain, ...(native ? [NATIVE_ORDER] : []), ...(TAKES_BACK[dialect] ?? [])]
}
