import { ATTACKER_MAC } from '../../attacks/attack-frame.ts'
import { plugIn, portSettings } from '../../attacks/plug-in.ts'
import type { Action } from '../../content/film-spec.ts'
import type { Place } from '../../content/problem.ts'
import type { Assumptions } from '../../net/depend.ts'
import type { Event } from '../../net/event.ts'
import type { Network } from '../../net/network.ts'
import { simulate } from '../../net/simulate.ts'
import type { StationSpec } from '../../net/stations/station.ts'
import type { Trace } from '../../net/trace.ts'
import { stationNamed } from './network.ts'
import type { Staged } from './stage.ts'

type Migrate = Extract<Action, { do: 'migrate' }>

/** What the pages of the machine say, and what the attacker writes into the first: of the same length, so that nothing shifts. */
const MEMORY = ['door locked', 'shop open'] as const
const FORGED = 'door opened'

/** Virtual milliseconds: the attacker stands in the middle before the migration begins, and it is over before the end. */
const RELAY_AT = 40_000
const MIGRATION_AT = 60_000
const END_AT = 90_000

function withSpec(network: Network, name: string, spec: StationSpec): Network {
  const devices = network.devices.map((device) =>
    device.kind === 'station' && device.name === name ? { ...device, spec } : device,
  )
  return { ...network, devices }
}

/** The two hosts with a machine to move between them. */
function withHosts(network: Network, { from, to, encryption }: Migrate, place: Place): Network {
  const source = stationNamed(network, from, place)
  const target = stationNamed(network, to, place)
  const ends = { a: source.ip ?? '10.0.20.1', b: target.ip ?? '10.0.20.2' }
  const key = 'known to both hosts'
  const sending = withSpec(network, from, {
    kind: 'migration-source',
    mac: source.mac,
    ip: ends.a,
    to: ends.b,
    memory: MEMORY,
    startsAt: MIGRATION_AT,
    encryption,
    bothHostsCan: true,
    key,
  })
  return withSpec(sending, to, { kind: 'migration-target', mac: target.mac, ip: ends.b, key })
}

/** The attacker between them; on a port that is not in their VLAN he asks for a trunk first. */
function withRelay(network: Network, action: Migrate, place: Place): Network {
  const { relay, vlan } = action
  if (!relay) return network
  const ip = (name: string) => stationNamed(network, name, place).ip ?? ''
  const between = [ip(action.from), ip(action.to)] as const
  const { accessVlan, mode } = portSettings(network, relay)
  const inside = accessVlan.value === vlan && mode.value === 'access'
  return plugIn(network, relay, {
    kind: 'relay',
    mac: ATTACKER_MAC,
    ip: between[0].replace(/\d+$/, '66'),
    between,
    startsAt: RELAY_AT,
    changes: { page: 0, text: FORGED },
    ...(inside ? {} : { vlan, spoofs: { domain: '' } }),
  }).network
}

/** What ends the film: the first page as it arrived, else what became of it, else the last thing anyone noticed. */
function ending(trace: Trace, target: string): Event | undefined {
  const noticed = trace.events.filter(({ kind }) => kind === 'report')
  return noticed.find(({ device }) => device === target) ?? noticed.at(-1)
}

/**
 * Shoots a live migration (facts E3, E5, J9). Without an attacker it reaches when its first page arrives; with one when that page
 * arrives as the attacker wrote it. The film begins where the page is sent: how the attacker came to stand there is a long story.
 */
export function shootMigration(
  network: Network,
  action: Migrate,
  under: Assumptions,
  place: Place,
): Omit<Staged, 'refused'> {
  const hosts = withHosts(network, action, place)
  const scene = withRelay(hosts, action, place)
  const trace = simulate(scene, [{ when: { at: END_AT }, do: 'wait' }], under)
  const wanted = action.relay ? FORGED : MEMORY[0]
  const arrived = trace.events.find(
    (event) => event.kind === 'report' && event.device === action.to && event.detail.text === wanted,
  )
  const proof = (arrived ?? ending(trace, action.to))?.id ?? 0
  const sends = trace.events.filter(
    (event) =>
      event.id < proof && event.kind === 'send' && event.device === action.from && event.at >= MIGRATION_AT,
  )
  const page = sends.at(-1)?.id ?? null
  return {
    trace,
    reached: arrived !== undefined,
    proof,
    gains: [],
    sent: page,
    actor: action.from,
    begins: page,
  }
}
