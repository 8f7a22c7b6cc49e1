import type { PathCosts } from '../path-cost.ts'
import type { Vid } from '../vlan-set.ts'

/** A bridge, by its place in the list of bridges, as far as one VLAN is concerned. */
export type TreeNode = { readonly bridge: number; readonly vlan: Vid }

/** One end of a segment: a port of a bridge, and the VLAN the frames are in there. */
export type TreeEnd = TreeNode & {
  readonly port: string
  /** What a way to the root through this port costs, at least 1: by either table, or twice the same where that is settled. */
  readonly costs: PathCosts
  /** Ranks a bridge's ports, and `order` those of one priority. */
  readonly priority: number
  readonly order: number
}

/** A link as far as one VLAN is concerned; where the VLANs of both ends differ, the link joins two VLANs. */
export type Segment = { readonly a: TreeEnd; readonly b: TreeEnd }

/** Whether a segment joins two VLANs. */
export function joinsVlans({ a, b }: Segment): boolean {
  return a.vlan !== b.vlan
}

/** Below zero where the first is the better bridge in its VLAN. */
export type NodeOrder = (a: TreeNode, b: TreeNode) => number

const VLANS = 4096

/** A number for each node. */
export function nodeKey({ bridge, vlan }: TreeNode): number {
  return bridge * VLANS + vlan
}
