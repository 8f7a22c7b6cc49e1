/**
 * Spanning tree the slow way, as the yardstick of the computed one: bridges tell each other what they know, round after round, until
 * nobody has anything new to say. It shares no code and no idea with src/.
 */

/** What a BPDU says, each part as a number or a word that is compared in this order; lower is better. */
type Vector = readonly [
  rootPriority: number,
  rootAddress: string,
  cost: number,
  priority: number,
  address: string,
  portPriority: number,
  portNumber: number,
]

/** A port with what one VLAN says of it. */
export type BpduPort = { readonly cost: number; readonly priority: number }

/** A bridge in one VLAN: `speaks` spanning tree, `passes` BPDUs on as if they were data, or `drops` them. */
export type BpduBridge = {
  readonly address: string
  readonly priority: number
  readonly does: 'speaks' | 'passes' | 'drops'
  readonly ports: readonly BpduPort[]
}

/** A port by the place of its bridge and its own. */
export type At = { readonly bridge: number; readonly port: number }

const ROUNDS = 100

/** The ports that neither lead to the root nor speak for their cable once all has settled: `bridge/port`, sorted. */
export function exchangeBpdus(
  bridges: readonly BpduBridge[],
  cables: readonly (readonly [At, At])[],
): string[] {
  let sending = new Map<string, Vector>()
  bridges.forEach((bridge, b) => {
    bridge.ports.forEach((_, p) => {
      if (bridge.does === 'speaks')
        sending.set(`${b}/${p}`, says(bridge, p, [bridge.priority, bridge.address, 0]))
    })
  })
  for (let round = 0; round < ROUNDS; round++) {
    const heard = deliver(bridges, cables, sending)
    const { next, blocked } = step(bridges, heard)
    if (JSON.stringify([...next]) === JSON.stringify([...sending])) return blocked.sort()
    sending = next
  }
  throw new Error('The bridges never agree.')
}

function says(
  { priority, address, ports }: BpduBridge,
  port: number,
  root: readonly [number, string, number],
): Vector {
  return [...root, priority, address, ports[port]?.priority ?? 0, port]
}

/** What each bridge makes of what it heard: the BPDUs of its next round, and the ports that send none and are not its way up. */
function step(bridges: readonly BpduBridge[], heard: ReadonlyMap<string, readonly Vector[]>) {
  const next = new Map<string, Vector>()
  const blocked: string[] = []
  bridges.forEach((bridge, b) => {
    if (bridge.does !== 'speaks') return
    let root: readonly [number, string, number] = [bridge.priority, bridge.address, 0]
    let up: { port: number; offer: readonly (number | string)[] } | null = null
    bridge.ports.forEach(({ cost, priority }, port) => {
      for (const [rootPriority, rootAddress, away, ...sender] of heard.get(`${b}/${port}`) ?? []) {
        const offer = [rootPriority, rootAddress, away + cost, ...sender, priority, port]
        const isOwnRoot = rootPriority === bridge.priority && rootAddress === bridge.address
        if (isOwnRoot || compare(offer, up?.offer ?? [bridge.priority, bridge.address]) >= 0) continue
        up = { port, offer }
        root = [rootPriority, rootAddress, away + cost]
      }
    })
    const upPort = (up as { port: number } | null)?.port
    bridge.ports.forEach((_, port) => {
      const own = says(bridge, port, root)
      const isBest = (heard.get(`${b}/${port}`) ?? []).every((other) => compare(own, other) <= 0)
      if (isBest) next.set(`${b}/${port}`, own)
      else if (port !== upPort) blocked.push(`${b}/${port}`)
    })
  })
  return { next, blocked }
}

/** Where each BPDU gets to: over its cable, and on through bridges that pass it on. */
function deliver(
  bridges: readonly BpduBridge[],
  cables: readonly (readonly [At, At])[],
  sending: ReadonlyMap<string, Vector>,
): Map<string, Vector[]> {
  const heard = new Map<string, Vector[]>()
  const far = new Map<string, At>()
  for (const [a, b] of cables) far.set(`${a.bridge}/${a.port}`, b).set(`${b.bridge}/${b.port}`, a)
  for (const [from, vector] of sending) {
    const passed = new Set<string>()
    const open = [from]
    for (const out of open) {
      const into = far.get(out)
      if (!into || passed.has(out)) continue
      passed.add(out)
      const bridge = bridges[into.bridge]
      const at = `${into.bridge}/${into.port}`
      if (bridge?.does === 'speaks') heard.set(at, [...(heard.get(at) ?? []), vector])
      if (bridge?.does !== 'passes') continue
      bridge.ports.forEach((_, port) => {
        if (port !== into.port) open.push(`${into.bridge}/${port}`)
      })
    }
  }
  return heard
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? 0, b[i]]
    if (y === undefined || x < y) return y === undefined ? 1 : -1
    if (x > y) return 1
  }
  return 0
}
