import { effectiveMode } from '../net/dtp.ts'
import { eachVlan, hasVlan, type Vid, type VlanSet } from '../net/vlan-set.ts'
import { type Escape, escapesFrom } from './escape.ts'
import { crossingVlans, permissive, untaggedVlan } from './passage.ts'
import { groupPorts, type PortGroup } from './ports.ts'
import type { Attempt } from './rule.ts'
import { type DeviceView, deviceOf, type PortView, type SiteView } from './view.ts'
import { vlansOfSite } from './vlans-in-use.ts'

/** Live ports that may hold an attacker, whose untagged frames are in a VLAN that loses its tag further on. */
export type DoubleTagPath = {
  readonly device: DeviceView
  readonly entry: PortGroup
  /** The VLAN the attacker's frame is in. */
  readonly vlan: Vid
  /** All VLANs the attacker is in without any attack, a phone's among them: not worth attacking. */
  readonly inside: readonly Vid[]
  readonly escapes: readonly Escape[]
}

/** Every way in for double tagging that no platform rules out; `of` narrows it to one VLAN. */
export function doubleTagPaths(view: SiteView, of: (vlan: Vid) => boolean = () => true): DoubleTagPath[] {
  const paths: DoubleTagPath[] = []
  for (const device of view.devices.values()) {
    const ask = permissive(device.reading.device)
    const escapes = new Map<Vid, Escape[]>()
    const from = (vlan: Vid) => {
      const known = escapes.get(vlan) ?? escapesFrom(view, device.reading.name, vlan)
      escapes.set(vlan, known)
      return known
    }
    for (const { vlans, of: group } of entries(device, ask)) {
      for (const vlan of vlans) {
        if (of(vlan) && from(vlan).length > 0)
          paths.push({ device, entry: group, vlan, inside: vlans, escapes: from(vlan) })
      }
    }
  }
  return paths
}

/** Ports that may hold an attacker, with the VLANs such a host can put a frame in without being a trunk. */
function entries(
  device: DeviceView,
  ask: Parameters<typeof untaggedVlan>[2],
): { of: PortGroup; vlans: Vid[] }[] {
  const isEntry = (port: PortView) => port.role === 'entry' && effectiveMode(port.port, ask) !== 'trunk'
  const key = ({ port }: PortView) => `${port.accessVlan.value}|${port.voiceVlan.value}`
  return groupPorts(device, isEntry, key).map((of) => {
    const own = untaggedVlan(device, of.sample, ask)
    const voice = of.sample.port.voiceVlan.value
    const vlans = [own, voice].filter((vlan): vlan is Vid => typeof vlan === 'number')
    return { of, vlans: [...new Set(vlans)] }
  })
}

/** More targets, and more ways out, than these prove nothing more. */
const TARGETS = 2
const WAYS = 3

/** Ways out that no attack can tell apart count once: trunks of one switch with the same settings. */
function differentWays(view: SiteView, escapes: readonly Escape[]): Escape[] {
  const different = new Map<string, Escape>()
  for (const each of escapes) {
    const { device, port, role, peer } = each.out
    const { nativeVlan, egressUntagged, mode } = port
    const crossing = crossingVlans(deviceOf(view, device), each.out)
    const lists = `${crossing.join(';')}|${egressUntagged.value.join(';')}`
    const key = `${device}|${role}|${peer?.device}|${mode.value}|${nativeVlan.value}|${lists}`
    if (!different.has(key)) different.set(key, each)
    if (different.size === WAYS) break
  }
  return [...different.values()]
}

/** The attacks that would prove a path: into VLANs that somebody would miss, else into any that the far end carries. */
export function attemptsOn(view: SiteView, { device, entry, inside, escapes }: DoubleTagPath): Attempt[] {
  const wanted = vlansOfSite(view).filter((each) => !inside.includes(each))
  return differentWays(view, escapes).flatMap(({ way, out, into }) => {
    const known = wanted.filter((each) => hasVlan(into, each))
    return (known.length > 0 ? known : anyBut(inside, into)).slice(0, TARGETS).map(
      (target): Attempt => ({
        attack: 'double-tagging',
        from: { device: device.reading.name, port: entry.sample.name },
        vlan: target,
        way: [...way, { device: out.device, port: out.name }],
      }),
    )
  })
}

/** The first VLAN of a set that is none of these; none where there is no other. */
function anyBut(these: readonly Vid[], among: VlanSet): Vid[] {
  for (const vlan of eachVlan(among)) if (!these.includes(vlan)) return [vlan]
  return []
}
