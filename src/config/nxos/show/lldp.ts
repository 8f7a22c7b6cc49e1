import type { Vid } from '../../../net/vlan-set.ts'
import { FIELD, hostName, INDENTED, LONGEST_NAME } from '../../pasted/neighbour-lines.ts'
import type { NeighbourSaid, Output, PastedLine, Said } from '../../pasted/pasted.ts'
import { vlanIn } from '../../pasted/vlan-in.ts'

type Block = { readonly at: PastedLine; port?: string; device?: string; farPort?: string; vlan?: Said<Vid> }

/** A block begins with the far chassis, and names the port on this side in its third line. */
function readLldp(lines: readonly PastedLine[]): NeighbourSaid[] {
  const blocks: Block[] = []
  for (const at of lines) {
    const text = at.text.trim()
    if (/^Chassis id:/.test(text)) blocks.push({ at })
    const here = blocks.at(-1)
    const [, label = '', value = ''] = /^([A-Z][\w ]+): ?(\S.*)$/.exec(text) ?? []
    if (!here) continue
    if (label === 'Port id') here.farPort = value.slice(0, LONGEST_NAME)
    else if (label === 'Local Port id') here.port = value
    else if (label === 'System Name' && value !== 'null') here.device = hostName(value)
    else if (label === 'Vlan ID') {
      const vlan = vlanIn(value)
      if (vlan !== null) here.vlan = { value: vlan, at }
    }
  }
  return blocks.flatMap(({ at, port, device, farPort, vlan }) =>
    port === undefined || device === undefined || farPort === undefined
      ? []
      : [{ by: 'LLDP' as const, port, device, farPort, vlan: vlan ?? null, at }],
  )
}

/** How `show lldp neighbors detail` is found and read. */
export const LLDP_DETAIL: Output = {
  command: 'show lldp neighbors detail',
  signatures: ['Local Port id:'],
  begins: (line) => /^[ \t]*(?:Capability codes:|Chassis id:)/.test(line),
  goesOn: new RegExp(`${FIELD.source}|${INDENTED.source}|^Device ID[ \\t]+Local Intf|^Total entries`),
  freeText: /^[ \t]*System Description:/,
  read: (lines) => ({ neighbours: readLldp(lines) }),
}
