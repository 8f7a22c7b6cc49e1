import { FIELD, INDENTED, neighbourReader } from '../../pasted/neighbours.ts'
import type { Output } from '../../pasted/pasted.ts'

/** How `show lldp neighbors detail` is found and read: a part begins with the far chassis; `null` is what is not announced. */
export const LLDP_DETAIL: Output = {
  command: 'show lldp neighbors detail',
  signatures: ['Local Port id:'],
  begins: (line) => /^[ \t]*(?:Capability codes:|Chassis id:)/.test(line),
  goesOn: new RegExp(`${FIELD.source}|${INDENTED.source}|^Device ID[ \\t]+Local Intf|^Total entries`),
  freeText: /^[ \t]*System Description:/,
  read: neighbourReader({
    by: 'LLDP',
    begins: /^Chassis id:/,
    port: /^Local Port id: ?(\S+)/,
    device: /^System Name: ?(?!null$)(\S+)/,
    farPort: /^Port id: ?(\S.*)$/,
    vlan: /^Vlan ID: ?(\d+)/,
  }),
}
