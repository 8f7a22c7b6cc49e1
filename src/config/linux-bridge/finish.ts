import type { Setting, Source, SourceId } from '../../net/settings.ts'
import { ALL_VLANS } from '../../net/vlan-set.ts'
import { nameOfFile } from '../dialect.ts'
import { BRIDGE_ITSELF, type HostPort, hostSwitch } from '../host-switch.ts'
import type { DeviceReading, LineReading } from '../reading.ts'
import type { BridgeDraft, BridgePortDraft, BridgesDraft } from './draft.ts'
import { groupPorts, type PortGroup } from './group-ports.ts'
import { alsoUntagged, filteredPort, unfilteredPort } from './port-settings.ts'

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
      ...(filtering.value ? group.ports.flatMap(untaggedSentence) : []),
    ],
    lines: around.lines,
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

function untaggedSentence({ name, vlans }: BridgePortDraft): string[] {
  const also = alsoUntagged(vlans).value
  if (also.length === 0) return []
  const back =
    vlans.pvid === null
      ? 'takes no frame without one'
      : `takes frames without one into VLAN ${vlans.pvid}, so that VLANs change on its cable`
  const list = also.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`))
  const forgotten = list.map((range) => `"bridge vlan del vid ${range} dev ${name}"`).join(', ')
  return [
    `${name} sends VLAN ${list.join(', ')} without a tag and ${back}. Most often ${forgotten} was forgotten.`,
  ]
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
