import { journey, takenIn } from '../attacks/journey.ts'
import { type Assumptions, dependence } from '../net/depend.ts'
import { BROADCAST, padded, tag } from '../net/frame.ts'
import { type Endpoint, type Network, UnmodelledNetwork } from '../net/network.ts'
import { simulate } from '../net/simulate.ts'
import { NIC } from '../net/stations/host.ts'
import type { Stimulus } from '../net/stimulus.ts'
import type { Trace } from '../net/trace.ts'
import type { Vid } from '../net/vlan-set.ts'
import { mayOperate, permissive, sentUntagged } from '../rules/passage.ts'
import type { Service } from '../rules/site.ts'
import { type DeviceView, type PortView, portOf, type SiteView } from '../rules/view.ts'
import { SceneBuilder } from './scene.ts'
import { type TreeAssumption, treeAssumptions } from './tree-assumptions.ts'

/** One end of a service that another one does not hear. */
export type LostWay = { readonly from: Endpoint; readonly to: Endpoint }

/** Whether a named service works on every switch the configuration may stand for, and which ends lost each other. */
export type ServiceVerdict = {
  readonly service: Service
  readonly works: boolean
  readonly lost: readonly LostWay[]
  /** Why its network is not simulated, as a sentence: then it does not count as working. Null where it is. */
  readonly refused: string | null
  /** What the spanning tree of its VLAN rests on, where nobody said it. */
  readonly assumptions: readonly TreeAssumption[]
}

/** When the first end speaks, after trunks have formed, and how far apart the others follow, in virtual milliseconds. */
const FIRST_SPEAKS_AT = 40_000
const APART = 100

const KNOWN = new WeakMap<SiteView, ServiceVerdict[]>()

/**
 * Every service of the site, tried by a broadcast from each of its ends in turn. What hangs on the ends stays as it is when a switch
 * is changed: `before` is the site that its stations were set up for.
 */
export function judgeServices(view: SiteView, before = view): ServiceVerdict[] {
  const known = before === view ? KNOWN.get(view) : undefined
  const verdicts = known ?? view.site.services.map((service) => judgeService(view, before, service))
  if (before === view) KNOWN.set(view, verdicts)
  return verdicts
}

/** The names of the services that work before a change and not after it. */
export function servicesCut(before: SiteView, after: SiteView): string[] {
  if (before.site.services.length === 0) return []
  const now = judgeServices(after, before)
  return judgeServices(before)
    .filter(({ works }, index) => works && now[index]?.works !== true)
    .map(({ service }) => service.name)
}

function judgeService(view: SiteView, before: SiteView, service: Service): ServiceVerdict {
  const { network, stations, missing } = stage(view, before, service)
  const stimuli = stations.map(({ name, tagged }, index) =>
    speaks(name, tagged, FIRST_SPEAKS_AT + index * APART),
  )
  const heardUnder = new Map<string, LostWay>()
  let assumptions: readonly TreeAssumption[] | null = null
  let refused: string | null = null
  const found = dependence((under) => {
    const trace = runOf(network, stimuli, under)
    if (typeof trace === 'string') {
      refused ??= trace
      return { works: false, readings: [] }
    }
    assumptions ??= treeAssumptions(trace, service.vlan)
    const lost = lostIn(trace, stations, service.vlan)
    for (const way of lost) heardUnder.set(JSON.stringify(way), way)
    return { works: lost.length === 0, readings: trace.readings }
  })
  const lost = [...missing, ...heardUnder.values()]
  const works = found.verdict === 'works' && missing.length === 0
  return { service, works, lost, refused, assumptions: assumptions ?? [] }
}

/**
 * A run with spanning tree, since a site has loops of cables on purpose; on platforms that leave it open it is assumed to run. Where
 * the network is not modelled, as where frames circle all the same, the sentence that says so.
 */
