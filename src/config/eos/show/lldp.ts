import type { Vid } from '../../../net/vlan-set.ts'
import { hostName, INDENTED, LONGEST_NAME } from '../../pasted/neighbour-lines.ts'
import type { NeighbourSaid, Output, PastedLine, Said } from '../../pasted/pasted.ts'
import { vlanIn } from '../../pasted/vlan-in.ts'

const HEADER = /^[ \t]*Interface (\S+) detected \d+ LLDP neighbors?:/

type Block = {
  readonly at: PastedLine
  readonly port: string
  device?: string
  farPort?: string
  vlan?: Said<Vid>
}

/** One block an interface, and in it one part a neighbour, which begins with `Neighbor`. */
function readLldp(lines: readonly PastedLine[]): NeighbourSaid[] {
  const blocks: Block[] = []
  let port = ''
  for (const at of lines) {
    const text = at.text.trim()
    port = HEADER.exec(at.text)?.[1] ?? port
    if (/^Neighbor\b/.test(text)) blocks.push({ at, port })
    const here = blocks.at(-1)
    const [, label = '', value = ''] = /^(?:- )?([A-Z][\w .]*?)[ \t]*: ?"?([^"]+)"?$/.exec(text) ?? []
    if (!here) continue
    // Link aggregation has a "Port ID" too, further down.
    if (label === 'Port ID') here.farPort ??= value.slice(0, LONGEST_NAME)
    else if (label === 'System Name') here.device = hostName(value)
    else if (label.endsWith('Port VLAN ID')) {
      const vlan = vlanIn(value)
      if (vlan !== null) here.vlan = { value: vlan, at }
    }
  }
  return blocks.flatMap(({ at, port: near, device, farPort, vlan }) =>
    device === undefined || farPort === undefined
      ? []
      : [{ by: 'LLDP' as const, port: near, device, farPort, vlan: vlan ?? null, at }],
  )
}

/** How `show lldp neighbors detail` is found and read. */
export const LLDP_DETAIL: Output = {
  command: 'show lldp neighbors detail',
  signatures: [' LLDP neighbor'],
  begins: (line) => HEADER.test(line),
  goesOn: INDENTED,
  read: (lines) => ({ neighbours: readLldp(lines) }),
}
