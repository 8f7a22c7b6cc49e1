import { arpFrame, readArp } from '../arp.ts'
import { type Frame, type Mac, tag } from '../frame.ts'
import { type Packet, packetFrame, readPacket } from '../ipv4.ts'
import { readSegment, segmentPacket } from '../transport.ts'
import type { Vid } from '../vlan-set.ts'
import { NIC, withoutHostTag } from './host.ts'
import { changedPage, decodePage } from './memory-page.ts'
import { askFor } from './neighbours.ts'
import { spoofingFrame, spoofingGap, trunkHeard } from './spoofer.ts'
import type { StationKind, StationReport, StationSend, StationStep, StationTimer } from './station.ts'

/**
 * An attacker who puts himself between two hosts of one VLAN by ARP spoofing (facts J9): he tells each that he has the other's
 * address, passes on what they send, and reads and changes migrating memory on the way.
 */
export type RelaySpec = {
  readonly kind: 'relay'
  readonly mac: Mac
  /** His own address in that network, to ask for the others'. */
  readonly ip: string
  readonly between: readonly [string, string]
  readonly startsAt: number
  /**
   * The VLAN he tags, on a port that is a trunk or became one; without it he sends untagged. He hears frames without a tag in any case:
   * where the VLAN is the trunk's native one, what is said there comes so (facts B8).
   */
  readonly vlan?: Vid
  /** Whether he first makes his port a trunk by DTP, with this domain (facts B8). */
  readonly spoofs?: { readonly domain: string }
  /** The page he writes another text into. */
  readonly changes?: { readonly page: number; readonly text: string }
}

/** What the machine in the middle remembers between two steps. */
export type RelayState = {
  readonly macs: Readonly<Record<string, Mac>>
  readonly trunk: boolean
  readonly spoken: number
}

type Step = StationStep<RelayState>

/** How often he repeats his claims, so that a true answer does not undo them. */
const REPEAT = 10_000

/** A machine in the middle: speaks DTP where it is to be a trunk first, asks for both addresses, then claims them and passes on. */
export const relay: StationKind<RelaySpec, RelayState> = {
  ports: () => [NIC],
  initial: () => ({ macs: {}, trunk: false, spoken: 0 }),
  step: (spec, state, input) => {
    if (input.kind === 'start') {
      const speak = spec.spoofs ? [{ name: 'dtp', in: 0, background: false }] : []
      return { state, timers: [...speak, { name: 'ask', in: spec.startsAt, background: false }] }
    }
    if (input.kind === 'timer') return onTimer(spec, state, input.name)
    const inner = withoutHostTag(spec.vlan, input.frame) ?? withoutHostTag(undefined, input.frame)
    const trunk = trunkHeard(input.frame)
    if (trunk !== null) return { state: { ...state, trunk }, reception: 'overheard' }
    return inner ? onFrame(spec, state, inner) : { state, reception: 'overheard' }
  },
}

function onTimer(spec: RelaySpec, state: RelayState, name: string): Step {
  switch (name) {
    case 'dtp': {
      const frame = spoofingFrame(spec.mac, spec.spoofs?.domain ?? '', state.trunk)
      const spoken = state.spoken + 1
      const timers: StationTimer[] = [{ name, in: spoofingGap(spoken), background: true }]
      return { state: { ...state, spoken }, sends: [{ port: NIC, frame }], timers }
    }
    case 'ask': {
      const sends = spec.between.map((ip) => sent(spec, askFor(ip, spec)))
      return { state, sends }
    }
    default:
      return { state, sends: claims(spec, state), timers: [{ name: 'claim', in: REPEAT, background: true }] }
  }
}

function onFrame(spec: RelaySpec, state: RelayState, frame: Frame): Step {
  const arp = readArp(frame)
  if (arp) {
    const wanted = spec.between.includes(arp.senderIp) && arp.senderMac !== spec.mac
    if (!wanted || arp.targetIp !== spec.ip) return { state, reception: 'overheard' }
    const next = { ...state, macs: { ...state.macs, [arp.senderIp]: arp.senderMac } }
    const complete = spec.between.every((ip) => next.macs[ip] !== undefined)
    const first = complete && !spec.between.every((ip) => state.macs[ip] !== undefined)
    const timers: StationTimer[] = first ? [{ name: 'claim', in: 0, background: false }] : []
    return { state: next, reception: 'addressed', timers }
  }
  const packet = frame.dst === spec.mac ? readPacket(frame) : null
  const to = packet ? state.macs[packet.to] : undefined
  if (!packet || to === undefined)
    return { state, reception: frame.dst === spec.mac ? 'addressed' : 'overheard' }
  const { passed, reports } = readAndChange(spec, packet)
  const send = sent(spec, packetFrame(spec.mac, to, passed))
  return { state, reception: 'addressed', reports, sends: [{ ...send, via: 'forwarded' }] }
}

/** Tells each of the two that the other's address is here. */
function claims(spec: RelaySpec, { macs }: RelayState): StationSend[] {
  const [a, b] = spec.between
  return [
    { told: a, about: b },
    { told: b, about: a },
  ].flatMap(({ told, about }) => {
    const targetMac = macs[told]
    if (targetMac === undefined) return []
    const lie = { type: 'reply', senderMac: spec.mac, senderIp: about, targetMac, targetIp: told } as const
    return [sent(spec, arpFrame(lie))]
  })
}

function readAndChange(spec: RelaySpec, packet: Packet): { passed: Packet; reports: StationReport[] } {
  const segment = readSegment(packet)
  const page = segment ? decodePage(segment.data, null) : null
  if (!segment || !page) return { passed: packet, reports: [] }
  const number = page.kind === 'page' ? page.page.number : page.number
  const read: StationReport =
    page.kind === 'page'
      ? { says: 'page-read', detail: { page: number, text: page.page.text } }
      : { says: 'page-unreadable', detail: { page: number } }
  if (spec.changes?.page !== number) return { passed: packet, reports: [read] }
  const data = changedPage(segment.data, spec.changes.text)
  const changed: StationReport = { says: 'page-changed', detail: { page: number } }
  return { passed: segmentPacket(packet.from, packet.to, { ...segment, data }), reports: [read, changed] }
}

function sent(spec: RelaySpec, frame: Frame): StationSend {
  return { port: NIC, frame: spec.vlan === undefined ? frame : { ...frame, tags: [tag(spec.vlan)] } }
}
