import { type VlanSet, vlanSet } from '../../net/vlan-set.ts'
import { VLAN_MODES, type VlanMode } from './port-columns.ts'

/** Highest number in the columns `tag` and `trunks`. */
const LAST_NUMBER = 4095

/** The number in a column `tag`; null for an empty one, undefined for what is none. */
export function readTag(written: string): number | null | undefined {
  const text = written.trim()
  if (text === '' || text === '[]') return null
  const number = /^\[?(\d{1,4})\]?$/.exec(text)?.[1]
  return number !== undefined && Number(number) <= LAST_NUMBER ? Number(number) : undefined
}

/** The set in a column `trunks`, as printed (`[10, 20]`) or typed (`10,20-30`, `[10,20]`); undefined for what is none. */
export function readTrunks(written: string): VlanSet | null | undefined {
  const text = written.replaceAll(/[ \t]/g, '').replace(/^\[(.*)\]$/, '$1')
  if (text === '') return null
  const ranges: [number, number][] = []
  for (const element of text.split(',')) {
    const [, low, high = low] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(element) ?? []
    if (low === undefined || high === undefined || Number(high) > LAST_NUMBER || Number(high) < Number(low)) {
      return undefined
    }
    ranges.push([Number(low), Number(high)])
  }
  return vlanSet(...ranges)
}

/** The mode in a column `vlan_mode`; null for an empty one, undefined for what is none. */
export function readVlanMode(written: string): VlanMode | null | undefined {
  const text = written.trim().replaceAll('"', '')
  if (text === '' || text === '[]') return null
  return VLAN_MODES.find((mode) => mode === text)
}

/** A name as `ovs-vsctl` prints it: in quotes where it needs them. */
export function readName(written: string): string {
  const text = written.trim()
  const quoted = /^"(.*)"$/.exec(text)?.[1]
  return quoted === undefined ? text : quoted.replaceAll(/\\(.)/g, '$1')
}

/** Secrets of tunnels stand in their options: `options: {psk=..., remote_ip=...}`. */
export function withoutTunnelSecrets(text: string): string {
  return text.replaceAll(/\b(psk|password|secret|passphrase)=("[^"]*"|[^,}\s]+)/g, '$1=***')
}
