import type { Mac } from '../../net/frame.ts'
import type { Endpoint, Link, Station } from '../../net/network.ts'
import { NIC } from '../../net/stations/host.ts'
import type { StationSpec } from '../../net/stations/station.ts'
import { EST, type PortGroup, VGT } from '../../net/stations/vswitch.ts'
import { unionVlans } from '../../net/vlan-set.ts'
import { baseAddress } from '../finish-device.ts'
import type {
  HypervisorReading,
  PolicyAnswer,
  PortGroupReading,
  VmKernelPort,
  VSwitchReading,
} from '../hypervisor-reading.ts'

/** A hypervisor as the simulator takes it: each virtual switch a station, its VMkernel ports and guests stations behind it. */
export type SimulatedHost = {
  readonly devices: readonly Station[]
  readonly links: readonly Link[]
  /** Where cables from switches end: each physical card with its name. */
  readonly cards: readonly { readonly card: string; readonly at: Endpoint }[]
  /** Stations of the host by what they are in: one for each VMkernel port, and a guest for each port group that has or may have some. */
  readonly members: readonly {
    readonly station: string
    readonly portGroup: string
    readonly vmKernelPort: string | null
  }[]
  readonly assumptions: readonly string[]
}

/** What the text leaves open about a host, and how this run takes it. */
export type HostChoices = {
  /** For policies that are not in the text, since their defaults hang on the release. */
  readonly unknownPolicy: Exclude<PolicyAnswer, 'unknown'>
  /** What a guest of this port group is; a host by default. */
  readonly guest?: (group: PortGroupReading, mac: Mac) => StationSpec
}

/** What a card is called where the text names none. */
const ASSUMED_CARD = 'uplink'

/** The host as devices of a network, to be cabled to switches by its cards. */
export function simulatedHost(host: HypervisorReading, choices: HostChoices): SimulatedHost {
  const parts = host.vSwitches.map((vSwitch) => oneSwitch(host, vSwitch, choices))
  return {
    devices: parts.flatMap(({ devices }) => devices),
    links: parts.flatMap(({ links }) => links),
    cards: parts.flatMap(({ cards }) => cards),
    members: parts.flatMap(({ members }) => members),
    assumptions: parts.flatMap(({ assumptions }) => assumptions),
  }
}

type Member = {
  readonly station: Station
  readonly mac: Mac
  readonly group: string
  readonly vmKernelPort: string | null
}

function oneSwitch(host: HypervisorReading, vSwitch: VSwitchReading, choices: HostChoices): SimulatedHost {
  const name = `${host.name} ${vSwitch.name}`
  const groups = host.portGroups.filter((group) => group.vSwitch === vSwitch.name)
  const members = groups.flatMap((group) => membersOf(host, group, choices))
  const uplinks = vSwitch.uplinks.value ?? [ASSUMED_CARD]
  const station: Station = {
    kind: 'station',
    name,
    spec: {
      kind: 'vswitch',
      platform: 'esxi',
      uplinks,
      portGroups: groups.map((group) => portGroupOf(group, choices.unknownPolicy)),
      virtualPorts: members.map(({ station: { name: port }, mac, group }) => ({
        port,
        portGroup: group,
        mac,
      })),
    },
  }
  return {
    devices: [station, ...members.map((member) => member.station)],
    links: members.map(({ station: { name: port } }) => ({
      a: { device: name, port },
      b: { device: port, port: NIC },
    })),
    cards: uplinks.map((card) => ({ card, at: { device: name, port: card } })),
    members: members.map(({ station: { name: guest }, group, vmKernelPort }) => ({
      station: guest,
      portGroup: group,
      vmKernelPort,
    })),
    assumptions:
      vSwitch.uplinks.value === null
        ? [`Which cards lead out of ${vSwitch.name} is not in the text: one is assumed.`]
        : [],
  }
}

function membersOf(host: HypervisorReading, group: PortGroupReading, choices: HostChoices): Member[] {
  const own = host.vmKernelPorts.filter(({ portGroup, enabled }) => portGroup === group.name && enabled)
  const kernel = own.map((port) => vmKernelMember(host, group, port))
  if (group.activeClients !== null && group.activeClients <= own.length) return kernel
  const name = `${host.name} ${group.name} guest`
  const mac = baseAddress(name)
  const spec = choices.guest?.(group, mac) ?? { kind: 'host', mac }
  return [...kernel, { station: { kind: 'station', name, spec }, mac, group: group.name, vmKernelPort: null }]
}

function vmKernelMember(host: HypervisorReading, group: PortGroupReading, port: VmKernelPort): Member {
  const name = `${host.name} ${port.name}`
  const mac = port.mac ?? baseAddress(name)
  const station: Station = { kind: 'station', name, spec: { kind: 'host', mac } }
  return { station, mac, group: group.name, vmKernelPort: port.name }
}

function portGroupOf(group: PortGroupReading, unknown: HostChoices['unknownPolicy']): PortGroup {
  const accepts = (answer: PolicyAnswer) => (answer === 'unknown' ? unknown : answer) === 'accept'
  const { value } = group.vlan
  const more =
    value.tagging === 'guest'
      ? { guestVlans: value.untagged ? unionVlans(value.vlans, [[EST, EST]]) : value.vlans }
      : {}
  return {
    name: group.name,
    vlan: value.tagging === 'vswitch' ? value.vlan : value.tagging === 'guest' ? VGT : EST,
    promiscuous: accepts(group.policy.promiscuous.value),
    forgedTransmits: accepts(group.policy.forgedTransmits.value),
    ...more,
  }
}
