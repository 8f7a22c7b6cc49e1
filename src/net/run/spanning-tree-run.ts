import type { DecisionId } from '../decisions.ts'
import type { EventId, Millis } from '../event.ts'
import { numberIn } from '../per-vlan.ts'
import { spanningTree } from '../spanning-tree.ts'
import {
  ALL_VLANS,
  NO_VLANS,
  sameVlans,
  unionVlans,
  type Vid,
  type VlanSet,
  withoutVlans,
} from '../vlan-set.ts'
import { inconsistencies } from './inconsistency.ts'
import type { PortRun, SwitchRun } from './switch-run.ts'
import { alikeVlans, allConsistent, segmentsOf, switchLinks } from './tree-segments.ts'
import type { World } from './world.ts'

/** Listening and learning: how long a port that comes up waits before it forwards (facts B8). */
export const FORWARD_DELAY: Millis = 30_000

/** The priority of a switch that is told none, in every VLAN. */
const USUAL_PRIORITY = 32_768

/** What spanning tree does to a port: VLANs cut to break loops, VLANs found inconsistent, VLANs that still wait. */
type Blocking = { loop: VlanSet; inconsistent: VlanSet; waiting: VlanSet; round: number }

/**
 * Spanning tree, computed and not exchanged: after every change of cables, modes or lines the active topology is worked out
 * anew for each VLAN, what PVST+ finds inconsistent is blocked (facts B3, C5; as documented), and what may forward again waits.
 */
export class SpanningTreeRun {
  readonly #world: World
  readonly #on: boolean
  readonly #blocking = new Map<PortRun, Blocking>()
  #started = false

  constructor(world: World) {
    this.#world = world
    this.#on = world.settings.spanningTree === 'pvst'
  }

  /** The tree as it stands when the run starts: converged long ago, so nothing waits. */
  start(): void {
    this.topologyChanged(null)
    this.#started = true
  }

  /** A port's link came up or its mode changed: it listens and learns before it forwards, but for PortFast (facts B8). */
  portRestarts(port: PortRun, cause: EventId): void {
    const device = port.ownJack.bridge
    if (!this.#on || !this.#started || !device || device.ask('bpdu') === 'none' || isEdge(port)) return
    this.#wait(device, port, ALL_VLANS, cause)
  }

  /** Works out the trees anew. */
  topologyChanged(cause: EventId | null): void {
    if (!this.#on) return
    const switches = [...this.#world.switches.values()]
    // Whether a switch speaks at all is asked only where it decides: on a loop. A verdict may hang on what is asked.
    const bridges = switches.map((device) => ({
      name: device.name,
      mac: device.mac,
      priority: (vlan: Vid) => numberIn(device.bridgePriority.value, vlan) ?? USUAL_PRIORITY,
      get blocks() {
        return device.ask('bpdu') !== 'none'
      },
    }))
    const links = switchLinks(switches)
    const ranges = alikeVlans(switches)
    const vlans = ranges.map(([from]) => from)
    const tree = (inconsistent: (port: PortRun) => VlanSet) =>
      spanningTree(bridges, segmentsOf(links, vlans, inconsistent))
    const consistent = tree(allConsistent)
    const found = inconsistencies(links, consistent)
    const inconsistent = (port: PortRun) => found.get(port)?.vlans ?? NO_VLANS
    const loops = new Map<PortRun, VlanSet>()
    const settled = found.size === 0 ? consistent : tree(inconsistent)
    for (const { bridge, port: name, vlan } of settled.blocked) {
      const port = switches[bridge]?.ports.get(name)
      const range = ranges.find(([from]) => from === vlan)
      if (port && range) loops.set(port, unionVlans(loops.get(port) ?? NO_VLANS, [range]))
    }
    let moved = false
    for (const device of switches) {
      for (const port of device.ports.values()) {
        const was = this.#of(port)
        const loop = loops.get(port) ?? NO_VLANS
        moved ||= !sameVlans(was.loop, loop)
        this.#settle(
          device,
          port,
          { loop, inconsistent: inconsistent(port) },
          found.get(port)?.decision,
          cause,
        )
      }
    }
    if (moved && this.#started) this.#forgetAll(switches, cause)
  }

  #settle(
    device: SwitchRun,
    port: PortRun,
    now: Pick<Blocking, 'loop' | 'inconsistent'>,
    inconsistency: DecisionId | undefined,
    cause: EventId | null,
  ): void {
    const state = this.#of(port)
    const before = unionVlans(state.loop, state.inconsistent)
    const freed = withoutVlans(before, unionVlans(now.loop, now.inconsistent))
    Object.assign(state, now)
    if (freed.length > 0) return this.#wait(device, port, freed, cause)
    this.#write(device, port, inconsistency ?? 'stp/blocks-loop', cause)
  }

  /** These VLANs go through listening and learning before they forward. */
  #wait(device: SwitchRun, port: PortRun, vlans: VlanSet, cause: EventId | null): void {
    const state = this.#of(port)
    state.waiting = unionVlans(state.waiting, vlans)
    const round = ++state.round
    const listens = this.#write(device, port, 'stp/listens', cause) ?? cause
    this.#world.in(FORWARD_DELAY, true, () => {
      if (state.round !== round) return
      state.waiting = NO_VLANS
      this.#write(device, port, 'stp/forwards', listens)
    })
  }

  /** Makes the port block what it now must, and writes it down where that is new. */
  #write(device: SwitchRun, port: PortRun, decision: DecisionId, cause: EventId | null): EventId | null {
    const { loop, inconsistent, waiting } = this.#of(port)
    const blocked = unionVlans(unionVlans(loop, inconsistent), waiting)
    if (sameVlans(blocked, port.blocked)) return null
    const more = withoutVlans(blocked, port.blocked)
    port.blocked = blocked
    device.changed()
    const at = { device: device.name, port: port.name }
    const event = this.#world.recorder.record(
      { ...at, decision, causes: [cause] },
      { kind: 'block', blocked },
    )
    port.setBy = event
    if (more.length > 0 && device.macTable.dropBehind(port) > 0) {
      this.#world.recorder.record(
        { ...at, decision: 'forget/topology', causes: [event] },
        { kind: 'forget', vlan: null, mac: null },
      )
    }
    return event
  }

  #forgetAll(switches: readonly SwitchRun[], cause: EventId | null): void {
    for (const device of switches) {
      if (device.macTable.dropBehind(null) === 0) continue
      this.#world.recorder.record(
        { device: device.name, port: '', decision: 'forget/topology', causes: [cause] },
        { kind: 'forget', vlan: null, mac: null },
      )
    }
  }

  #of(port: PortRun): Blocking {
    let state = this.#blocking.get(port)
    if (!state) {
      state = { loop: NO_VLANS, inconsistent: NO_VLANS, waiting: NO_VLANS, round: 0 }
      this.#blocking.set(port, state)
    }
    return state
  }
}

/** Whether PortFast lets this port forward at once: `edge` only while it is no trunk (facts B8, D5). */
function isEdge({ settings, operating }: PortRun): boolean {
  const portFast = settings.portFast.value
  return portFast === 'trunk' || (portFast === 'edge' && operating === 'access')
}
