import { ATTACKER_MAC } from '../../attacks/attack-frame.ts'
import type { Refused } from '../../config/index.ts'
import type { Changes } from '../../content/changes.ts'
import { ContentProblem, type Place } from '../../content/problem.ts'
import type { Scene, SceneStation } from '../../content/scene.ts'
import { hexOf, type Mac } from '../../net/frame.ts'
import type { Endpoint, Link, Network, Station } from '../../net/network.ts'
import type { Source } from '../../net/settings.ts'
import { NIC } from '../../net/stations/host.ts'
import { switchOf } from './switch-text.ts'

/** A host's address: made from its IP address, so that it reads alike in every film, else from its place in the scene. */
function macOf(station: SceneStation, index: number): Mac {
  if (station.kind === 'attacker') return ATTACKER_MAC
  const bytes = station.ip?.split('.').map(Number) ?? [0, 0, 0, index + 1]
  return `02:00:${bytes.map((byte) => hexOf(byte, 1)).join(':')}`
}

function stationOf(station: SceneStation, index: number): Station {
  const mac = macOf(station, index)
  const { name, kind, ip, tagged } = station
  if (kind === 'attacker') return { kind: 'station', name, spec: { kind, mac } }
  return {
    kind: 'station',
    name,
    spec: { kind, mac, ...(ip ? { ip } : {}), ...(tagged === null ? {} : { vlan: tagged }) },
  }
}

/** A scene as a network, and the first typed line that a switch refused. */
export type SceneNetwork = { readonly network: Network; readonly refused: Refused | null }

/** The scene as a network: every switch read from its configuration text, on its platform, with lines typed at it. */
export function networkOf(scene: Scene, changes: Changes): SceneNetwork {
  const stray = Object.keys(changes.typed).find((name) => !scene.switches.some((each) => each.name === name))
  if (stray)
    throw new ContentProblem(scene.place, `Lines are typed on ${stray}, and the scene has no such switch.`)
  const sources: Source[] = []
  let refused: Refused | null = null
  const switches = scene.switches.map((each) => {
    const profile = changes.profiles[each.name] ?? each.profile
    const made = switchOf({ ...each, profile }, changes.typed[each.name] ?? '', sources.length)
    sources.push(...made.sources)
    refused ??= made.refused
    return made.device
  })
  const stations = scene.stations.map(stationOf)
  const isStation = (name: string) => stations.some((station) => station.name === name)
  const end = ({ device, port }: Endpoint): Endpoint => ({
    device,
    port: port || (isStation(device) ? NIC : ''),
  })
  const links = scene.links.map(({ a, b }): Link => ({ a: end(a), b: end(b) }))
  return { network: { devices: [...switches, ...stations], links, sources }, refused }
}

/** What a frame to or from a station needs: its addresses, and the VLAN whose tag it writes itself. */
export type StationAddress = { readonly mac: Mac; readonly ip: string | null; readonly tagged: number | null }

/** A station's addresses; throws `ContentProblem` at `place` where the scene has no such station. */
export function stationNamed(network: Network, name: string, place: Place): StationAddress {
  const found = network.devices.find((device) => device.kind === 'station' && device.name === name)
  if (found?.kind !== 'station')
    throw new ContentProblem(place, `There is no station called ${name} in the scene.`)
  const { spec } = found
  if (spec.kind === 'vswitch') throw new ContentProblem(place, `${name} is a vSwitch and has no address.`)
  const ip = 'ip' in spec ? (spec.ip ?? null) : null
  return { mac: spec.mac, ip, tagged: spec.kind === 'host' ? (spec.vlan ?? null) : null }
}
