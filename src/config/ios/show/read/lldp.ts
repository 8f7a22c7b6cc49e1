import type { Vid } from '../../../../net/vlan-set.ts'
import { FIELD, hostName, INDENTED, LONGEST_NAME } from '../../../pasted/neighbour-lines.ts'
import type { NeighbourSaid, Output, PastedLine, Said } from '../../../pasted/pasted.ts'
import { vlanIn } from '../../../pasted/vlan-in.ts'

/** Reads `show lldp neighbors detail`. */
function readLldp(lines: readonly PastedLine[]): NeighbourSaid[] {
  const found: { port: string; device?: string; farPort?: string; vlan?: Said<Vid>; at: PastedLine }[] = []
  for (const at of lines) {
    const text = at.text.trim()
    const port = /^Local Intf: ?(\S+)/.exec(text)?.[1]
    if (port !== undefined) {
      found.push({ port, at })
      continue
    }
    const here = found.at(-1)
    if (!here) continue
    const device = /^System Name: ?(\S+)/.exec(text)?.[1]
    if (device !== undefined) here.device = hostName(device)
    const farPort = /^Port id: ?(\S.*)$/.exec(text)?.[1]
    if (farPort !== undefined) here.farPort = farPort.slice(0, LONGEST_NAME)
    const vlan = vlanIn(/^Vlan ID: ?(\d+)/.exec(text)?.[1] ?? '')
    if (vlan !== null) here.vlan = { value: vlan, at }
  }
  return found.flatMap(({ device, port, farPort, vlan, at }) =>
    device === undefined || farPort === undefined
      ? []
      : [{ by: 'LLDP' as const, port, device, farPort, vlan: vlan ?? null, at }],
  )
}

/** How `show lldp neighbors detail` is found and read. */
export const LLDP_DETAIL: Output = {
  command: 'show lldp neighbors detail',
  signatures: ['Local Intf:'],
  begins: (line, next) =>
    /^[ \t]*Local Intf:/.test(line) || (/^[ \t]*-{10,}$/.test(line) && /^[ \t]*Local Intf:/.test(next)),
  goesOn: new RegExp(`${FIELD.source}|${INDENTED.source}|^-{10,}$|^[A-Z][\\w ]{1,40} - |^Total entries`),
  freeText: /^[ \t]*System Description:/,
  read: (lines) => ({ neighbours: readLldp(lines) }),
}
