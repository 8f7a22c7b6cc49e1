import type { DecisionId } from '../decisions.ts'
import type { EventId, LoopCut, Millis } from '../event.ts'
import { blockedAt, type Inconsistency } from '../inconsistent-ends.ts'
import {
  ALL_VLANS,
  NO_VLANS,
  sameVlans,
  unionVlans,
  type VlanSet,
  vlanSet,
  withoutVlans,
} from '../vlan-set.ts'
import { forgetBehind } from './forget.ts'
import { loopCuts } from './loop-cuts.ts'
import type { PortRun } from './port-run.ts'
import type { SwitchRun } from './switch-run.ts'
import { treesNow } from './trees-now.ts'
import type { World } from './world.ts'

/** Listening and learning: how long a port that comes up waits before it forwards (facts B8). */
const FORWARD_DELAY: Millis = 30_000

/** What spanning tree does to a port: VLANs cut to break loops, VLANs found inconsistent, VLANs that wait until a moment. */
type Blocking = {
  cuts: readonly LoopCut[]
  inconsistency: Inconsistency | null
  waiting: VlanSet
  until: Millis
}
type Causes = readonly EventId[]
type Found = Pick<Blocking, 'cuts' | 'inconsistency'>

/**
 * Spanning tree, computed and not exchanged: after every change of cables, modes or lines the active topology is worked out
 * anew for each VLAN, what PVST+ finds inconsistent is blocked (facts B3, C5; as documented), and what may forward again waits.
 */
export class SpanningTreeRun {
  readonly #world: World
  readonly #on: boolean
  readonly #blocking = new Map<PortRun, Blocking>()
  /** The events of this moment that changed the topology. */
  #changes: EventId[] = []

  constructor(world: World) {
    this.#world = world
    this.#on = world.settings.spanningTree === 'pvst'
  }

  /** The tree as it stands when the run starts: converged long ago, so nothing waits. */
  start(): void {
    if (this.#on) this.#computeAll([])
  }

  /** A port's link came up or its mode changed: it listens and learns before it forwards, but for PortFast (facts B8). */
  portRestarts(port: PortRun, cause: EventId): void {
    const device = port.ownJack.bridge
    if (!this.#on || !device || device.ask('bpdu') === 'none' || isEdge(port)) return
    this.#wait(device, port, ALL_VLANS, [cause])
  }

  /** The trees are worked out anew, once for all that changes at one moment: a thousand trunks may form at once. */
  topologyChanged(cause: EventId): void {
    if (!this.#on) return
    this.#changes.push(cause)
    if (this.#changes.length > 1) return
    this.#world.in(0, false, () => {
      const causes = this.#changes
      this.#changes = []
      this.#computeAll(causes)
    })
  }

  #computeAll(causes: Causes): void {
    const switches = [...this.#world.switches.values()]
    const found = findings(switches)
    let moved = false
    for (const device of switches) {
      for (const port of device.ports.values()) {
        const now = found(port)
        moved ||= !sameVlans(cutVlans(this.#of(port)), cutVlans(now))
        this.#settle(device, port, now, causes)
      }
    }
    if (!moved) return
    for (const device of switches) this.#forget(device, null, causes)
  }

  #settle(device: SwitchRun, port: PortRun, now: Found, causes: Causes): void {
    const state = this.#of(port)
    const freed = withoutVlans(heldBack(state), heldBack(now))
    Object.assign(state, now)
    if (freed.length > 0) return this.#wait(device, port, freed, causes)
    this.#write(device, port, now.inconsistency?.decision ?? 'stp/blocks-loop', causes)
  }

  /** These VLANs go through listening and learning before they forward. */
  #wait(device: SwitchRun, port: PortRun, vlans: VlanSet, causes: Causes): void {
    const state = this.#of(port)
    state.waiting = unionVlans(state.waiting, vlans)
    state.until = this.#world.recorder.now + FORWARD_DELAY
    const listens = this.#write(device, port, 'stp/listens', causes)
    const since = listens === null ? causes : [listens]
    this.#world.in(FORWARD_DELAY, true, () => {
      if (this.#world.recorder.now < state.until) return
      state.waiting = NO_VLANS
      this.#write(device, port, 'stp/forwards', since)
    })
  }

  /** Makes the port block what it now must, and writes it down where that is new. */
  #write(device: SwitchRun, port: PortRun, decision: DecisionId, causes: Causes): EventId | null {
    const { cuts, waiting, ...rest } = this.#of(port)
    const blocked = unionVlans(heldBack({ cuts, ...rest }), waiting)
    if (sameVlans(blocked, port.blocked)) return null
    const more = withoutVlans(blocked, port.blocked)
    port.blocked = blocked
    device.changed()
    const event = this.#world.recorder.record(
      { device: device.name, port: port.name, decision, causes },
      { kind: 'block', blocked, ...(cuts.length > 0 && { cuts }) },
    )
    port.setBy = event
    if (more.length > 0) this.#forget(device, port, [event])
    return event
  }

  #forget(device: SwitchRun, port: PortRun | null, causes: Causes): void {
    forgetBehind(this.#world.recorder, device, port, { decision: 'forget/topology', causes })
  }

  #of(port: PortRun): Blocking {
    let state = this.#blocking.get(port)
    if (!state) {
      state = { ...NOTHING_FOUND, waiting: NO_VLANS, until: 0 }
      this.#blocking.set(port, state)
    }
    return state
  }
}

const NOTHING_FOUND: Found = { cuts: [], inconsistency: null }

/** What spanning tree finds at each port of these switches, as they are now. */
function findings(switches: readonly SwitchRun[]): (port: PortRun) => Found {
  const { tree, bridges, ranges, inconsistent } = treesNow(switches)
  const cuts = loopCuts(tree, switches, bridges, ranges)
  return (port) => ({ cuts: cuts.get(port) ?? [], inconsistency: inconsistent.get(port) ?? null })
}

function cutVlans({ cuts }: Found): VlanSet {
  return vlanSet(...cuts.flatMap(({ vlans }) => vlans))
}

function heldBack(found: Found): VlanSet {
  return unionVlans(cutVlans(found), blockedAt(found.inconsistency))
}

/** Whether PortFast lets this port forward at once: `edge` only while it is no trunk (facts B8, D5). */
function isEdge({ settings, operating }: PortRun): boolean {
  const portFast = settings.portFast.value
  return portFast === 'trunk' || (portFast === 'edge' && operating === 'access')
}