function runOf(
  network: Network,
  stimuli: readonly Stimulus[],
  { assume, otherwise }: Assumptions,
): Trace | string {
  try {
    return simulate(network, stimuli, {
      assume: { '*': { bpdu: 'ieee' }, ...assume },
      otherwise,
      spanningTree: 'pvst',
    })
  } catch (error) {
    if (error instanceof UnmodelledNetwork) return error.message
    throw error
  }
}

type Speaker = { readonly name: string; readonly end: Endpoint; readonly tagged: Vid | undefined }

/** All cables between switches, and a station at each end of the service as its purpose said before. */
function stage(
  view: SiteView,
  before: SiteView,
  service: Service,
): { network: Network; stations: Speaker[]; missing: LostWay[] } {
  const scene = new SceneBuilder()
  for (const device of view.devices.values()) {
    for (const port of device.cabled) {
      if (!port.peer) continue
      scene.keep(device, port.name)
      scene.cable({ device: device.reading.name, port: port.name }, port.peer)
    }
  }
  const stations: Speaker[] = []
  const missing: LostWay[] = []
  service.ends.forEach((end, index) => {
    const port = portOf(before, end)
    const device = view.devices.get(end.device)
    const was = before.devices.get(end.device)
    if (!port || !device || !was) {
      missing.push({ from: end, to: end })
      return
    }
    scene.keep(device, end.port)
    const name = `END-${index + 1}`
    const tagged = tagAtEnd(was, port, service.vlan)
    if (port.role === 'link' && !port.peer) {
      // Whoever changes a trunk changes its far end too, but nobody turns that into an access port.
      const now = portOf(view, end)?.port
      const far =
        now?.mode.value === 'trunk'
          ? scene.mirror(device.reading, now, service.vlan)
          : scene.mirror(was.reading, port.port, service.vlan)
      scene.host(far, name)
    } else scene.host(end, name, tagged)
    stations.push({ name, end, tagged: port.role === 'link' ? undefined : tagged })
  })
  return { network: scene.network(), stations, missing }
}

/**
 * The tag a station at this port writes itself: a phone in its voice VLAN does, a host does not. A hypervisor does, but for the VLAN
 * that the port sends without a tag: that is its port group without a VLAN, often the management network (facts J5).
 */
function tagAtEnd(device: DeviceView, view: PortView, vlan: Vid): Vid | undefined {
  const { role, purpose, port } = view
  if (role === 'hypervisor' || purpose === 'hypervisor') {
    const ask = permissive(device.reading.device)
    const modes = mayOperate(view, ask)
    return modes.some((mode) => sentUntagged(device, view, mode, ask).includes(vlan)) ? undefined : vlan
  }
  return port.voiceVlan.value === vlan && port.accessVlan.value !== vlan ? vlan : undefined
}

function speaks(device: string, tagged: Vid | undefined, at: number): Stimulus {
  const src = `02:00:00:00:30:${device.replace(/\D/g, '').padStart(2, '0').slice(-2)}`
  const tags = tagged === undefined ? [] : [tag(tagged)]
  const frame = padded({ dst: BROADCAST, src, tags, ethertype: 0x88b5, payload: '5a'.repeat(46) })
  return { when: { at }, do: 'send', device, port: NIC, frame }
}

/** The ends that do not hear each other in the service's own VLAN: to meet in another one is no service. */
function lostIn(trace: Trace, stations: readonly Speaker[], vlan: Vid): LostWay[] {
  return stations.flatMap((speaker, index) => {
    const at = FIRST_SPEAKS_AT + index * APART
    const sent = trace.events.find((e) => e.kind === 'send' && e.device === speaker.name && e.at === at)
    const events = sent ? journey(trace, sent.id) : []
    const isInside = events.find((event) => event.kind === 'enter')?.vlan === vlan
    return stations
      .filter((other) => other !== speaker && !(isInside && takenIn(events, other.name)))
      .map((other) => ({ from: speaker.end, to: other.end }))
  })
}
