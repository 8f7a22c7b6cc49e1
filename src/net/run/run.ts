import { CISCO_GROUP, readDtp } from '../dtp-frame.ts'
import type { EventId, Millis } from '../event.ts'
import { type Network, UnmodelledNetwork } from '../network.ts'
import type { Source } from '../settings.ts'
import type { NetworkState, SwitchState } from '../state.ts'
import type { Stimulus } from '../stimulus.ts'
import { switchSettings } from '../switch-settings.ts'
import type { RunSettings, Trace } from '../trace.ts'
import { BridgeRun } from './bridge-run.ts'
import { ChannelRun } from './channel-run.ts'
import { DtpRun } from './dtp-run.ts'
import type { Jack } from './jack.ts'
import { Operator } from './operator.ts'
import { Recorder, type Travelling } from './recorder.ts'
import { SpanningTreeRun } from './spanning-tree-run.ts'
import { StationsRun, stationRun } from './station-run.ts'
import { SwitchRun } from './switch-run.ts'
import { type TreeViews, treeViews } from './tree-view.ts'
import { Wires } from './wires.ts'
import { World } from './world.ts'

/** One run of a network: a queue ordered by (virtual time, order of entry), and pure decisions that it calls. */
export class Run {
  readonly #network: Network
  readonly #stimuli: readonly Stimulus[]
  readonly #sources: Source[]
  readonly #world: World
  readonly #wires: Wires
  readonly #bridge: BridgeRun
  readonly #stations: StationsRun
  readonly #dtp: DtpRun
  readonly #tree: SpanningTreeRun
  readonly #channels: ChannelRun
  readonly #operator: Operator
  readonly #following = new Map<EventId, Stimulus[]>()
  #horizon: Millis = 0

  /** Not `tracing`, a run writes no events down and only counts. */
  constructor(network: Network, stimuli: readonly Stimulus[], settings: RunSettings, tracing = true) {
    this.#network = network
    this.#stimuli = stimuli
    this.#sources = [...network.sources]
    const recorder = new Recorder(tracing, this.#following, (id) => this.#afterEvent(id))
    const world = new World(settings, recorder)
    const arrive = (at: Jack, travelling: Travelling, cause: EventId) => this.#arrive(at, travelling, cause)
    this.#world = world
    this.#wires = new Wires(world, arrive)
    this.#bridge = new BridgeRun(world, this.#wires, arrive)
    this.#stations = new StationsRun(world, this.#wires)
    this.#tree = new SpanningTreeRun(world)
    this.#dtp = new DtpRun(world, this.#wires, (_, port, event) => {
      this.#tree.portRestarts(port, event)
      this.#tree.topologyChanged(event)
    })
    this.#channels = new ChannelRun(world, this.#sources)
    this.#operator = new Operator(world, {
      wires: this.#wires,
      channels: this.#channels,
      dtp: this.#dtp,
      tree: this.#tree,
      arrive,
      sources: this.#sources,
    })
    this.#build()
    this.#schedule()
  }

  /** Runs to the end and returns what happened. */
  trace(): Trace {
    this.run()
    return {
      network: this.#network,
      stimuli: this.#stimuli,
      settings: this.#world.settings,
      frames: this.#world.recorder.frames,
      sources: this.#sources,
      events: this.#world.recorder.events,
      readings: this.#world.options.readings,
    }
  }

  /**
   * Runs until nothing is left to happen but what happens for ever (hellos, timeouts, ageing), and at least until the last
   * stimulus that names a time; everything due at that moment still happens.
   */
  run(): void {
    const { agenda, recorder } = this.#world
    for (let next = agenda.take(this.#horizon); next; next = agenda.take(this.#horizon)) {
      recorder.now = next.at
      next.act()
    }
  }

  /** Frames that reached each station so far. */
  received(): Map<string, number> {
    return new Map([...this.#world.stations.values()].map(({ name, received }) => [name, received]))
  }

  /** The state of every switch now: what `stateAt` must tell from the trace alone. */
  state(): NetworkState {
    const switches: Record<string, SwitchState> = {}
    for (const device of this.#world.switches.values()) {
      switches[device.name] = {
        device: switchSettings(device),
        ports: Object.fromEntries(
          [...device.ports.values()].map((port) => {
            const { settings, operating, encapsulation, blocked, apart } = port
            return [port.name, { settings, operating, encapsulation, blocked, apart }]
          }),
        ),
        macTable: device.macTable.entries(),
      }
    }
    return { switches }
  }

  /** The spanning trees as this switch knows them now; null where it runs none. */
  treesSeenBy(name: string): TreeViews | null {
    const { switches, settings } = this.#world
    const device = settings.spanningTree === 'none' ? undefined : switches.get(name)
    return device ? treeViews([...switches.values()], device) : null
  }

  /** Stimuli with a time stand on the queue behind what the start of the run put there for the same moment. */
  #schedule(): void {
    for (const stimulus of this.#stimuli) {
      const { when } = stimulus
      if (!('at' in when)) continue
      this.#horizon = Math.max(this.#horizon, when.at)
      this.#world.agenda.add({
        at: when.at,
        background: false,
        act: () => this.#operator.act(stimulus, null),
      })
    }
  }

  #build(): void {
    const world = this.#world
    for (const stimulus of this.#stimuli) {
      const { when } = stimulus
      if ('after' in when)
        this.#following.set(when.after, [...(this.#following.get(when.after) ?? []), stimulus])
    }
    for (const device of this.#network.devices) {
      if (world.switches.has(device.name) || world.stations.has(device.name)) {
        throw new UnmodelledNetwork(`Two devices are called ${device.name}.`)
      }
      if (device.kind === 'station') world.stations.set(device.name, stationRun(world, device))
      else world.switches.set(device.name, new SwitchRun(device, world.options.for(device)))
    }
    for (const { a, b } of this.#network.links) this.#wires.plug(a, b)
    this.#channels.settle(world.switches.values(), null)
    this.#tree.start()
    for (const each of world.switches.values()) {
      for (const port of each.ports.values()) this.#dtp.start(each, port)
    }
    for (const station of world.stations.values()) world.in(0, false, () => this.#stations.start(station))
  }

  #afterEvent(id: EventId): void {
    for (const stimulus of this.#following.get(id) ?? [])
      this.#world.in(0, false, () => this.#operator.act(stimulus, id))
  }

  #arrive({ name, station, bridge, port }: Jack, travelling: Travelling, cause: EventId): void {
    if (station) return this.#stations.deliver(station, name, travelling, cause)
    if (!bridge || !port) return
    const { dst, tags } = travelling.frame
    if (dst === CISCO_GROUP && tags.length === 0 && bridge.ask('dtp') === 'yes') {
      const heard = readDtp(travelling.frame)
      if (heard) return this.#dtp.hear(bridge, port, heard, travelling, cause)
    }
    this.#bridge.arrive(bridge, port, travelling, cause)
  }
}
