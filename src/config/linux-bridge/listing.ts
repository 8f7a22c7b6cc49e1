import { readVlanRange, type VlanRange } from './port-vlans.ts'

/** The header of `bridge vlan show`: `port  vlan-id`, in older releases `port  vlan ids`. */
export const LISTING_HEADER = /^[ \t]*port[ \t]+vlan[ -]ids?[ \t]*$/

/** A row of `bridge vlan show`: a VLAN or a range, with the port's name on its first row only. */
export type ListingRow = {
  readonly port: string | null
  /** Null for a port that the listing shows without a VLAN: `None`. */
  readonly range: VlanRange | null
  readonly pvid: boolean
  readonly untagged: boolean
}

/** A row of the listing; null for what is none. */
export function readListingRow(line: string): ListingRow | null {
  const [, port = '', rest = ''] = /^(\S*)[ \t]+(\S.*)$/.exec(line) ?? []
  const [written = '', ...words] = rest.trim().split(/[ \t]+/)
  const named = port === '' ? null : port
  if (/^none$/i.test(written) && named !== null && words.length === 0) {
    return { port: named, range: null, pvid: false, untagged: false }
  }
  const range = readVlanRange(written)
  const flags = words.join(' ').toLowerCase()
  if (!range || !/^(?:pvid)?(?: ?egress untagged)?$/.test(flags)) return null
  return { port: named, range, pvid: flags.startsWith('pvid'), untagged: flags.endsWith('untagged') }
}

/** Lines that `bridge -d` and `bridge -s` put under a VLAN; `forwarding` is the state that a VLAN has without spanning tree. */
export function readDetail(line: string): 'harmless' | 'blocked' | null {
  if (/^[ \t]+state forwarding\b/.test(line)) return 'harmless'
  if (/^[ \t]+state (?:disabled|listening|learning|blocking)\b/.test(line)) return 'blocked'
  return /^[ \t]+(?:[RT]X: *\d+ bytes|mcast_|neigh_suppress )/.test(line) ? 'harmless' : null
}

/** Whether the line is one that `bridge -d` puts under each VLAN. */
export function isStateLine(line: string): boolean {
  return /^[ \t]+state \w+/.test(line)
}

/** A card as `ip link` and `bridge link` begin it: `4: vnet0@if3: <BROADCAST,UP> mtu 1500 master br0 state forwarding`. */
export type LinkLine = { readonly name: string; readonly master: string | null }

/** The card that a line of `ip link` or `bridge link` begins; null for what is none. */
export function readLinkLine(line: string): LinkLine | null {
  const [, name, rest = ''] =
    /^[ \t]*\d+:[ \t]+([^\s@:]{1,32})(?:@[^\s:]{1,32})?:?[ \t]+(?:state \w+ : )?<[^>]*>(.*)$/.exec(line) ?? []
  if (name === undefined) return null
  return { name, master: /(?:^|\s)master (\S+)/.exec(rest)?.[1] ?? null }
}

/** What `ip -d link` says of a bridge; null for a line that says nothing of it. */
export function readBridgeDetail(line: string): { filtering: boolean; defaultPvid: number | null } | null {
  const filtering = /^[ \t]+bridge .*\bvlan_filtering ([01])\b/.exec(line)?.[1]
  if (filtering === undefined) return null
  const pvid = /\bvlan_default_pvid (\d{1,4})\b/.exec(line)?.[1]
  return { filtering: filtering === '1', defaultPvid: pvid === undefined ? null : Number(pvid) }
}

/** Lines of `ip link` and `bridge link` under a card that say nothing of VLANs. */
export function isLinkDetail(line: string): boolean {
  return /^[ \t]+(?:link\/\S+|bridge_slave\b|hairpin\b|veth\b|tun\b|vlan protocol\b|altname\b|inet6?\b|valid_lft\b|alias\b|openvswitch\b|bond(?:_slave)?\b|RX:|TX:|\d)/.test(
    line,
  )
}
