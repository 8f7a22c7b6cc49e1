import { journey, takenIn } from '../attacks/journey.ts'
import { dependence } from '../net/depend.ts'
import { BROADCAST, padded, tag } from '../net/frame.ts'
import type { Endpoint, Network } from '../net/network.ts'
import { simulate } from '../net/simulate.ts'
import { NIC } from '../net/stations/host.ts'
import type { Stimulus } from '../net/stimulus.ts'
import type { Trace } from '../net/trace.ts'
import type { Vid } from '../net/vlan-set.ts'
import type { Service } from '../rules/site.ts'
import { type PortView, portOf, type SiteView } from '../rules/view.ts'
import { SceneBuilder } from './scene.ts'

/** One end of a service that another one does not hear. */
export type LostWay = { readonly from: Endpoint; readonly to: Endpoint }

/** Whether a named service works on every switch the configuration may stand for, and which ends lost each other. */
export type ServiceVerdict = {
  readonly service: Service
  readonly works: boolean
  readonly lost: readonly LostWay[]
}

/** When the first end speaks, after trunks have formed, and how far apart the others follow, in virtual milliseconds. */
const FIRST_SPEAKS_AT = 40_000
const APART = 100

/** Every service of the site, tried by a broadcast from each of its ends in turn. */
export function judgeServices(view: SiteView): ServiceVerdict[] {
  return view.site.services.map((service) => judgeService(view, service))
}

function judgeService(view: SiteView, service: Service): ServiceVerdict {
  const { network, stations, missing } = stage(view, service)
  const stimuli = stations.map(({ name, tagged }, index) =>
    speaks(name, tagged, FIRST_SPEAKS_AT + index * APART),
  )
  const heardUnder = new Map<string, LostWay>()
  const found = dependence((under) => {
    const trace = simulate(network, stimuli, under)
    const lost = lostIn(trace, stations)
    for (const way of lost) heardUnder.set(JSON.stringify(way), way)
    return { works: lost.length === 0, readings: trace.readings }
  })
  const lost = [...missing, ...heardUnder.values()]
  return { service, works: found.verdict === 'works' && missing.length === 0, lost }
}

type Speaker = { readonly name: string; readonly end: Endpoint; readonly tagged: Vid | undefined }

/** All cables between switches, and a station at each end of the service as its purpose says. */
function stage(
  view: SiteView,
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
    const port = portOf(view, end)
    const device = view.devices.get(end.device)
    if (!port || !device) {
      missing.push({ from: end, to: end })
      return
    }
    scene.keep(device, end.port)
    const name = `END-${index + 1}`
    const tagged = tagAtEnd(port, service.vlan)
    if (port.role === 'link' && !port.peer)
      scene.host(scene.mirror(device.reading, port.port, service.vlan), name)
    else scene.host(end, name, tagged)
    stations.push({ name, end, tagged: port.role === 'link' ? undefined : tagged })
  })
  return { network: scene.network(), stations, missing }
}

/** The tag a station at this port writes itself: a hypervisor does, a phone in its voice VLAN does, a host does not. */
function tagAtEnd({ role, purpose, port }: PortView, vlan: Vid): Vid | undefined {
  if (role === 'hypervisor' || purpose === 'hypervisor') return vlan
  return port.voiceVlan.value === vlan && port.accessVlan.value !== vlan ? vlan : undefined
}

function speaks(device: string, tagged: Vid | undefined, at: number): Stimulus {
  const src = `02:00:00:00:30:${device.replace(/\D/g, '').padStart(2, '0').slice(-2)}`
  const tags = tagged === undefined ? [] : [tag(tagged)]
  const frame = padded({ dst: BROADCAST, src, tags, ethertype: 0x88b5, payload: '5a'.repeat(46) })
  return { when: { at }, do: 'send', device, port: NIC, frame }
}

function lostIn(trace: Trace, stations: readonly Speaker[]): LostWay[] {
  return stations.flatMap((speaker, index) => {
    const at = FIRST_SPEAKS_AT + index * APART
    const sent = trace.events.find((e) => e.kind === 'send' && e.device === speaker.name && e.at === at)
    const events = sent ? journey(trace, sent.id) : []
    return stations
      .filter((other) => other !== speaker && !takenIn(events, other.name))
      .map((other) => ({ from: speaker.end, to: other.end }))
  })
}
