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

type Way = { readonly out: PortView; readonly into: VlanSet }

/** The switches of a site on which a VLAN loses its tag, found once for each VLAN: mostly there are none. */
const KNOWN = new WeakMap<SiteView, Map<Vid, ReadonlyMap<DeviceView, readonly Way[]>>>()

function escapesOf(view: SiteView, vlan: Vid): ReadonlyMap<DeviceView, readonly Way[]> {
  const byVlan = KNOWN.get(view) ?? new Map<Vid, ReadonlyMap<DeviceView, readonly Way[]>>()
  KNOWN.set(view, byVlan)
  const known = byVlan.get(vlan)
  if (known) return known
  const found = new Map<DeviceView, readonly Way[]>()
  for (const device of view.devices.values()) {
    const here = escapesHere(view, device, vlan)
    if (here.length > 0) found.set(device, here)
  }
  byVlan.set(vlan, found)
  return found
}

/** The ports of this switch that send `vlan` untagged to something that reads tags. */
function escapesHere(view: SiteView, device: DeviceView, vlan: Vid): Way[] {
  const ask = permissive(device.reading.device)
  const found: Way[] = []
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
  const everywhere = escapesOf(view, vlan)
  if (everywhere.size === 0) return []
  const start = deviceOf(view, from)
  if (!activeVlans(start).some(([a, b]) => vlan >= a && vlan <= b)) return []
  const seen = new Set([from])
  const found: Escape[] = []
  const queue: { device: DeviceView; way: Endpoint[]; cameBy: string | null }[] = [
    { device: start, way: [], cameBy: null },
  ]
  for (let at = queue.shift(); at; at = queue.shift()) {
    for (const { out, into } of everywhere.get(at.device) ?? []) {
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
