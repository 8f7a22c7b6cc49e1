import { FIELD, INDENTED, neighbourReader } from '../../../pasted/neighbours.ts'
import type { Output } from '../../../pasted/pasted.ts'

/** How `show lldp neighbors detail` is found and read. */
export const LLDP_DETAIL: Output = {
  command: 'show lldp neighbors detail',
  signatures: ['Local Intf:'],
  begins: (line, next) =>
    /^[ \t]*Local Intf:/.test(line) || (/^[ \t]*-{10,}$/.test(line) && /^[ \t]*Local Intf:/.test(next)),
  goesOn: new RegExp(`${FIELD.source}|${INDENTED.source}|^-{10,}$|^[A-Z][\\w ]{1,40} - |^Total entries`),
  freeText: /^[ \t]*System Description:/,
  read: neighbourReader({
    by: 'LLDP',
    begins: /^Local Intf:/,
    port: /^Local Intf: ?(\S+)/,
    device: /^System Name: ?(\S+)/,
    farPort: /^Port id: ?(\S.*)$/,
    vlan: /^Vlan ID: ?(\d+)/,
  }),
}
