import type { AskOption } from '../bridge-port.ts'
import type { EventId } from '../event.ts'
import type { Frame } from '../frame.ts'
import type { Station } from '../network.ts'
import { type AnyStationKind, kindOf } from '../stations/index.ts'
import type { StationInput, StationSend, StationSpec, StationStep } from '../stations/station.ts'
import type { Jack } from './jack.ts'
import type { Travelling } from './recorder.ts'
import type { Wires } from './wires.ts'
import type { World } from './world.ts'

/** A running station: its spec, its state, and the jacks of its ports. */
export type StationRun = {
  readonly name: string
  readonly spec: StationSpec
  readonly kind: AnyStationKind
  readonly ask: AskOption
  /** In the order of its ports; a list, since a station has a few at most and a network may have many thousand stations. */
  readonly jacks: readonly Jack[]
  state: unknown
  /** Frames that reached it so far. */
  received: number
}

/** A station at the start, with a jack for each of its ports. */
export function stationRun(world: World, { name, spec }: Station): StationRun {
  const kind = kindOf(spec)
  const ask = world.options.forPlatform(kind.platform?.(spec) ?? 'esxi')
  const jacks: Jack[] = []
  const station: StationRun = { name, spec, kind, ask, jacks, state: kind.initial(spec), received: 0 }
  for (const port of kind.ports(spec)) {
    jacks.push({ end: { device: name, port }, name: port, station, bridge: null, port: null, peer: null })
  }
  return station
}

/** The jack of a station's port; undefined where it has no such port. */
export function jackAt({ jacks }: StationRun, port: string): Jack | undefined {
  return jacks.find(({ end }) => end.port === port)
}

/** Runs the stations: each input is one pure step, whose answer becomes events, frames and timers. */
export class StationsRun {
  readonly #world: World
  readonly #wires: Wires
  #lastInput: StationInput = { kind: 'start' }

  constructor(world: World, wires: Wires) {
    this.#world = world
    this.#wires = wires
  }

  /** Wakes a station at the start of the run. */
  start(station: StationRun): void {
    this.#follow(station, this.#step(station, { kind: 'start' }), null, null)
  }

  /** Gives a station a frame that arrived at one of its ports. */
  deliver(station: StationRun, port: string, travelling: Travelling, cause: EventId): void {
    const { recorder } = this.#world
    station.received++
    const step = this.#step(station, this.#frameInput(port, travelling.frame))
    const delivered = recorder.tracing
      ? recorder.deliver(station.name, port, `station/${step.reception ?? 'ignored'}`, cause, travelling)
      : -1
    this.#follow(station, step, delivered, travelling)
  }

  /** The input of a frame: the same object for all stations that a flood reaches at ports of the same name. */
  #frameInput(port: string, frame: Frame): StationInput {
    const last = this.#lastInput
    if (last.kind === 'frame' && last.frame === frame && last.port === port) return last
    this.#lastInput = { kind: 'frame', port, frame }
    return this.#lastInput
  }

  #step(station: StationRun, input: StationInput): StationStep<unknown> {
    const step = station.kind.step(station.spec, station.state, input, this.#world.recorder.now, station.ask)
    station.state = step.state
    return step
  }

  #follow(
    station: StationRun,
    step: StationStep<unknown>,
    mover: EventId | null,
    came: Travelling | null,
  ): void {
    const { reports, sends, timers } = step
    if (!reports && !sends && !timers) return
    let cause = mover
    for (const { says, detail } of reports ?? []) {
      cause = this.#world.recorder.record(
        { device: station.name, port: '', decision: 'station/reports', causes: [cause] },
        { kind: 'report', says, detail },
      )
    }
    for (const send of sends ?? []) this.#send(station, send, cause, came)
    for (const { name, in: delay, background } of timers ?? []) {
      this.#world.in(delay, background, () =>
        this.#follow(station, this.#step(station, { kind: 'timer', name }), null, null),
      )
    }
  }

  #send(
    station: StationRun,
    { port, frame, via }: StationSend,
    cause: EventId | null,
    came: Travelling | null,
  ): void {
    const { recorder } = this.#world
    const forwarded = via === 'forwarded' && came !== null
    const travelling = {
      frame,
      copy: recorder.nextCopy(),
      parentCopy: came?.copy ?? null,
      hops: forwarded ? came.hops + 1 : 0,
    }
    const decision = forwarded ? 'station/forwards' : 'station/sends'
    const sent = recorder.record(
      { device: station.name, port, decision, causes: [cause], travelling },
      { kind: 'send' },
    )
    const jack = jackAt(station, port)
    if (jack) this.#wires.cross(jack, travelling, sent)
  }
}
