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

/** Every VLAN of either set. Both are walked once, side by side: an edit of a long list stays cheap. */
export function unionVlans(a: VlanSet, b: VlanSet): VlanSet {
  const merged: (readonly [Vid, Vid])[] = []
  let i = 0
  let j = 0
  for (;;) {
    const left = a[i]
    const right = b[j]
    const next = left && (!right || left[0] <= right[0]) ? left : right
    if (!next) return merged
    if (next === left) i++
    else j++
    const last = merged.at(-1)
    if (!last || next[0] > last[1] + 1) merged.push(next)
    else if (next[1] > last[1]) merged[merged.length - 1] = [last[0], next[1]]
  }
}

/** The VLANs of `a` that are not in `b`. Both are walked once, side by side. */
export function withoutVlans(a: VlanSet, b: VlanSet): VlanSet {
  const left: (readonly [Vid, Vid])[] = []
  let first = 0
  for (const range of a) {
    const [from, to] = range
    while ((b[first]?.[1] ?? Number.POSITIVE_INFINITY) < from) first++
    let next = from
    for (let at = first; next <= to; at++) {
      const cut = b[at]
      if (!cut || cut[0] > to) break
      if (cut[0] > next) left.push([next, cut[0] - 1])
      next = cut[1] + 1
    }
    if (next === from) left.push(range)
    else if (next <= to) left.push([next, to])
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
