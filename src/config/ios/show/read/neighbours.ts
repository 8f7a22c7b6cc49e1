import type { Vid } from '../../../../net/vlan-set.ts'
import type { PastedLine, Said } from './pasted.ts'
import { vlanIn } from './vlan-in.ts'

/** What one neighbour announced: names as the output has them. */
export type NeighbourSaid = {
  readonly by: 'CDP' | 'LLDP'
  readonly port: string
  readonly device: string
  readonly farPort: string
  readonly vlan: Said<Vid> | null
  readonly at: PastedLine
}

/** Longest name that is kept. */
const LONGEST_NAME = 120

/** Reads `show cdp neighbors detail`. */
export function readCdp(lines: readonly PastedLine[]): NeighbourSaid[] {
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

/** Reads `show lldp neighbors detail`. */
export function readLldp(lines: readonly PastedLine[]): NeighbourSaid[] {
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

/** A device's name without its domain and without a serial number in parentheses; an IP address stays whole. */
function hostName(text: string): string {
  const name = text.slice(0, LONGEST_NAME).replace(/\([^)]*\)?$/, '')
  return /^[\d.]+$/.test(name) ? name : (name.split('.')[0] ?? name)
}
