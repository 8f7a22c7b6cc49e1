import { joinsVlans, nodeKey, type Segment, type TreeEnd, type TreeNode } from './segment.ts'

/** What hangs together: no frame of it gets into another part. */
export type Part = { readonly segments: readonly Segment[]; readonly hasLoop: boolean }

/** The parts of a network, and the part of a node; null for a node without segments. */
export type Parts = { readonly all: readonly Part[]; readonly of: (node: TreeNode) => Part | null }

/** The ends that hear each other's BPDUs: those of one cable, or of all cables that meet in bridges which pass BPDUs on. */
export type Lan = readonly TreeEnd[]

/** The parts that these segments make. */
export function partsOf(segments: readonly Segment[]): Parts {
  const groups = new Groups()
  for (const { a, b } of segments) groups.join(nodeKey(a), nodeKey(b))
  const gathered = new Map<number, Segment[]>()
  for (const segment of segments) gather(gathered, groups.of(nodeKey(segment.a)), segment)
  const parts = new Map<number, Part>()
  for (const [group, own] of gathered) {
    parts.set(group, { segments: own, hasLoop: hasLoop(own) })
  }
  return { all: [...parts.values()], of: (node) => parts.get(groups.of(nodeKey(node))) ?? null }
}

/** Whether what hangs together has as many links as bridges. A link that joins VLANs has several segments, and is no loop by itself. */
function hasLoop(segments: readonly Segment[]): boolean {
  const bridges = new Set(segments.flatMap(({ a, b }) => [a.bridge, b.bridge]))
  const links = segments.some(joinsVlans) ? new Set(segments.map(linkName)).size : segments.length
  return links >= bridges.size
}

function linkName({ a, b }: Segment): string {
  return `${a.bridge} ${b.bridge} ${a.port} ${b.port}`
}

/**
 * What a bridge does with BPDUs: `speaks` where it has a spanning tree of its own; else it `passes` them on like data, or `drops` them
 * (facts A3).
 */
export type BpduRole = 'speaks' | 'passes' | 'drops'

/**
 * The segments as the bridges that speak know of them: what meets in bridges that pass BPDUs on is one LAN, and behind one that drops
 * them they hear nobody.
 */
export function lansOf(segments: readonly Segment[], role: (node: TreeNode) => BpduRole): Lan[] {
  const hubs = new Groups()
  for (const { a, b } of segments) {
    if (role(a) === 'passes' && role(b) === 'passes') hubs.join(nodeKey(a), nodeKey(b))
  }
  const lans: Lan[] = []
  const shared = new Map<number, TreeEnd[]>()
  for (const { a, b } of segments) {
    const [speaking, other] = role(a) === 'speaks' ? [a, b] : [b, a]
    if (role(speaking) !== 'speaks') continue
    if (role(other) === 'speaks') lans.push([speaking, other])
    else if (role(other) === 'passes') gather(shared, hubs.of(nodeKey(other)), speaking)
  }
  return [...lans, ...shared.values()]
}

function gather<T>(into: Map<number, T[]>, key: number, value: T): void {
  const known = into.get(key)
  if (known) known.push(value)
  else into.set(key, [value])
}

/** Numbers that are joined into groups; a group is named by one of its own. */
class Groups {
  readonly #above = new Map<number, number>()

  of(member: number): number {
    let top = member
    for (let above = this.#above.get(top); above !== undefined; above = this.#above.get(top)) top = above
    for (let at = member; at !== top; ) {
      const above = this.#above.get(at) ?? top
      this.#above.set(at, top)
      at = above
    }
    return top
  }

  join(a: number, b: number): void {
    const [one, other] = [this.of(a), this.of(b)]
    if (one !== other) this.#above.set(one, other)
  }
}
