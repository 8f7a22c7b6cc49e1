import { FIELD, INDENTED, neighbourReader } from './neighbours.ts'
import type { Output } from './pasted.ts'

/** How `show cdp neighbors detail` is found and read, whichever dialect prints it. */
export const CDP_DETAIL: Output = {
  command: 'show cdp neighbors detail',
  signatures: ['Device ID'],
  begins: (line, next) =>
    /^[ \t]*Device ID ?:/.test(line) || (/^[ \t]*-{10,}$/.test(line) && /^[ \t]*Device ID ?:/.test(next)),
  goesOn: new RegExp(`${FIELD.source}|${INDENTED.source}|^-{10,}$|^Total cdp`),
  freeText: /^[ \t]*Version ?:/,
  read: neighbourReader({
    by: 'CDP',
    begins: /^Device ID ?:/,
    port: /^Interface: ?(\S+?),/,
    device: /^Device ID ?: ?(\S+)/,
    farPort: /^Interface: ?\S+?,[ \t]*Port ID \(outgoing port\): ?(\S.*)$/,
    vlan: /^Native VLAN ?: ?(\d+)/,
  }),
}
