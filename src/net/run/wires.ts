import type { EventId, Millis } from '../event.ts'
import { type Endpoint, UnmodelledNetwork } from '../network.ts'
import type { Jack } from './jack.ts'
import type { Travelling } from './recorder.ts'
import type { World } from './world.ts'

/** Virtual milliseconds a frame takes along a cable. */
export const CABLE_DELAY: Millis = 1

/** What takes a frame in at the end of a cable. */
export type Arrive = (at: Jack, travelling: Travelling, cause: EventId) => void

/** A frame that is about to cross the cable at this jack. */
export type Crossing = { readonly jack: Jack; readonly travelling: Travelling; readonly cause: EventId }

/** The cables of a run: what is plugged where, and the frames on their way along them. */
export class Wires {
  readonly #world: World
  readonly #arrive: Arrive

  constructor(world: World, arrive: Arrive) {
    this.#world = world
    this.#arrive = arrive
  }

  /** Plugs a cable in; throws `UnmodelledNetwork` where one of the ports does not exist or is taken. */
  plug(a: Endpoint, b: Endpoint): void {
    const [one, other] = [this.#world.jack(a), this.#world.jack(b)]
    for (const { end, peer } of [one, other]) {
      if (peer || one === other) throw new UnmodelledNetwork(`Two cables end at ${end.device} ${end.port}.`)
    }
    one.peer = other
    other.peer = one
    for (const jack of [one, other]) jack.bridge?.changed()
  }

  /** Pulls a cable; throws `UnmodelledNetwork` where there is none between these ports. */
  unplug(a: Endpoint, b: Endpoint): void {
    const [one, other] = [this.#world.jack(a), this.#world.jack(b)]
    if (one.peer !== other) {
      throw new UnmodelledNetwork(`No cable runs from ${a.device} ${a.port} to ${b.device} ${b.port}.`)
    }
    one.peer = null
    other.peer = null
    for (const jack of [one, other]) jack.bridge?.changed()
  }

  /** Sends one frame along the cable at this jack, if there is one. */
  cross(jack: Jack, travelling: Travelling, cause: EventId): void {
    const to = jack.peer
    if (!to) return
    const crossed = this.crossing(jack, to, travelling, cause)
    this.#world.in(CABLE_DELAY, false, () => this.#arrive(to, travelling, crossed))
  }

  /**
   * Sends the copies of a flood along their cables. They arrive at one moment, in the order given, as one entry of the queue:
   * the order is the same as if each had its own.
   */
  crossAll(crossings: readonly Crossing[]): void {
    const arriving: { to: Jack; travelling: Travelling; cause: EventId }[] = []
    for (const { jack, travelling, cause } of crossings) {
      const to = jack.peer
      if (to) arriving.push({ to, travelling, cause: this.crossing(jack, to, travelling, cause) })
    }
    this.#world.in(CABLE_DELAY, false, () => {
      for (const { to, travelling, cause } of arriving) this.#arrive(to, travelling, cause)
    })
  }

  /** Records that a frame is on a cable. */
  crossing(jack: Jack, to: Jack, travelling: Travelling, cause: EventId): EventId {
    const { recorder } = this.#world
    return recorder.cross(jack.end, to.end, travelling, cause, recorder.now + CABLE_DELAY)
  }
}
