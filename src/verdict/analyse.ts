import type { AttackId } from '../attacks/attack.ts'
import { type AskOption, egress, type Ingress, ingress } from '../net/bridge.ts'
import { stopsAlone } from '../net/bundling.ts'
import type { Attempt as Answer, Assumptions } from '../net/depend.ts'
import { type Tag, tag } from '../net/frame.ts'
import { blockedAt, inconsistentEnds } from '../net/inconsistent-ends.ts'
import type { OptionReading } from '../net/options.ts'
import { OptionDoor } from '../net/run/option-door.ts'
import { USUAL_RUN } from '../net/trace.ts'
import { hasVlan, type Vid } from '../net/vlan-set.ts'
import { groupOfSeat, leadsOut, reachedInside } from '../rules/guest-groups.ts'
import { type CableEnd, operatesAs } from '../rules/operating.ts'
import { bridging, neighbourOf, ownVlan } from '../rules/passage.ts'
import type { Attempt } from '../rules/rule.ts'
import { type DeviceView, deviceOf, type PortView, portOf, type SiteView } from '../rules/view.ts'

/** The switches of a site under one setting of the open options. */
type Under = { readonly view: SiteView; readonly ask: (device: DeviceView) => AskOption }

const PRIORITY_ONLY = 0

/**
 * Whether an attack gets through, from the decisions of ingress and egress along its way alone, without a run: for counting
 * and choosing at scale. Property tests hold it equal to the simulation; what is shown to people still comes from a trace.
 */
export function analyse(view: SiteView, attempt: Attempt, under: Assumptions): Answer {
  const door = new OptionDoor({ ...USUAL_RUN, ...under })
  const at: Under = { view, ask: (device) => door.for(device.reading.device) }
  return { works: WAYS[attempt.attack](at, attempt), readings: door.readings }
}

/** Whether any of several attempts gets through. What comes after the first that does decides nothing, and is not asked. */
export function analyseAll(view: SiteView, attempts: readonly Attempt[], under: Assumptions): Answer {
  const readings: OptionReading[] = []
  for (const attempt of attempts) {
    const answer = analyse(view, attempt, under)
    readings.push(...answer.readings)
    if (answer.works) return { works: true, readings }
  }
  return { works: false, readings }
}

const WAYS: Readonly<Record<AttackId, (at: Under, attempt: Attempt) => boolean>> = {
  'switch-spoofing': spoofs,
  'plain-tagging': tags,
  'double-tagging': hops,
  'guest-tagging': guestTags,
  'native-mismatch': changesVlan,
}

/** A host that says "desirable" gets a trunk, and the trunk takes the tag. */
function spoofs({ view, ask }: Under, { from, vlan }: Attempt): boolean {
  const device = deviceOf(view, from.device)
  const port = portOf(view, from)
  if (!port || port.role === 'idle' || port.role === 'member') return false
  const own = endOf(device, port, ask(device))
  const desirable = { ...own.port, mode: { value: 'dynamic desirable' as const, from: [] } }
  const spoofer: CableEnd = {
    device: { vtpDomain: { value: '', from: [] }, vtpMode: { value: 'off', from: [] } },
    port: { ...desirable, negotiate: { value: true, from: [] }, encapsulation: { value: 'dot1q', from: [] } },
    ask: own.ask,
  }
  if (operatesAs(own, spoofer) !== 'trunk' || port.port.mode.value === 'trunk') return false
  return ingress(bridging(device, port, true), tag(vlan), own.ask).accepted
}

/** A trunk takes the tag of a host that writes its own. */
function tags({ view, ask }: Under, { from, vlan }: Attempt): boolean {
  const device = deviceOf(view, from.device)
  const port = portOf(view, from)
  if (port?.role === 'idle' || port?.port.mode.value !== 'trunk') return false
  return ingress(bridging(device, port, true), tag(vlan), ask(device)).accepted
}

/**
 * A port group hands the tags through, and a trunk takes the outer one, which is the wanted VLAN or is lost further on; or another port
 * group of the host is reached without a trunk.
 */
function guestTags(at: Under, attempt: Attempt): boolean {
  const { from, vlan, outer = vlan, guestOf } = attempt
  const seat = guestOf && groupOfSeat(at.view, guestOf)
  if (seat && from.device === seat.host.name) return reachedInside(at.view, seat, vlan) !== undefined
  if (seat && !(hasVlan(seat.vlans, outer) && leadsOut(seat.host, seat.group.vSwitch))) return false
  const device = deviceOf(at.view, from.device)
  const port = portOf(at.view, from)
  if (port?.role !== 'hypervisor') return false
  const ask = at.ask(device)
  const asTrunk = operatesAs(endOf(device, port, ask), null) === 'trunk'
  const entered = ingress(bridging(device, port, asTrunk), tag(outer), ask)
  if (!entered.accepted) return false
  return outer === vlan || travels(at, device, entered, attempt, tag(vlan))
}

