import type { SourceId } from '../../net/settings.ts'
import type { VlanSet } from '../../net/vlan-set.ts'
import { nameOfFile } from '../dialect.ts'
import { BRIDGE_ITSELF, type HostPort, hostSwitch } from '../host-switch.ts'
import type { DeviceReading, LineReading } from '../reading.ts'
import type { OvsDraft, OvsPortDraft } from './draft.ts'
import { ovsPort } from './port-settings.ts'

/** What is known about the bridges of a host besides their draft. */
export type Around = {
  readonly path: string
  readonly why: string
  readonly lines: readonly LineReading[]
  /** The bridge under which a line stands, where it stands under one. */
  readonly bridgeOfLine: ReadonlyMap<number, string>
}

/** VLANs of Open vSwitch: 0 is one of them, for what has no tag on a trunk. */
const EXISTING: VlanSet = [[0, 4094]]

type Group = { readonly bridge: string; readonly ports: readonly OvsPortDraft[] }

/** The bridges that a draft has become, one device each. */
export function finishOvs(draft: OvsDraft, around: Around): DeviceReading[] {
  const host = draft.host ?? nameOfFile(around.path)
  const groups = groupsOf(draft)
  const owners = lineOwners(draft, groups, around)
  return groups.map((group, index) => {
    const lines = around.lines.filter(({ line, touches }, at) => {
      return owners[at] === index || (touches.what === 'switch' && !around.bridgeOfLine.has(line))
    })
    const name = groups.length === 1 ? host : `${host} ${group.bridge}`
    return finishBridge(draft, group, { ...around, lines }, name)
  })
}

/** Ports whose bridge the text does not tell are put to the first one, or make one of their own. */
function groupsOf(draft: OvsDraft): Group[] {
  const ports = [...draft.ports.values()]
  const bridges = [...draft.bridges.keys()]
  const lost = ports.filter(({ bridge }) => bridge === null)
  if (bridges.length === 0) return [{ bridge: '', ports: lost }]
  return bridges.map((bridge, index) => ({
    bridge,
    ports: ports.filter((port) => port.bridge === bridge || (index === 0 && port.bridge === null)),
  }))
}

function finishBridge(draft: OvsDraft, group: Group, around: Around, name: string): DeviceReading {
  const sources = [...draft.sources]
  const say = (text: string): SourceId => sources.push({ kind: 'default', text }) - 1
  const own = {
    trunkOfAll: say('A port of Open vSwitch with neither tag nor trunks is a trunk of all VLANs.'),
    accessByTag: say('A port of Open vSwitch with a tag and no vlan_mode is an access port.'),
    noZero: say('A trunk of Open vSwitch that does not list VLAN 0 takes no frames without a tag.'),
  }
  const ports = group.ports.flatMap((port): HostPort[] => {
    const settings = ovsPort(port.name, port.columns, own)
    const description =
      port.name === group.bridge ? BRIDGE_ITSELF : port.peer === null ? '' : `patch to ${port.peer}`
    const cards = port.interfaces.length > 1 ? port.interfaces : []
    return [
      { settings, description, line: port.line },
      ...cards.map((card): HostPort => {
        const channel = { value: port.name, from: settings.mode.from }
        return { settings: { ...settings, name: card, channel }, description: '', line: port.line }
      }),
    ]
  })
  return hostSwitch({
    name,
    dialect: 'ovs',
    profile: 'open-vswitch',
    reasons: [around.why],
    assumptions: assumptionsOf(group),
    lines: doubted(around.lines, group, sources),
    ports,
    existing: {
      value: EXISTING,
      from: [say('Open vSwitch has no list of VLANs: one exists where a port carries it.')],
    },
    sources,
  })
}

function assumptionsOf({ bridge, ports }: Group): string[] {
  const told: string[] = []
  const tagged = ports.filter(({ complete, columns }) => !complete && columns.tag && !columns.vlanMode)
  if (tagged.length > 0) {
    told.push(
      `"ovs-vsctl show" prints no vlan_mode: ${namesOf(tagged)} ${tagged.length === 1 ? 'is' : 'are'} taken for access by the tag. "ovs-vsctl list port" tells.`,
    )
  }
  const lost = ports.filter((port) => port.bridge === null)
  if (lost.length > 0) {
    told.push(
      bridge === ''
        ? 'Which bridge each port is in is not in the text: all are taken for ports of one. "ovs-vsctl show" tells.'
        : `Which bridge ${namesOf(lost)} is in is not in the text: taken for ports of ${bridge}. "ovs-vsctl show" tells.`,
    )
  }
  const patches = ports.filter(({ peer }) => peer !== null)
  if (patches.length > 0) {
    told.push(
      `The cables of the patch ports ${namesOf(patches)} have to be named: bridges of a host are separate devices here.`,
    )
  }
  return told
}

const MANY = 6

function namesOf(ports: readonly OvsPortDraft[]): string {
  const names = ports.map(({ name }) => name)
  return names.length > MANY
    ? `${names.slice(0, MANY).join(', ')} and ${names.length - MANY} more`
    : names.join(', ')
}

/**
 * A port that `show` lists with a tag and trunks has a mode that `show` does not print: in access the trunks mean nothing, in a
 * native mode they mean a trunk.
 */
function doubted(
  lines: readonly LineReading[],
  group: Group,
  sources: readonly { readonly line?: number }[],
): LineReading[] {
  const doubtful = new Map<number, string>()
  for (const { complete, columns, name } of group.ports) {
    if (complete || columns.vlanMode || !columns.tag || !columns.trunks) continue
    for (const id of columns.trunks.from) doubtful.set(sources[id]?.line ?? 0, name)
  }
  return lines.map((line) => {
    const port = doubtful.get(line.line)
    return port === undefined ? line : { ...line, state: 'unmodelled', touches: { what: 'port', port } }
  })
}

/** Which bridge each line is given to: the one it stands under or whose port it is about, else that of the line before it. */
function lineOwners(draft: OvsDraft, groups: readonly Group[], around: Around): number[] {
  const known = new Map<number, number>()
  for (const [index, { ports }] of groups.entries()) {
    for (const { line, columns } of ports) {
      known.set(line, index)
      for (const setting of [columns.tag, columns.trunks, columns.vlanMode]) {
        for (const id of setting?.from ?? []) known.set(draft.sources[id]?.line ?? 0, index)
      }
    }
  }
  const bridges = groups.map(({ bridge }) => bridge)
  let at = 0
  return around.lines.map(({ line }) => {
    const under = bridges.indexOf(around.bridgeOfLine.get(line) ?? '')
    at = known.get(line) ?? (under < 0 ? at : under)
    return at
  })
}
