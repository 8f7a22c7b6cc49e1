import type { Setting, Source, SourceId } from '../../net/settings.ts'
import { ALL_VLANS } from '../../net/vlan-set.ts'
import { nameOfFile } from '../dialect.ts'
import { BRIDGE_ITSELF, type HostPort, hostSwitch } from '../host-switch.ts'
import type { DeviceReading, LineReading } from '../reading.ts'
import type { BridgeDraft, BridgePortDraft, BridgesDraft } from './draft.ts'
import { groupPorts, type PortGroup } from './group-ports.ts'
import { alsoUntagged, filteredPort, unfilteredPort } from './port-settings.ts'
import type { PortVlans } from './port-vlans.ts'

/** What is known about the bridges of a host besides their draft. */
export type Around = {
  readonly path: string
  readonly why: string
  readonly lines: readonly LineReading[]
}

const FILTERING_UNTOLD =
  'Whether the bridge filters VLANs is not in the text: vlan_filtering 1 is assumed. "ip -d link show" tells; with 0, which is how a bridge is made, every tag passes.'

const DETAILS_HIDE =
  '"bridge -d vlan show" leaves out VLANs that follow a PVID directly. "bridge vlan show" shows them all.'

/** The bridges that a draft has become, one device each. */
export function finishBridges(draft: BridgesDraft, around: Around): DeviceReading[] {
  const { groups, assumptions } = groupPorts(draft)
  const host = draft.host ?? nameOfFile(around.path)
  const owners = lineOwners(groups, around.lines, draft.sources)
  return groups.map((group, index) => {
    const name = groups.length === 1 ? host : `${host} ${group.name}`
    const lines = around.lines.filter(({ touches }, at) => owners[at] === index || touches.what === 'switch')
    return finishBridge(draft, group, { ...around, lines }, name, assumptions)
  })
}

function finishBridge(
  draft: BridgesDraft,
  group: PortGroup,
  around: Around,
  name: string,
  assumptions: readonly string[],
): DeviceReading {
  const sources = [...draft.sources]
  const say = (kind: 'default' | 'assumed', text: string): SourceId => sources.push({ kind, text }) - 1
  const filtering = filteringOf(group.bridge, () => say('assumed', FILTERING_UNTOLD))
  const noPvid = say('default', 'A bridge port without a PVID takes no untagged frames.')
  const ports = group.ports.map((port): HostPort => {
    const own = { filtering: filtering.from, noPvid, enabled: draft.enabled.get(port.name) ?? null }
    const settings = filtering.value ? filteredPort(port, own) : unfilteredPort(port, own)
    return { settings, line: port.line, description: port.name === group.name ? BRIDGE_ITSELF : '' }
  })
  const existing = say('default', 'A Linux bridge has no list of VLANs: one exists where a port carries it.')
  const doubtful = filtering.value ? group.ports : []
  return hostSwitch({
    name,
    dialect: 'linux-bridge',
    profile: 'linux-bridge',
    reasons: [around.why],
    assumptions: [
      ...(group.bridge?.filtering ? [] : [FILTERING_UNTOLD]),
      ...assumptions,
      ...startAssumption(group.ports),
      ...(group.ports.some(({ mayHide }) => mayHide) ? [DETAILS_HIDE] : []),
      ...doubtful.flatMap(untaggedSentence),
    ],
    lines: markedLines(around.lines, doubtful, sources),
    ports,
    existing: { value: ALL_VLANS, from: [existing] },
    sources,
  })
}

function filteringOf(bridge: BridgeDraft | null, assumed: () => SourceId): Setting<boolean> {
  return bridge?.filtering ?? { value: true, from: [assumed()] }
}

function startAssumption(ports: readonly BridgePortDraft[]): string[] {
  const assumed = ports.filter(({ assumedStart }) => assumedStart).map(({ name }) => name)
  if (assumed.length === 0) return []
  return [
    `How ${assumed.join(', ')} began is not in the text: VLAN 1 as PVID and untagged is assumed, which a port of a Linux bridge has. "bridge vlan show" tells.`,
  ]
}

function untaggedSentence(port: BridgePortDraft): string[] {
  const { vlans } = alsoUntagged(port.vlans)
  if (vlans.length === 0) return []
  const list = vlans.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ')
  return [
    `${port.name} sends VLAN ${list} without a tag, beside its PVID: frames that leave in it come back in another VLAN. This is not simulated; most often "bridge vlan del vid ${list} dev ${port.name}" was forgotten.`,
  ]
}

/** Lines whose VLANs leave untagged beside the PVID change what leaves the port, and no simulated port does that. */
function markedLines(
  lines: readonly LineReading[],
  ports: readonly BridgePortDraft[],
  sources: readonly Source[],
): LineReading[] {
  const marked = new Map<number, string[]>()
  for (const { name, vlans } of ports) {
    for (const line of untaggedLines(vlans, sources)) marked.set(line, [...(marked.get(line) ?? []), name])
  }
  return lines.map((reading) => {
    const names = marked.get(reading.line)
    if (!names || (reading.state !== 'modelled' && reading.state !== 'unmodelled')) return reading
    return { ...reading, state: 'unmodelled', touches: { what: 'ports', ports: names } }
  })
}

/** The lines that make VLANs leave untagged beside the PVID: those of these VLANs, or the one that made another the PVID. */
function untaggedLines(vlans: PortVlans, sources: readonly Source[]): number[] {
  const { by } = alsoUntagged(vlans)
  if (by.length === 0) return []
  const own = vlans.pvid === null ? [] : vlans.sourcesWhere((_, vlan) => vlan === vlans.pvid)
  const lines = (ids: readonly SourceId[]) => ids.flatMap((id) => sources[id]?.line ?? [])
  return lines(by).length > 0 ? lines(by) : lines(own)
}

/** Which bridge each line is given to: that of the port it is about, else that of the line before it. */
function lineOwners(
  groups: readonly PortGroup[],
  lines: readonly LineReading[],
  sources: readonly Source[],
): number[] {
  const known = new Map<number, number>()
  for (const [index, { ports }] of groups.entries()) {
    for (const port of ports) {
      known.set(port.line, index)
      for (const id of port.vlans.sourcesWhere(() => true)) known.set(sources[id]?.line ?? 0, index)
    }
  }
  let at = 0
  return lines.map(({ line }) => {
    at = known.get(line) ?? at
    return at
  })
}
