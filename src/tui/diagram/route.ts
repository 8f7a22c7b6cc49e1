import { deviceNamed, type Endpoint, type Link, type Network } from '../../net/network.ts'

/** Devices cabled to this one, each with the cable's ends, in the order of the network's cables. */
export function neighboursOf(
  network: Network,
  name: string,
): { readonly here: Endpoint; readonly there: Endpoint }[] {
  return network.links.flatMap(({ a, b }) => {
    if (a.device === name) return [{ here: a, there: b }]
    return b.device === name ? [{ here: b, there: a }] : []
  })
}

/** The shortest way from one device to another as device names, both included; empty where no cable leads there. */
function wayBetween(network: Network, from: string, to: string): string[] {
  const cameFrom = new Map<string, string | null>([[from, null]])
  for (const name of cameFrom.keys()) {
    if (name === to) break
    for (const { there } of neighboursOf(network, name))
      if (!cameFrom.has(there.device)) cameFrom.set(there.device, name)
  }
  if (!cameFrom.has(to)) return []
  const way: string[] = []
  for (let at: string | null = to; at !== null; at = cameFrom.get(at) ?? null) way.unshift(at)
  return way
}

/** The longest of the shortest ways between two devices of the story. */
function longestWay(network: Network, cast: readonly string[]): string[] {
  const named = [...new Set(cast)]
  const wanted = named.length > 1 ? named : network.devices.map((device) => device.name)
  let best: string[] = wanted.slice(0, 1)
  for (const from of wanted)
    for (const to of wanted) {
      const way = wayBetween(network, from, to)
      if (way.length > best.length) best = way
    }
  return best
}

/** Where the way would go on: another switch, else a station. Behind a station it ends. */
function beyond(network: Network, spine: readonly string[]): string | null {
  const end = spine.at(-1)
  const isSwitch = (name: string) => deviceNamed(network, name).kind === 'switch'
  if (end === undefined || !isSwitch(end)) return null
  const free = neighboursOf(network, end)
    .map(({ there }) => there.device)
    .filter((name) => !spine.includes(name))
  return free.find(isSwitch) ?? free[0] ?? null
}

/**
 * The devices that stand in the middle of the picture, in a row: the longest way between two devices of the story, beginning at
 * the one the story reaches first, so that what happens first is on the left. A story that stops early is drawn with the way it
 * would have gone, as far as there is room for `most` devices.
 */
export function spineOf(network: Network, cast: readonly string[], most: number): string[] {
  const spine = longestWay(network, cast)
  const first = cast.indexOf(spine[0] ?? '')
  const last = cast.indexOf(spine.at(-1) ?? '')
  if (last >= 0 && last < first) spine.reverse()
  while (spine.length < most) {
    const next = beyond(network, spine)
    if (next === null) break
    spine.push(next)
  }
  return spine
}

/** The device at the other end of the first cable from here to one of these. */
export function anchorOf(network: Network, name: string, among: ReadonlySet<string>): string | null {
  return neighboursOf(network, name).find(({ there }) => among.has(there.device))?.there.device ?? null
}

/** The first cable between two devices, its ends in this order. */
export function linkBetween(network: Network, from: string, to: string): Link | null {
  const found = neighboursOf(network, from).find(({ there }) => there.device === to)
  return found ? { a: found.here, b: found.there } : null
}
