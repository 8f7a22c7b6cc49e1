import { encapsulationAtRest, operatingAtRest, restartsPort } from '../dtp.ts'
import type { EventId } from '../event.ts'
import { UnmodelledNetwork } from '../network.ts'
import type { Setting, SomePortSettings, Source } from '../settings.ts'
import type { PortChange, Stimulus, SwitchChanges } from '../stimulus.ts'
import { mapSomeSettings } from '../switch-settings.ts'
import type { ChannelRun } from './channel-run.ts'
import type { DtpRun } from './dtp-run.ts'
import { forgetBehind } from './forget.ts'
import { outlet, type PortRun } from './port-run.ts'
import type { SpanningTreeRun } from './spanning-tree-run.ts'
import type { SwitchRun } from './switch-run.ts'
import type { Arrive, Wires } from './wires.ts'
import type { World } from './world.ts'

type Of<D extends Stimulus['do']> = Extract<Stimulus, { do: D }>

/** Does to the network what stimuli say: frames from outside, lines typed, cables plugged and pulled. */
export class Operator {
  readonly #world: World
  readonly #wires: Wires
  readonly #channels: ChannelRun
  readonly #dtp: DtpRun
  readonly #tree: SpanningTreeRun
  readonly #arrive: Arrive
  /** The run's table of sources, to which typed lines are added. */
  readonly #sources: Source[]

  constructor(
    world: World,
    parts: {
      wires: Wires
      channels: ChannelRun
      dtp: DtpRun
      tree: SpanningTreeRun
      arrive: Arrive
      sources: Source[]
    },
  ) {
    this.#world = world
    this.#wires = parts.wires
    this.#channels = parts.channels
    this.#dtp = parts.dtp
    this.#tree = parts.tree
    this.#arrive = parts.arrive
    this.#sources = parts.sources
  }

  /** Does it now; `after` is the event that it follows, if any. */
  act(stimulus: Stimulus, after: EventId | null): void {
    switch (stimulus.do) {
      case 'send':
        return this.#send(stimulus, after)
      case 'configure':
        return this.#configure(stimulus, after)
      case 'cable':
        return this.#cable(stimulus, after)
      case 'wait':
        return
    }
  }

  #send({ device, port, frame }: Of<'send'>, after: EventId | null): void {
    const { recorder } = this.#world
    const jack = this.#world.jack({ device, port })
    const travelling = { frame, copy: recorder.nextCopy(), parentCopy: null, hops: 0 }
    const sent = recorder.record(
      { device, port, decision: 'station/sends', causes: [after], travelling },
      { kind: 'send' },
    )
    if (jack.bridge) this.#arrive(jack, travelling, sent)
    else this.#wires.cross(jack, travelling, sent)
  }

  #configure(stimulus: Of<'configure'>, after: EventId | null): void {
    const device = this.#world.switches.get(stimulus.device)
    if (!device) throw new UnmodelledNetwork(`There is no switch called ${stimulus.device} to configure.`)
    const first = this.#sources.length
    this.#sources.push(...stimulus.sources)
    const because = stimulus.sources.map((_, index) => first + index)
    if (stimulus.global) this.#configureSwitch(device, stimulus.global, { first, because, after })
    const typed = { first, because, after }
    const changed = stimulus.ports.map((change) => this.#configurePort(device, change, typed))
    // Ports that are told otherwise together are bundled once, when all of them are.
    const last = changed.at(-1)
    if (last) this.#channels.settleAround(device, last.port.setBy)
    for (const { port, restarts } of changed) {
      if (port.setBy === null) continue
      if (restarts) {
        this.#dtp.comesUp(device, port, port.setBy)
        this.#tree.portRestarts(port, port.setBy)
      }
      this.#tree.topologyChanged(port.setBy)
    }
  }

  #configureSwitch(device: SwitchRun, changes: SwitchChanges, typed: Typed): void {
    const global = mapSomeSettings(changes, (setting) => shifted(setting, typed.first))
    Object.assign(device, global)
    const event = this.#world.recorder.record(
      {
        device: device.name,
        port: '',
        decision: 'operator/configures',
        causes: [typed.after],
        because: typed.because,
      },
      { kind: 'configure', settings: null, global, operating: null },
    )
    device.changed()
    this.#tree.topologyChanged(event)
  }

  /** Gives a port its new settings and writes that down; whether it starts anew by them. */
  #configurePort(device: SwitchRun, change: PortChange, typed: Typed): { port: PortRun; restarts: boolean } {
    const port = device.ports.get(change.port)
    if (!port) throw new UnmodelledNetwork(`${device.name} has no port ${change.port} to configure.`)
    const settings = Object.fromEntries(
      Object.entries(change.settings).map(([name, setting]) => [
        name,
        shifted(setting as Setting<unknown>, typed.first),
      ]),
    ) as SomePortSettings
    port.settings = { ...port.settings, ...settings }
    const restarts = restartsPort(settings)
    if (restarts) {
      port.operating = operatingAtRest(port.settings)
      port.encapsulation = encapsulationAtRest(port.settings)
      port.heard = null
      device.macTable.dropBehind(port)
    }
    port.setBy = this.#world.recorder.record(
      {
        device: device.name,
        port: port.name,
        decision: 'operator/configures',
        causes: [typed.after],
        because: typed.because,
      },
      { kind: 'configure', settings, global: null, operating: port.operating },
    )
    return { port, restarts }
  }

  #cable({ a, b, connected }: Of<'cable'>, after: EventId | null): void {
    if (connected) this.#wires.plug(a, b)
    else this.#wires.unplug(a, b)
    const decision = connected ? 'operator/plugs' : 'operator/unplugs'
    const event = this.#world.recorder.record(
      { device: a.device, port: a.port, decision, causes: [after] },
      { kind: 'cable', to: b, connected },
    )
    for (const { bridge } of [this.#world.jack(a), this.#world.jack(b)]) {
      if (bridge) this.#channels.settle([bridge], event)
    }
    for (const end of [a, b]) {
      const { bridge: device, port } = this.#world.jack(end)
      if (!device || !port) continue
      if (connected) {
        this.#dtp.comesUp(device, port, event)
        this.#tree.portRestarts(port, event)
      } else if (!outlet(port)) {
        forgetBehind(this.#world.recorder, device, port, { decision: 'forget/link-lost', causes: [event] })
        this.#dtp.linkLost(device, port, event)
      }
    }
    this.#tree.topologyChanged(event)
  }
}

/** Where typed lines come from: the first source they brought, all of them, and the event they follow. */
type Typed = { readonly first: number; readonly because: readonly number[]; readonly after: EventId | null }

function shifted<T>(setting: Setting<T>, by: number): Setting<T> {
  return { ...setting, from: setting.from.map((id) => id + by) }
}
