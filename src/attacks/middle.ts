import type { Assumptions } from '../net/depend.ts'
import { ladder } from '../net/ladder.ts'
import { type Device, type Endpoint, type Network, peerOf, type Station } from '../net/network.ts'
import type { PortSettings } from '../net/settings.ts'
import { simulate } from '../net/simulate.ts'
import { NIC } from '../net/stations/host.ts'
import type { RelaySpec } from '../net/stations/relay.ts'
import type { Vid } from '../net/vlan-set.ts'
import type { AttackCase, AttackPlan } from './attack.ts'
import { stationWithMac } from './attack-frame.ts'

/** Virtual milliseconds: the attacker claims both addresses once new trunks forward; the migration begins after that and is over within moments. */
const RELAY_AT = 40_000
const MIGRATION_AT = 60_000
const END_AT = 65_000

/** The two hosts between which a machine moves; addresses from the range that documents use. */
const SOURCE = { name: 'MOVES-FROM', mac: '02:00:00:00:30:01', ip: '192.0.2.31' }
const TARGET = { name: 'MOVES-TO', mac: '02:00:00:00:30:02', ip: '192.0.2.32' }
const KEY = 'known to both hosts'
const HOSTS = [
  {
    kind: 'station',
    name: SOURCE.name,
    spec: {
      kind: 'migration-source',
      mac: SOURCE.mac,
      ip: SOURCE.ip,
      to: TARGET.ip,
      memory: ['a page'],
      startsAt: MIGRATION_AT,
      encryption: 'disabled',
      bothHostsCan: false,
      key: KEY,
    },
  },
  {
    kind: 'station',
    name: TARGET.name,
    spec: { kind: 'migration-target', mac: TARGET.mac, ip: TARGET.ip, key: KEY },
  },
] as const satisfies readonly Station[]

/** What the attacker does between them, whatever it sends by. */
const RELAY = {
  kind: 'relay',
  ip: '192.0.2.66',
  between: [SOURCE.ip, TARGET.ip],
  startsAt: RELAY_AT,
} as const

/**
 * Whether the attacker of this plan gets into the middle of a migration in the VLAN by ARP spoofing, as a run shows (facts J9): two
 * hosts are assumed beside the victim, on access ports of its switch or in its port group, and a page goes from one to the other
 * through the attacker. Null where the plan's frames go one way only, so that there is nothing to run.
 */
export function standsInTheMiddle(
  plan: AttackPlan,
  { victim, vlan }: AttackCase,
  under: Assumptions,
): boolean | null {
  const { asRelay, network } = plan
  if (!asRelay) return null
  const name = stationWithMac(network, victim)?.name
  const at = name === undefined ? null : peerOf(network, { device: name, port: NIC })
  // A victim that hangs on nothing was reached by nobody.
  if (!at) return false
  const relay = { ...asRelay, ...RELAY }
  return migrates(plan, relay, at, vlan, under)
}

/** Whether a page that moves between two hosts of the VLAN goes through the attacker. */
function migrates(
  { network, attacker, spanningTree = 'none' }: AttackPlan,
  relay: RelaySpec,
  at: Endpoint,
  vlan: Vid,
  under: Assumptions,
): boolean {
  const { devices, links } = withHosts(network, at, vlan)
  const scene = {
    ...network,
    links,
    devices: devices.map((each) =>
      each.kind === 'station' && each.name === attacker ? { ...each, spec: relay } : each,
    ),
  }
  const wait = { when: { at: END_AT }, do: 'wait' } as const
  const trace = simulate(scene, [wait], { ...under, spanningTree })
  return ladder(trace, attacker, [SOURCE.name, TARGET.name]).some(({ rung }) => rung === 'middle')
}

function withHosts(network: Network, at: Endpoint, vlan: Vid): Network {
  return {
    ...network,
    devices: [
      ...network.devices.map((device) => (device.name === at.device ? withPlaces(device, at, vlan) : device)),
      ...HOSTS,
    ],
    links: [
      ...network.links,
      ...HOSTS.map(({ name }) => ({ a: { device: name, port: NIC }, b: { device: at.device, port: name } })),
    ],
  }
}

/** The device that the victim is plugged into, with a place for each of the hosts beside it. */
function withPlaces(device: Device, at: Endpoint, vlan: Vid): Device {
  if (device.kind === 'switch') {
    const like = device.ports.find(({ name }) => name === at.port)
    return like
      ? { ...device, ports: [...device.ports, ...HOSTS.map(({ name }) => accessPort(like, name, vlan))] }
      : device
  }
  const { spec } = device
  if (spec.kind !== 'vswitch') return device
  const portGroup = spec.virtualPorts.find(({ port }) => port === at.port)?.portGroup ?? ''
  const places = HOSTS.map(({ name, spec: { mac } }) => ({ port: name, portGroup, mac }))
  return { ...device, spec: { ...spec, virtualPorts: [...spec.virtualPorts, ...places] } }
}

/** A port like this one, but an access port in the VLAN. */
function accessPort(like: PortSettings, name: string, vlan: Vid): PortSettings {
  const { from } = like.mode
  return { ...like, name, mode: { value: 'access', from }, accessVlan: { value: vlan, from } }
}
