import { BROADCAST, type Frame, type Mac, padded, type Tag } from '../../src/net/frame.ts'
import type { Link, Network, Station, Switch, VtpMode } from '../../src/net/network.ts'
import type { OptionValues } from '../../src/net/options.ts'
import type { PathCostMethod } from '../../src/net/path-cost.ts'
import { NOTHING_TOLD, type PerVlan } from '../../src/net/per-vlan.ts'
import type { ProfileName } from '../../src/net/profiles.ts'
import {
  defaultPort,
  type PortMode,
  type PortSettings,
  plainVlans,
  type Setting,
} from '../../src/net/settings.ts'
import type { StationSpec } from '../../src/net/stations/station.ts'
import { ALL_VLANS } from '../../src/net/vlan-set.ts'

/** A value that no line of text stands behind: tests of the core build ports directly. */
export function bare<T>(value: T): Setting<T> {
  return { value, from: [0] }
}

type Plain = {
  [K in keyof Omit<PortSettings, 'name'>]?: PortSettings[K] extends Setting<infer T> ? T : never
}

/** A port with these values and a platform's defaults for the rest. */
export function portWith(name: string, mode: PortMode, values: Plain = {}): PortSettings {
  const set = Object.fromEntries(Object.entries(values).map(([k, v]) => [k, bare(v)]))
  return { ...defaultPort(name, mode, 0), ...set }
}

/** A switch of these ports; every VLAN exists. */
export function switchOf(
  name: string,
  ports: readonly PortSettings[],
  more: {
    profile?: ProfileName
    options?: OptionValues
    tagNative?: boolean
    domain?: string
    vtp?: VtpMode
    priority?: PerVlan
    pathCosts?: PathCostMethod
  } = {},
): Switch {
  return {
    kind: 'switch',
    name,
    profile: more.profile ?? 'ios',
    options: more.options ?? {},
    mac: `02:aa:00:00:0${name.length}:00`,
    ports,
    vlans: plainVlans(bare(ALL_VLANS)),
    tagNative: bare(more.tagNative ?? false),
    vtpDomain: bare(more.domain ?? ''),
    vtpMode: bare(more.vtp ?? 'server'),
    bridgePriority: bare(more.priority ?? NOTHING_TOLD),
    pathCostMethod: bare(more.pathCosts ?? 'platform-default'),
  }
}

/** A station of this kind. */
export function station(name: string, spec: StationSpec): Station {
  return { kind: 'station', name, spec }
}

/** Cables written as `A.port - B.port`. */
export function cables(...written: readonly string[]): Link[] {
  return written.map((text) => {
    const [a, b] = text.split(' - ').map((end) => {
      const at = end.indexOf('.')
      return { device: end.slice(0, at), port: end.slice(at + 1) }
    })
    if (!a || !b) throw new Error(`No cable in ${text}`)
    return { a, b }
  })
}

/** A network of these devices and cables, with the one source that stands for "the test says so". */
export function networkOf(devices: readonly (Switch | Station)[], links: readonly Link[]): Network {
  return { devices, links, sources: [{ kind: 'assumed', text: 'the test says so' }] }
}

/** A broadcast (or a frame to `dst`) from this address with these tags. */
export function frameFrom(src: Mac, tags: readonly Tag[] = [], dst: Mac = BROADCAST): Frame {
  return padded({ dst, src, tags, ethertype: 0x88b5, payload: '5a'.repeat(46) })
}
