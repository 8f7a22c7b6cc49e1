import type { Vid } from '../../net/vlan-set.ts'
import { FIELD, hostName, INDENTED, LONGEST_NAME } from './neighbour-lines.ts'
import type { NeighbourSaid, Output, PastedLine, Said } from './pasted.ts'
import { vlanIn } from './vlan-in.ts'

/** Reads `show cdp neighbors detail`. */
function readCdp(lines: readonly PastedLine[]): NeighbourSaid[] {
  const found: { device: string; port?: string; farPort?: string; vlan?: Said<Vid>; at: PastedLine }[] = []
  for (const at of lines) {
    const text = at.text.trim()
    const device = /^Device ID ?: ?(\S+)/.exec(text)?.[1]
    if (device !== undefined) {
      found.push({ device: hostName(device), at })
      continue
    }
    const here = found.at(-1)
    if (!here) continue
    const [, port, farPort] = /^Interface: ?(\S+?),[ \t]*Port ID \(outgoing port\): ?(\S.*)$/.exec(text) ?? []
    if (port !== undefined && farPort !== undefined) Object.assign(here, { port, farPort })
    const vlan = vlanIn(/^Native VLAN ?: ?(\d+)/.exec(text)?.[1] ?? '')
    if (vlan !== null) here.vlan = { value: vlan, at }
  }
  return found.flatMap(({ device, port, farPort, vlan, at }) =>
    port === undefined || farPort === undefined
      ? []
      : [
          {
            by: 'CDP' as const,
            port,
            device,
            farPort: farPort.slice(0, LONGEST_NAME),
            vlan: vlan ?? null,
            at,
          },
        ],
  )
}

/** How `show cdp neighbors detail` is found and read, whichever dialect prints it. */
export const CDP_DETAIL: Output = {
  command: 'show cdp neighbors detail',
  signatures: ['Device ID'],
  begins: (line, next) =>
    /^[ \t]*Device ID ?:/.test(line) || (/^[ \t]*-{10,}$/.test(line) && /^[ \t]*Device ID ?:/.test(next)),
  goesOn: new RegExp(`${FIELD.source}|${INDENTED.source}|^-{10,}$|^Total cdp`),
  freeText: /^[ \t]*Version ?:/,
  read: (lines) => ({ neighbours: readCdp(lines) }),
}
