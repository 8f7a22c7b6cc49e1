import type { Egress } from '../bridge-port.ts'
import type { DecisionId } from '../decisions.ts'
import type { CopyId, Event, EventDetail, EventId, FrameId, Millis } from '../event.ts'
import { encodeFrame, type Frame, type Hex } from '../frame.ts'
import { type Endpoint, UnmodelledNetwork } from '../network.ts'
import type { SourceId } from '../settings.ts'
import type { Vid } from '../vlan-set.ts'

/** One frame on its way through a run: which copy it is, what it was copied from, and how many switches it went through. */
export type Travelling = {
  readonly frame: Frame
  readonly copy: CopyId
  readonly parentCopy: CopyId | null
  readonly hops: number
}

/** What an event says besides its detail. */
export type Happening = {
  readonly device: string
  readonly port: string
  readonly decision: DecisionId
  readonly causes: readonly (EventId | null)[]
  readonly because?: readonly SourceId[]
  readonly travelling?: Travelling
}

/** No scene comes near this many events; a run that does has a loop that nothing breaks. */
const MOST_EVENTS = 2_000_000

const NO_SOURCES: readonly SourceId[] = []

type Sent = Extract<Egress, { sent: true }>

/** Writes the events of a run down, and the frames they speak of; or, not tracing, only keeps the clock. */
export class Recorder {
  readonly events: Event[] = []
  readonly frames: Hex[] = []
  /** False where a run is only counted: then nothing is written and every event has the number -1. */
  readonly tracing: boolean
  now: Millis = 0
  #copies = 0
  #lastFrame: Frame | null = null
  #lastFrameId: FrameId = 0
  readonly #idByHex = new Map<Hex, FrameId>()
  readonly #follows: ReadonlyMap<EventId, unknown>
  readonly #onFollowed: (id: EventId) => void

  /** `onFollowed` hears of the events in `follows`: those that a stimulus comes after. */
  constructor(tracing: boolean, follows: ReadonlyMap<EventId, unknown>, onFollowed: (id: EventId) => void) {
    this.tracing = tracing
    this.#follows = follows
    this.#onFollowed = onFollowed
  }

  /** The number of the next copy of a frame. */
  nextCopy(): CopyId {
    return this.#copies++
  }

  /** Writes an event down and gives its number. Throws `UnmodelledNetwork` for a run that does not end. */
  record(what: Happening, detail: EventDetail): EventId {
    if (!this.tracing) return -1
    const { travelling } = what
    return this.#write({
      id: this.events.length,
      at: this.now,
      causes: what.causes.filter((cause) => cause !== null),
      device: what.device,
      port: what.port,
      decision: what.decision,
      because: what.because ?? NO_SOURCES,
      frame: travelling ? this.#frameId(travelling.frame) : null,
      copy: travelling ? travelling.copy : null,
      parentCopy: travelling ? travelling.parentCopy : null,
      ...detail,
    })
  }

  /** A frame crosses a cable. Said apart from `record`, as are the next two, because most events of a flood are these three. */
  cross(from: Endpoint, to: Endpoint, travelling: Travelling, cause: EventId, arrives: Millis): EventId {
    if (!this.tracing) return -1
    return this.#write({
      id: this.events.length,
      at: this.now,
      causes: [cause],
      device: from.device,
      port: from.port,
      decision: 'wire/cross',
      because: NO_SOURCES,
      frame: this.#frameId(travelling.frame),
      copy: travelling.copy,
      parentCopy: travelling.parentCopy,
      kind: 'cross',
      to,
      arrives,
    })
  }

  /** A bridge sends a copy out of a port. */
  leave(
    device: string,
    port: string,
    egress: Sent,
    causes: EventId[],
    travelling: Travelling,
    vlan: Vid,
  ): EventId {
    return this.#write({
      id: this.events.length,
      at: this.now,
      causes,
      device,
      port,
      decision: egress.decision,
      because: egress.because,
      frame: this.#frameId(travelling.frame),
      copy: travelling.copy,
      parentCopy: travelling.parentCopy,
      kind: 'leave',
      vlan,
      tagged: egress.tagged,
    })
  }

  /** A frame reaches a station. */
  deliver(
    device: string,
    port: string,
    decision: DecisionId,
    cause: EventId,
    travelling: Travelling,
  ): EventId {
    return this.#write({
      id: this.events.length,
      at: this.now,
      causes: [cause],
      device,
      port,
      decision,
      because: NO_SOURCES,
      frame: this.#frameId(travelling.frame),
      copy: travelling.copy,
      parentCopy: travelling.parentCopy,
      kind: 'deliver',
    })
  }

  #write(event: Event): EventId {
    const { id } = event
    if (id >= MOST_EVENTS) {
      throw new UnmodelledNetwork(`The run does not end: it made ${MOST_EVENTS} events.`)
    }
    this.events.push(event)
    if (this.#follows.size > 0 && this.#follows.has(id)) this.#onFollowed(id)
    return id
  }

  #frameId(frame: Frame): FrameId {
    if (frame === this.#lastFrame) return this.#lastFrameId
    const hex = encodeFrame(frame)
    let id = this.#idByHex.get(hex)
    if (id === undefined) {
      id = this.frames.push(hex) - 1
      this.#idByHex.set(hex, id)
    }
    this.#lastFrame = frame
    this.#lastFrameId = id
    return id
  }
}
