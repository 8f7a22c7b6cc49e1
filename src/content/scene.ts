import type { DialectName } from '../config/reading.ts'
import type { Endpoint } from '../net/network.ts'
import { PROFILES, type ProfileName } from '../net/profiles.ts'
import type { Fence } from './markdown.ts'
import { ContentProblem, type Place } from './problem.ts'
import { YamlValue } from './yaml-value.ts'

/** A switch of a scene: nothing but its configuration text, and the platform it runs on. */
export type SceneSwitch = {
  readonly name: string
  readonly profile: ProfileName
  readonly dialect: DialectName
  readonly config: string
  /** The first line of the text in its file. */
  readonly place: Place
}

/** A station of a scene. Lessons name no MAC addresses: each gets its own. */
export type SceneStation = {
  readonly name: string
  readonly kind: 'attacker' | 'host'
  readonly ip: string | null
  /** The VLAN whose tag the station writes itself, as a hypervisor does; null for a host that knows no tags. */
  readonly tagged: number | null
  readonly place: Place
}

/** A cable of a scene; a station's end has an empty port and means its network card. */
export type SceneLink = { readonly a: Endpoint; readonly b: Endpoint; readonly place: Place }

/** The network of a lesson, as its author describes it. */
export type Scene = {
  readonly place: Place
  readonly switches: readonly SceneSwitch[]
  readonly stations: readonly SceneStation[]
  readonly links: readonly SceneLink[]
}

const DIALECTS: readonly DialectName[] = ['ios', 'nxos', 'eos']
const PROFILE_NAMES = Object.keys(PROFILES) as ProfileName[]

/** A place in a network as lessons write it: `SW1 Gi0/5`, or a station's name alone. */
export function readEndpoint(value: YamlValue): Endpoint {
  const [device, port, ...more] = value.text().split(/\s+/)
  if (!device || more.length > 0) throw value.problem('expected a device and a port, such as "SW1 Gi0/5".')
  return { device, port: port ?? '' }
}

const STATION = /^(attacker|host)(?: (\d{1,3}(?:\.\d{1,3}){3}))?(?: tagged (\d{1,4}))?$/

function readStation(name: string, value: YamlValue): SceneStation {
  const [, kind, ip, tagged] = STATION.exec(value.text()) ?? []
  if (kind !== 'attacker' && kind !== 'host') {
    throw value.problem(
      'expected "attacker", "host 10.0.10.1", or "host 10.0.20.1 tagged 20" for one that writes its own tag.',
    )
  }
  return {
    name,
    kind,
    ip: ip ?? null,
    tagged: tagged === undefined ? null : Number(tagged),
    place: value.place,
  }
}

function readLink(value: YamlValue): SceneLink {
  const ends = value.text().split(' - ')
  const [a, b] = ends.map((end) => {
    const [device = '', port = ''] = end.trim().split(/\s+/)
    return { device, port }
  })
  if (!a || !b || ends.length !== 2)
    throw value.problem('expected two ends, such as "SW1 Gi0/24 - SW2 Gi0/24".')
  return { a, b, place: value.place }
}

function configOf(
  name: string,
  fences: readonly Fence[],
  value: YamlValue,
): { dialect: DialectName; fence: Fence } {
  const fence = fences.find((each) => each.words[0] === name)
  if (!fence)
    throw value.problem(
      `the configuration of ${name} is missing. Add a block that opens with "\`\`\`ios ${name}".`,
    )
  const dialect = DIALECTS.find((each) => each === fence.language)
  if (!dialect) {
    throw new ContentProblem(
      fence.place,
      `"${fence.language}" is no language of switches. Choose one of ${DIALECTS.join(', ')}.`,
    )
  }
  return { dialect, fence }
}

/** Reads the `yaml scene` block; `fences` are all blocks of the file, among them the configurations of its switches. */
export function readScene(block: Fence, fences: readonly Fence[]): Scene {
  const fields = YamlValue.read(block.place, block.text, 'scene').fields(['switches', 'stations', 'links'])
  const switches = fields.switches.entries().map(([name, value]): SceneSwitch => {
    const { dialect, fence } = configOf(name, fences, value)
    return { name, profile: value.oneOf(PROFILE_NAMES), dialect, config: fence.text, place: fence.place }
  })
  const stations = fields.stations.entries().map(([name, value]) => readStation(name, value))
  const links = fields.links.list().map(readLink)
  const names = new Set([...switches, ...stations].map(({ name }) => name))
  for (const { a, b, place } of links) {
    const missing = [a, b].find((end) => !names.has(end.device))
    if (missing)
      throw new ContentProblem(
        place,
        `There is no device ${missing.device}. Name it under switches or stations.`,
      )
  }
  return { place: block.place, switches, stations, links }
}
