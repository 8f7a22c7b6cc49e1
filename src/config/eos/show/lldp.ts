import { INDENTED, neighbourReader } from '../../pasted/neighbours.ts'
import type { Output } from '../../pasted/pasted.ts'

const HEADER = /^[ \t]*Interface (\S+) detected \d+ LLDP neighbors?:/

/** How `show lldp neighbors detail` is found and read: one header a port, and under it one part a neighbour. */
export const LLDP_DETAIL: Output = {
  command: 'show lldp neighbors detail',
  signatures: [' LLDP neighbor'],
  begins: (line) => HEADER.test(line),
  goesOn: INDENTED,
  read: neighbourReader({
    by: 'LLDP',
    begins: /^Neighbor\b/,
    port: HEADER,
    portLeads: true,
    device: /^- System Name: "?([^"]+)/,
    farPort: /^Port ID[ \t]*: "?([^"]+)/,
    vlan: /^- IEEE802\.1 Port VLAN ID: (\d+)/,
  }),
}
