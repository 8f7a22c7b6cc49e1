import { destinationRule, sourceRule } from '../address-rules.ts'
import type { EventId } from '../event.ts'
import { type Frame, isGroup, padded, type Tag, TPID_CUSTOMER } from '../frame.ts'
import { UnmodelledNetwork } from '../network.ts'
import type { Vid } from '../vlan-set.ts'
import type { Learned } from './mac-table.ts'
import { outlet, type PortRun } from './port-run.ts'
import type { Travelling } from './recorder.ts'
import { type FarEnds, farEnds, type SwitchRun, type Way } from './switch-run.ts'
import { type Arrive, CABLE_DELAY, type Crossing, type Wires } from './wires.ts'
import type { World } from './world.ts'

/** Switches a frame may pass more than there are, before its path must be a loop. */
const SPARE_HOPS = 8

/** Runs the bridges: ingress, learning, relay and egress of each frame that arrives at a switch (facts A3). */
export class BridgeRun {
  readonly #world: World
  readonly #wires: Wires
  readonly #arrive: Arrive

  constructor(world: World, wires: Wires, arrive: Arrive) {
    this.#world = world
    this.#wires = wires
    this.#arrive = arrive
  }

  /** A frame that no protocol of the switch took for itself arrives at a port. */
  arrive(device: SwitchRun, port: PortRun, travelling: Travelling, cause: EventId): void {
    const { recorder, switches } = this.#world
    const { frame } = travelling
    if (travelling.hops > switches.size + SPARE_HOPS) {
      throw new UnmodelledNetwork(
        `Frames circle through ${device.name} ${port.name}: the cables form a loop that no spanning tree breaks.`,
      )
    }
    const decision = device.ingress(port, frame.tags[0])
    const at = { device: device.name, port: port.name, travelling }
    const refuse = (why: typeof decision.decision, because: typeof decision.because, vlan: Vid | null) =>
      recorder.record(
        { ...at, decision: why, because, causes: [cause, port.setBy] },
        { kind: 'refuse', vlan },
      )
    if (!decision.accepted) {
      refuse(decision.decision, decision.because, decision.vlan)
      return
    }
    const { vlan, read } = decision
    const rule = sourceRule(frame.src, device.ask) ?? destinationRule(frame.dst, device.ask)
    if (rule) {
      const refused = refuse(rule.decision, [], vlan)
      if (rule.learns) this.#learn(device, port, travelling, vlan, refused)
      return
    }
    const entered = recorder.tracing
      ? recorder.record(
          { ...at, decision: decision.decision, because: decision.because, causes: [cause, port.setBy] },
          { kind: 'enter', vlan, tagRead: read?.vid ?? null },
        )
      : -1
    this.#learn(device, port, travelling, vlan, entered)
    this.#relay(device, port, travelling, vlan, read, entered)
  }