/** One of the outer tags brings the frame into a VLAN that leaves untagged where the inner tag is read. */
function hops(at: Under, attempt: Attempt): boolean {
  const { from, vlan } = attempt
  const device = deviceOf(at.view, from.device)
  const port = portOf(at.view, from)
  if (!port || port.role === 'idle' || port.role === 'member') return false
  const ask = at.ask(device)
  const entry = bridging(device, port, operatesAs(endOf(device, port, ask), null) === 'trunk')
  for (const vid of outerTags(port, attempt)) {
    const entered = ingress(entry, tag(vid), ask)
    if (entered.accepted && travels(at, device, entered, attempt, tag(vlan))) return true
  }
  return false
}

/** The outer tags worth trying: that of the attempt, else those that bring the frame into a VLAN of the port's own. */
function outerTags({ port }: PortView, { vlan, outer }: Attempt): Vid[] {
  if (outer !== undefined) return [outer]
  const own = ownVlan(port)
  const tags: Vid[] = own === vlan ? [] : [own, PRIORITY_ONLY]
  const phone = port.voiceVlan.value
  if (typeof phone === 'number' && phone !== vlan) tags.push(phone)
  return tags
}

/** A frame without any tag, or with a phone's, gets to a trunk whose far end takes it into another VLAN. */
function changesVlan(at: Under, attempt: Attempt): boolean {
  const outer = attempt.outer === undefined ? undefined : tag(attempt.outer)
  const device = deviceOf(at.view, attempt.from.device)
  const port = portOf(at.view, attempt.from)
  if (!port || port.role === 'idle' || port.role === 'member') return false
  const ask = at.ask(device)
  const asTrunk = operatesAs(endOf(device, port, ask), null) === 'trunk'
  const entered = ingress(bridging(device, port, asTrunk), outer, ask)
  return entered.accepted && travels(at, device, entered, attempt, undefined)
}

/**
 * Whether the frame gets along the way in the VLAN it entered, until one egress writes no tag and the next ingress reads `inner`
 * into the VLAN that is wanted.
 */
function travels(
  at: Under,
  start: DeviceView,
  entered: Ingress & { accepted: true },
  attempt: Attempt,
  inner: Tag | undefined,
): boolean {
  let device = start
  let outer = entered.vlan
  for (const [index, out] of attempt.way.entries()) {
    const port = portOf(at.view, out)
    if (!port) return false
    const ask = at.ask(device)
    const neighbour = neighbourOf(port)
    const far = neighbour.kind === 'switch' ? deviceOf(at.view, neighbour.at.device) : device
    const farPort = neighbour.kind === 'switch' ? portOf(at.view, neighbour.at) : port
    if (neighbour.kind === 'none' || !farPort) return false
    const near = endOf(device, port, ask)
    if (neighbour.kind === 'hypervisor') {
      const sent = egress(bridging(device, port, operatesAs(near, null) === 'trunk'), outer, ask)
      return sent.sent && !sent.tagged && inner !== undefined
    }
    const beyond = endOf(far, farPort, at.ask(far))
    // The far end that is assumed behind a mirror agrees on any port-channel.
    if (neighbour.kind === 'switch' && isStopped(near, beyond)) return false
    const leaving = bridging(device, port, operatesAs(near, beyond) === 'trunk')
    const arriving = bridging(far, farPort, operatesAs(beyond, near) === 'trunk')
    const blocks = inconsistentEnds({ port: leaving, ask }, { port: arriving, ask: at.ask(far) })
    const sent = egress({ ...leaving, blocked: blockedAt(blocks.near) }, outer, ask)
    if (!sent.sent) return false
    const into = { ...arriving, blocked: blockedAt(blocks.far) }
    const read = ingress(into, sent.tagged ? tag(outer) : inner, at.ask(far))
    if (!read.accepted) return false
    if (!sent.tagged) return read.vlan === attempt.vlan && index === attempt.way.length - 1
    if (neighbour.kind === 'mirror') return false
    outer = read.vlan
    device = far
  }
  return false
}

/** Whether one of the ends stops because they never make a port-channel of their cable. */
function isStopped(near: CableEnd, far: CableEnd): boolean {
  return stopsAlone(near.port, far.port, near.ask) || stopsAlone(far.port, near.port, far.ask)
}

function endOf(device: DeviceView, { port }: PortView, ask: AskOption): CableEnd {
  return { device: device.reading.device, port, ask }
}
