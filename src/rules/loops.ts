import type { TouchesTree } from '../config/reading.ts'
import type { Endpoint } from '../net/network.ts'
import { type DeviceView, keyOf, type PortView, portOf, type SiteView } from './view.ts'

/** The switches of a loop: cables join them in more than one way, so that spanning tree decides which cables carry frames. */
export type Loop = readonly DeviceView[]

const LOOPS = new WeakMap<SiteView, ReadonlyMap<string, Loop>>()
const NONE: Loop = []

/** The loop that the cable at a port is a part of; none of its switches where no other way stands by for the cable. */
export function loopAt(view: SiteView, port: Endpoint): Loop {
  const peer = portOf(view, port)?.peer
  if (!peer) return NONE
  const loops = LOOPS.get(view) ?? loopsOf(view)
  LOOPS.set(view, loops)
  const loop = loops.get(port.device) ?? NONE
  return loop === loops.get(peer.device) ? loop : NONE
}

/** The ports of a switch whose cables are a part of a loop. */
export function loopPorts(view: SiteView, { cabled }: DeviceView): readonly PortView[] {
  return cabled.filter((port) => loopAt(view, { device: port.device, port: port.name }).length > 0)
}

/** Whether a line of a switch in a loop may move where that is cut: one under ports only where the cable of one is a part of a loop. */
export function mayMove(view: SiteView, device: DeviceView, { ports }: TouchesTree): boolean {
  if (ports === null) return true
  const named = new Set(ports)
  return loopPorts(view, device).some(
    ({ name, port }) => named.has(name) || named.has(port.channel.value ?? ''),
  )
}

/** The loop of each switch; a switch that is in none is alone in its own. */
function loopsOf(view: SiteView): Map<string, Loop> {
  const rings = ringsOf(view)
  const members = new Map<string, DeviceView[]>()
  for (const [name, device] of view.devices) {
    const known = members.get(rings.of(name))
    if (known) known.push(device)
    else members.set(rings.of(name), [device])
  }
  return new Map([...view.devices.keys()].map((name) => [name, members.get(rings.of(name)) ?? NONE]))
}

type Cable = readonly [a: string, b: string]

/** The switches of a site in rings: those that stay joined whichever one cable is pulled. */
function ringsOf(view: SiteView): Rings {
  const near = new Map<string, Cable[]>()
  for (const cable of cablesOf(view)) {
    for (const device of cable) near.set(device, [...(near.get(device) ?? []), cable])
  }
  const rings = new Rings()
  const closing = new Set<Cable>()
  for (const root of near.keys()) {
    if (rings.knows(root)) continue
    rings.plant(root, null)
    const ways = new Map<string, Cable>()
    const open = [root]
    for (const at of open) {
      for (const cable of near.get(at) ?? []) {
        const far = cable[0] === at ? cable[1] : cable[0]
        if (cable === ways.get(at)) continue
        if (rings.knows(far)) closing.add(cable)
        else {
          rings.plant(far, at)
          ways.set(far, cable)
          open.push(far)
        }
      }
    }
  }
  for (const [a, b] of closing) rings.close(a, b)
  return rings
}

/** The cables between switches; those of a port-channel are one. */
function cablesOf(view: SiteView): Cable[] {
  const cables = new Map<string, Cable>()
  for (const { a, b } of view.site.links) {
    const ends = [bundled(view, a), bundled(view, b)].sort()
    cables.set(ends.join('\u0000\u0000'), [a.device, b.device])
  }
  return [...cables.values()]
}

function bundled(view: SiteView, { device, port }: Endpoint): string {
  return keyOf({ device, port: portOf(view, { device, port })?.port.channel.value ?? port })
}

/** Devices that hang from one another as a tree, of which a cable that closes a ring makes one. */
class Rings {
  readonly #parents = new Map<string, string | null>()
  readonly #depths = new Map<string, number>()
  readonly #tops = new Map<string, string>()

  knows(device: string): boolean {
    return this.#parents.has(device)
  }

  /** Hangs a device below another, or makes it the first. */
  plant(device: string, below: string | null): void {
    this.#parents.set(device, below)
    this.#depths.set(device, below === null ? 0 : this.#depth(below) + 1)
  }

  /** The ring of a device, named by the highest of its devices. */
  of(device: string): string {
    let top = device
    for (let next = this.#tops.get(top); next !== undefined; next = this.#tops.get(top)) top = next
    return top
  }

  /** Makes one ring of all devices on the way between these two. */
  close(a: string, b: string): void {
    for (let [low, high] = [this.of(a), this.of(b)]; low !== high; ) {
      if (this.#depth(low) < this.#depth(high)) [low, high] = [high, low]
      const above = this.of(this.#parents.get(low) ?? low)
      this.#tops.set(low, above)
      low = above
    }
  }

  #depth(device: string): number {
    return this.#depths.get(device) ?? 0
  }
}
