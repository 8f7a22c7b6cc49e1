/** A VLAN ID as it stands in a tag: 0 is "priority only", 1-4094 are VLANs, 4095 is reserved (facts A2). */
export type Vid = number

/**
 * A set of VLAN IDs as ascending, non-touching, inclusive ranges: `[[1, 9], [20, 20]]` is 1-9,20.
 * Plain JSON, so that it can stand in a trace; equal sets have equal ranges.
 */
export type VlanSet = readonly (readonly [from: Vid, to: Vid])[]

/** The lowest and highest VLAN ID that can be configured on a port (facts A2). */
export const FIRST_VLAN = 1
export const LAST_VLAN = 4094

/** Every VLAN that can be configured: 1-4094, what a trunk without an allowed list carries (facts D4). */
export const ALL_VLANS: VlanSet = [[FIRST_VLAN, LAST_VLAN]]
/** No VLAN at all: `switchport trunk allowed vlan none`. */
export const NO_VLANS: VlanSet = []

/** The set of these IDs and ranges, given in any order and overlapping as they may. */
export function vlanSet(...members: readonly (Vid | readonly [Vid, Vid])[]): VlanSet {
  const ranges = members.map((m): [Vid, Vid] => (typeof m === 'number' ? [m, m] : [m[0], m[1]]))
  ranges.sort((a, b) => a[0] - b[0])
  const merged: [Vid, Vid][] = []
  for (const [from, to] of ranges) {
    const last = merged.at(-1)
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

/** Whether the set holds this VLAN. */
export function hasVlan(set: VlanSet, vid: Vid): boolean {
  return set.some(([from, to]) => vid >= from && vid <= to)
}

/** How many VLANs the set holds. */
export function countVlans(set: VlanSet): number {
  return set.reduce((sum, [from, to]) => sum + to - from + 1, 0)
}

/** Every VLAN of either set. */
export function unionVlans(a: VlanSet, b: VlanSet): VlanSet {
  return vlanSet(...a, ...b)
}

/** The VLANs of `a` that are not in `b`. */
export function withoutVlans(a: VlanSet, b: VlanSet): VlanSet {
  const left: [Vid, Vid][] = []
  for (const [from, to] of a) {
    let next = from
    for (const [cutFrom, cutTo] of b) {
      if (cutTo < next || cutFrom > to) continue
      if (cutFrom > next) left.push([next, cutFrom - 1])
      next = cutTo + 1
    }
    if (next <= to) left.push([next, to])
  }
  return left
}

/** The VLANs that both sets hold. */
export function commonVlans(a: VlanSet, b: VlanSet): VlanSet {
  return withoutVlans(a, withoutVlans(a, b))
}

/** Whether both hold the same VLANs. */
export function sameVlans(a: VlanSet, b: VlanSet): boolean {
  return a.length === b.length && a.every((r, i) => r[0] === b[i]?.[0] && r[1] === b[i]?.[1])
}

/** Each VLAN ID of the set, ascending. */
export function* eachVlan(set: VlanSet): Generator<Vid> {
  for (const [from, to] of set) for (let vid = from; vid <= to; vid++) yield vid
}

/** The set as people read it: `1-9,20`, or `none`. How a device prints its own lists is the dialect's business. */
export function showVlans(set: VlanSet): string {
  return set.length === 0
    ? 'none'
    : set.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',')
}