  #learn(device: SwitchRun, port: PortRun, travelling: Travelling, vlan: Vid, cause: EventId): void {
    const { src: mac } = travelling.frame
    const { recorder } = this.#world
    const known = device.macTable.find(vlan, mac)
    if (known?.port === port) {
      known.seen = recorder.now
      return
    }
    if (isGroup(mac)) return
    const at = { device: device.name, port: port.name, travelling }
    if (known && device.ask('macMove') === 'held') {
      recorder.record(
        { ...at, decision: 'learn/held', causes: [cause, known.event] },
        { kind: 'refuse', vlan },
      )
      return
    }
    const event = recorder.record(
      { ...at, decision: 'learn/source', causes: [cause] },
      { kind: 'learn', vlan, mac, movedFrom: known?.port.name ?? null },
    )
    const learned: Learned = { port, event, seen: recorder.now }
    device.macTable.put(vlan, mac, learned)
    this.#ageLater(device, vlan, mac, learned, this.#world.settings.macAgeing)
  }

  #ageLater(device: SwitchRun, vlan: Vid, mac: string, learned: Learned, delay: number): void {
    const { recorder, settings } = this.#world
    this.#world.in(delay, true, () => {
      if (device.macTable.find(vlan, mac) !== learned) return
      const left = learned.seen + settings.macAgeing - recorder.now
      if (left > 0) return this.#ageLater(device, vlan, mac, learned, left)
      device.macTable.drop(vlan, mac)
      recorder.record(
        { device: device.name, port: learned.port.name, decision: 'forget/aged', causes: [learned.event] },
        { kind: 'forget', vlan, mac },
      )
    })
  }

  #relay(
    device: SwitchRun,
    from: PortRun,
    travelling: Travelling,
    vlan: Vid,
    read: Tag | null,
    entered: EventId,
  ): void {
    const { recorder } = this.#world
    const { frame } = travelling
    const group = isGroup(frame.dst)
    const known = group ? undefined : device.macTable.find(vlan, frame.dst)
    const at = { device: device.name, port: from.name, travelling }
    if (known?.port === from) {
      const causes = [entered, known.event]
      recorder.record({ ...at, decision: 'relay/same-port', causes }, { kind: 'refuse', vlan })
      return
    }
    const way = known ? device.way(known.port, vlan) : null
    const copies = this.#copies(frame, vlan, read, device)
    if (!recorder.tracing) {
      const to = known ? farEnds(way ? [way] : []) : device.floodEnds(vlan)
      return this.#relayUntold(to, from, copies, travelling)
    }
    const plan = known ? (way ? [way] : []) : device.floodPlan(vlan)
    const targets = plan.filter(({ port }) => port !== from)
    const decision = known ? 'relay/known' : group ? 'relay/flood-group' : 'relay/flood-unknown'
    const relayed = recorder.record(
      { ...at, decision, causes: [entered, known ? known.event : null] },
      { kind: 'relay', vlan, out: targets.filter((t) => t.egress.sent).map((t) => t.port.name) },
    )
    this.#leave(device, targets, copies, travelling, vlan, relayed)
  }

  #leave(
    device: SwitchRun,
    targets: readonly Way[],
    copies: Copies,
    came: Travelling,
    vlan: Vid,
    relayed: EventId,
  ): void {
    const { recorder } = this.#world
    const crossings: Crossing[] = []
    for (const { port, jack, egress } of targets) {
      const causes = port.setBy === null ? [relayed] : [relayed, port.setBy]
      if (!egress.sent) {
        const { decision, because } = egress
        const at = { device: device.name, port: port.name, travelling: came }
        recorder.record({ ...at, decision, because, causes }, { kind: 'refuse', vlan })
        continue
      }
      const frame = egress.tagged ? copies.tagged : copies.untagged
      const travelling = { frame, copy: recorder.nextCopy(), parentCopy: came.copy, hops: came.hops + 1 }
      const left = recorder.leave(device.name, port.name, egress, causes, travelling, vlan)
      crossings.push({ jack, travelling, cause: left })
    }
    this.#wires.crossAll(crossings)
  }

  /** The same relay where nothing is written down: no event, no copy of its own for each port. */
  #relayUntold({ ends, tagged }: FarEnds, from: PortRun, copies: Copies, came: Travelling): void {
    const hops = came.hops + 1
    const bare = { frame: copies.untagged, copy: -1, parentCopy: -1, hops }
    const bearing = { frame: copies.tagged, copy: -1, parentCopy: -1, hops }
    const back = outlet(from)?.peer
    this.#world.in(CABLE_DELAY, false, () => {
      ends.forEach((end, i) => {
        if (end !== back) this.#arrive(end, tagged[i] ? bearing : bare, -1)
      })
    })
  }

  /** The frame as it leaves without a tag of the bridge's own, and with one; the tag that ingress read is in neither. */
  #copies(frame: Frame, vlan: Vid, read: Tag | null, device: SwitchRun): Copies {
    const { shortestFrame } = this.#world.settings
    const inner = read ? { ...frame, tags: frame.tags.slice(1) } : frame
    const dei = read?.dei ? device.ask('dropEligible') === 'kept' : false
    const written = { tpid: read?.tpid ?? TPID_CUSTOMER, vid: vlan, pcp: read?.pcp ?? 0, dei }
    return {
      untagged: padded(inner, shortestFrame),
      tagged: padded({ ...inner, tags: [written, ...inner.tags] }, shortestFrame),
    }
  }
}

type Copies = { readonly untagged: Frame; readonly tagged: Frame }
