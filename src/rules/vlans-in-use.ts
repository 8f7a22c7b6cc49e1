import { countVlans, eachVlan, hasVlan, type Vid, type VlanSet } from '../net/vlan-set.ts'
import { activeVlans } from './passage.ts'
import type { DeviceView, PortView, SiteView } from './view.ts'

/** A declared list longer than this says nothing about what is used. */
const TELLING = 64
/** VLANs of dead technologies that every IOS switch lists (facts D7). */
const LEGACY = new Set([1002, 1003, 1004, 1005])

/** Where an unused VLAN is looked for: a normal-range ID that no platform reserves (facts D7), from the highest down. */
const HIGHEST_FREE = 999

/** Answers about views, which never change: asked for by many rules, worked out once. */
const OF_DEVICE = new WeakMap<DeviceView, readonly Vid[]>()
const OF_SITE = new WeakMap<SiteView, readonly Vid[]>()
const UNUSED = new WeakMap<SiteView, readonly Vid[]>()

function remembered<K extends object, V>(known: WeakMap<K, V>, key: K, make: () => V): V {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make()
  known.set(key, made)
  return made
}

/**
 * The VLANs of a switch that somebody would miss, most wanted first: those of services, of ports with people on them, of
 * routed interfaces, those declared by name, those a trunk lists. Nothing is guessed from a list of all VLANs.
 */
export function vlansThatMatter(view: SiteView, device: DeviceView): readonly Vid[] {
  return remembered(OF_DEVICE, device, () => mattering(view, device))
}

function mattering(view: SiteView, device: DeviceView): readonly Vid[] {
  const { reading } = device
  const wanted = new Set<Vid>()
  for (const { vlan } of view.site.services) wanted.add(vlan)
  for (const { hasAddress, enabled, vlan } of reading.vlanInterfaces)
    if (hasAddress && enabled) wanted.add(vlan)
  for (const { sample } of device.classes) {
    if (sample.role === 'idle' || sample.port.mode.value === 'trunk') continue
    wanted.add(sample.port.accessVlan.value)
    if (typeof sample.port.voiceVlan.value === 'number') wanted.add(sample.port.voiceVlan.value)
  }
  const { existing } = reading.device.vlans
  for (const vlan of named(device)) wanted.add(vlan)
  if (countVlans(existing.value) <= TELLING) for (const vlan of eachVlan(existing.value)) wanted.add(vlan)
  for (const { sample } of device.classes) {
    if (sample.role !== 'idle') for (const vlan of listedVlans(sample)) wanted.add(vlan)
  }
  const active = activeVlans(device)
  return [...wanted].filter((vlan) => hasVlan(active, vlan) && !LEGACY.has(vlan))
}

/** VLANs that somebody gave a name: with VTP as server the text may declare them beside all that are taken to exist. */
function named({ reading }: DeviceView): Vid[] {
  return Object.keys(reading.vlanNames).map(Number)
}

/** The VLANs of a trunk's own list; none where it carries too many to have been written one by one. */
export function listedVlans({ port: { allowedVlans, mode } }: PortView): readonly Vid[] {
  if (mode.value !== 'trunk' || countVlans(allowedVlans.value) > TELLING) return []
  return [...eachVlan(allowedVlans.value)]
}

/** The VLANs that somebody would miss anywhere in the site. */
export function vlansOfSite(view: SiteView): readonly Vid[] {
  return remembered(OF_SITE, view, () => ofAllDevices(view))
}

function ofAllDevices(view: SiteView): readonly Vid[] {
  const all = new Set<Vid>()
  for (const device of view.devices.values()) for (const vlan of vlansThatMatter(view, device)) all.add(vlan)
  return [...all]
}

/**
 * Where an attack from this VLAN goes when nobody would miss any other: the first one that is carried here, for a port that reaches
 * it reaches all. Empty where there is none but its own.
 */
export function anyOtherVlan(carried: VlanSet, own: Vid): readonly Vid[] {
  for (const vlan of eachVlan(carried)) if (vlan !== own && !LEGACY.has(vlan)) return [vlan]
  return []
}

/** What an unused VLAN is wanted for. No two may be the same: a host in a native VLAN is the hole itself. */
const USES = ['native', 'parking', 'hosts'] as const

/**
 * A VLAN for this use that no port, trunk's list, routed interface, declaration or service of the site uses. A native VLAN that trunks of the
 * site have already, and nothing else, is taken again.
 */
export function unusedVlan(view: SiteView, use: (typeof USES)[number]): Vid {
  const unused = remembered(UNUSED, view, () => findUnused(view))
  return unused[USES.indexOf(use)] ?? HIGHEST_FREE
}

/** VLANs in which somebody is: members, phones, routed interfaces, port groups of hosts, services. */
export function inhabited(view: SiteView): Set<Vid> {
  const vlans = new Set<Vid>(view.site.services.map(({ vlan }) => vlan))
  for (const { portGroups } of view.site.hypervisors ?? [])
    for (const { vlan } of portGroups) if (vlan.value.tagging === 'vswitch') vlans.add(vlan.value.vlan)
  for (const { reading, classes } of view.devices.values()) {
    for (const { vlan } of reading.vlanInterfaces) vlans.add(vlan)
    for (const { sample } of classes) {
      const { accessVlan, voiceVlan, mode } = sample.port
      if (mode.value !== 'trunk') vlans.add(accessVlan.value)
      if (typeof voiceVlan.value === 'number') vlans.add(voiceVlan.value)
    }
  }
  return vlans
}

function findUnused(view: SiteView): readonly Vid[] {
  const people = inhabited(view)
  const taken = new Set(people).add(1)
  const natives = new Set<Vid>()
  for (const device of view.devices.values()) {
    const { existing } = device.reading.device.vlans
    for (const vlan of named(device)) taken.add(vlan)
    if (countVlans(existing.value) <= TELLING) for (const vlan of eachVlan(existing.value)) taken.add(vlan)
    for (const { sample } of device.classes) {
      taken.add(sample.port.accessVlan.value).add(sample.port.nativeVlan.value)
      for (const vlan of listedVlans(sample)) taken.add(vlan)
      if (sample.port.mode.value === 'trunk') natives.add(sample.port.nativeVlan.value)
    }
  }
  const free: Vid[] = []
  for (let vlan = HIGHEST_FREE; vlan > 2 && free.length < USES.length; vlan--)
    if (!taken.has(vlan)) free.push(vlan)
  const kept = [...natives].find((vlan) => vlan > 1 && vlan <= HIGHEST_FREE && !people.has(vlan))
  return kept === undefined ? free : [kept, ...free]
}
