import { joinsVlans, type Segment, type TreeEnd } from './segment.ts'
import type { TreeCut } from './topology.ts'

/**
 * An end that is cut on one segment and forwards on another, which no port can do: a link that joins VLANs has several segments in one
 * VLAN. Null where there is none, as in every network whose links join no VLANs.
 */
export function tornEnd(segments: readonly Segment[], cuts: readonly TreeCut[]): TreeEnd | null {
  if (!segments.some(joinsVlans)) return null
  const blocked = new Set(cuts.map(({ cut }) => cut.out))
  const forwarding = segments.filter(({ a, b }) => !blocked.has(a) && !blocked.has(b))
  const open = new Set(forwarding.flatMap(({ a, b }) => [portKey(a), portKey(b)]))
  return [...blocked].find((end) => open.has(portKey(end))) ?? null
}

function portKey({ bridge, port, vlan }: TreeEnd): string {
  return `${bridge} ${vlan} ${port}`
}
