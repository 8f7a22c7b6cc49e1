import type { Endpoint } from '../net/network.ts'
import { type Vid, type VlanSet, vlanSet, withoutVlans } from '../net/vlan-set.ts'
import {
  activeVlans,
  mayOperate,
  neighbourOf,
  permissive,
  readBehind,
  sentUntagged,
  taggedOnward,
} from './passage.ts'
import { type DeviceView, deviceOf, type PortView, type SiteView } from './view.ts'

/**
 * A place where frames of a VLAN lose their tag toward something that reads the next one: the second half of double tagging
 * (facts C1, J2).
 */
export type Escape = {
  /** Ports that the frame leaves by on the way to `out`, with its outer tag on. */
  readonly way: readonly Endpoint[]
  /** The port that sends without a tag. */
  readonly out: PortView
  /** VLANs that can be reached by an inner tag. */
  readonly into: VlanSet
}

/** The ports of this switch that send `vlan` untagged to something that reads tags. */
function escapesHere(view: SiteView, device: DeviceView, vlan: Vid): { out: PortView; into: VlanSet }[] {
  const ask = permissive(device.reading.device)
  const found: { out: PortView; into: VlanSet }[] = []
  for (const { sample, names } of device.classes) {
    if (neighbourOf(sample).kind === 'none') continue
    if (!mayOperate(sample, ask).some((mode) => sentUntagged(device, sample, mode, ask) === vlan)) continue
    for (const name of names) {
      const out = device.ports.get(name)
      if (!out) continue
      const into = withoutVlans(readBehind(view, out), vlanSet(vlan))
      if (into.length > 0) found.push({ out, into })
    }
  }
  return found
}

/** Every escape that a frame in `vlan` on this switch can get to, the nearest first. */
export function escapesFrom(view: SiteView, from: string, vlan: Vid): Escape[] {
  const start = deviceOf(view, from)
  if (!activeVlans(start).some(([a, b]) => vlan >= a && vlan <= b)) return []
  const seen = new Set([from])
  const found: Escape[] = []
  const queue: { device: DeviceView; way: Endpoint[]; cameBy: string | null }[] = [
    { device: start, way: [], cameBy: null },
  ]
  for (let at = queue.shift(); at; at = queue.shift()) {
    for (const { out, into } of escapesHere(view, at.device, vlan)) {
      if (out.name !== at.cameBy) found.push({ way: at.way, out, into })
    }
    for (const { out, to } of taggedOnward(view, at.device, vlan)) {
      if (seen.has(to.device)) continue
      seen.add(to.device)
      const way = [...at.way, { device: out.device, port: out.name }]
      queue.push({ device: deviceOf(view, to.device), way, cameBy: to.port })
    }
  }
  return found
}
