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
import { type DeviceView, deviceOf, type PortClass, type PortView, type SiteView } from './view.ts'

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

/** Ports of one switch that send the same VLAN without a tag to something that may read the next one. */
type Untagging = { readonly device: DeviceView; readonly classes: readonly PortClass[] }

/** What is asked of a site again and again: by VLAN, the ports that send it untagged, and the switches on which it escapes. */
type Known = {
  readonly untagging: ReadonlyMap<Vid, readonly Untagging[]>
  readonly escapes: Map<Vid, ReadonlyMap<DeviceView, readonly Way[]>>
}

const KNOWN = new WeakMap<SiteView, Known>()

function knownOf(view: SiteView): Known {
  const known = KNOWN.get(view) ?? { untagging: untaggingPorts(view), escapes: new Map() }
  KNOWN.set(view, known)
  return known
}

/** The VLANs that some port of the site sends without a tag to something that reads tags, on some platform. */
export function vlansSentUntagged(view: SiteView): readonly Vid[] {
  return [...knownOf(view).untagging.keys()]
}

function escapesOf(view: SiteView, vlan: Vid): ReadonlyMap<DeviceView, readonly Way[]> {
  const { untagging, escapes } = knownOf(view)
  const known = escapes.get(vlan)
  if (known) return known
  const found = new Map<DeviceView, readonly Way[]>()
  for (const each of untagging.get(vlan) ?? []) {
    const here = escapesHere(view, each, vlan)
    if (here.length > 0) found.set(each.device, here)
  }
  escapes.set(vlan, found)
  return found
}

/**
 * The ports of a site that send a VLAN without a tag to something that reads tags, by that VLAN. Every port is looked at once, not
 * once for each VLAN: a site may have thousands of both.
 */
function untaggingPorts(view: SiteView): Map<Vid, Untagging[]> {
  const byVlan = new Map<Vid, Untagging[]>()
  for (const device of view.devices.values()) {
    for (const [vlan, classes] of untaggingClasses(device)) {
      const known = byVlan.get(vlan)
      if (known) known.push({ device, classes })
      else byVlan.set(vlan, [{ device, classes }])
    }
  }
  return byVlan
}

function untaggingClasses(device: DeviceView): Map<Vid, PortClass[]> {
  const ask = permissive(device.reading.device)
  const byVlan = new Map<Vid, PortClass[]>()
  for (const each of device.classes) {
    const { sample } = each
    if (neighbourOf(sample).kind === 'none') continue
    const untagged = new Set(
      mayOperate(sample, ask).flatMap((mode) => sentUntagged(device, sample, mode, ask)),
    )
    for (const vlan of untagged) {
      const known = byVlan.get(vlan)
      if (known) known.push(each)
      else byVlan.set(vlan, [each])
    }
  }
  return byVlan
}

/** The ways out by these ports behind which the next tag is read. */
function escapesHere(view: SiteView, { device, classes }: Untagging, vlan: Vid): Way[] {
  return classes.flatMap(({ names }) =>
    names.flatMap((name): Way[] => {
      const out = device.ports.get(name)
      if (!out) return []
      const into = withoutVlans(readBehind(view, out), vlanSet(vlan))
      return into.length > 0 ? [{ out, into }] : []
    }),
  )
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
