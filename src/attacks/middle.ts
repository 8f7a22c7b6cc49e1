import type { Assumptions } from '../net/depend.ts'
import { ladder } from '../net/ladder.ts'
import { type Endpoint, type Network, peerOf, type Station } from '../net/network.ts'
import type { PortSettings } from '../net/settings.ts'
import { simulate } from '../net/simulate.ts'
import { NIC } from '../net/stations/host.ts'
import type { StationSpec } from '../net/stations/station.ts'
import type { Vid } from '../net/vlan-set.ts'
import type { AttackCase, AttackPlan } from './attack.ts'
import { ATTACKER_MAC, stationWithMac } from './attack-frame.ts'
import { portSettings } from './plug-in.ts'

/** The two hosts between which a machine moves; addresses from the range that documents use. */
const SOURCE = { name: 'MOVES-FROM', mac: '02:00:00:00:30:01', ip: '192.0.2.31' }
const TARGET = { name: 'MOVES-TO', mac: '02:00:00:00:30:02', ip: '192.0.2.32' }
const ATTACKER_IP = '192.0.2.66'
/** Virtual milliseconds: the attacker claims both addresses once new trunks forward, and the migration begins after that. */
const RELAY_AT = 40_000
const MIGRATION_AT = 60_000
const END_AT = 90_000

/**
 * Whether the attacker of this plan gets into the middle of a migration in the VLAN by ARP spoofing, as a run shows (facts J9): two
 * hosts are assumed on access ports of the switch that the victim is plugged into, and a page goes from one to the other through
 * the attacker. False where the victim hangs on no switch.
 */
export function standsInTheMiddle(
  plan: AttackPlan,
  { victim, vlan }: AttackCase,
  under: Assumptions,
): boolean {
  const name = stationWithMac(plan.network, victim)?.name
  const at = name === undefined ? undefined : peerOf(plan.network, { device: name, port: NIC })
  const isOnSwitch = plan.network.devices.some(
    ({ kind, name: each }) => kind === 'switch' && each === at?.device,
  )
  if (!at || !isOnSwitch) return false
  const key = likeness(plan, at, vlan, under)
  const known = ANSWERS.get(key)
  if (known !== undefined) return known
  const answer = migrates(plan, at, vlan, under)
  if (ANSWERS.size < MOST_ANSWERS) ANSWERS.set(key, answer)
  return answer
}

/** What runs have answered: switches of one site are much alike, and each asks the same. */
const ANSWERS = new Map<string, boolean>()
const MOST_ANSWERS = 1_000

/** A plan as text without what makes no difference to its run: what devices are called, and which lines say so. */
function likeness(
  { network, attack, attacker, spanningTree }: AttackPlan,
  at: Endpoint,
  vlan: Vid,
  under: Assumptions,
): string {
  const names = new Map(network.devices.map(({ name }, index) => [name, index]))
  const { devices, links } = network
  return JSON.stringify(
    [attack, names.get(attacker), spanningTree, at, vlan, under, devices, links],
    (key, value) => {
      if (key === 'from') return undefined
      // Addresses choose the root of a spanning tree; without one they only tell devices apart.
      if (key === 'mac' && spanningTree === undefined) return undefined
      return key === 'name' || key === 'device' ? (names.get(value) ?? value) : value
    },
  )
}

/** Whether a page that moves between two hosts of the VLAN goes through the attacker. */
function migrates(plan: AttackPlan, at: Endpoint, vlan: Vid, under: Assumptions): boolean {
  const network = withRelay(withHosts(plan.network, at, vlan), plan, vlan)
  const wait = { when: { at: END_AT }, do: 'wait' } as const
  const trace = simulate(network, [wait], { ...under, spanningTree: plan.spanningTree ?? 'none' })
  return ladder(trace, plan.attacker, [SOURCE.name, TARGET.name]).some(({ rung }) => rung === 'middle')
}

function withHosts(network: Network, at: Endpoint, vlan: Vid): Network {
  const key = 'known to both hosts'
  const hosts: Station[] = [
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
        key,
      },
    },
    {
      kind: 'station',
      name: TARGET.name,
      spec: { kind: 'migration-target', mac: TARGET.mac, ip: TARGET.ip, key },
    },
  ]
  const ports = hosts.map(({ name }) => accessPort(portSettings(network, at), name, vlan))
  return {
    ...network,
    devices: [
      ...network.devices.map((device) =>
        device.kind === 'switch' && device.name === at.device
          ? { ...device, ports: [...device.ports, ...ports] }
          : device,
      ),
      ...hosts,
    ],
    links: [
      ...network.links,
      ...hosts.map(({ name }) => ({ a: { device: name, port: NIC }, b: { device: at.device, port: name } })),
    ],
  }
}

/** A port like this one, but an access port in the VLAN. */
function accessPort(like: PortSettings, name: string, vlan: Vid): PortSettings {
  const { from } = like.mode
  return { ...like, name, mode: { value: 'access', from }, accessVlan: { value: vlan, from } }
}

/** The attacker between the two, on the port of the plan. */
function withRelay(network: Network, { attacker, attack }: AttackPlan, vlan: Vid): Network {
  const spec: StationSpec = {
    kind: 'relay',
    mac: ATTACKER_MAC,
    ip: ATTACKER_IP,
    between: [SOURCE.ip, TARGET.ip],
    startsAt: RELAY_AT,
    vlan,
    ...(attack === 'switch-spoofing' && { spoofs: { domain: '' } }),
  }
  const devices = network.devices.map((device) =>
    device.kind === 'station' && device.name === attacker ? { ...device, spec } : device,
  )
  return { ...network, devices }
}
