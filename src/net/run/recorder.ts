import type { DecisionId } from '../decisions.ts'
import type { CopyId, Event, EventDetail, EventId, FrameId, Millis } from '../event.ts'
import { encodeFrame, type Frame, type Hex } from '../frame.ts'
import type { SourceId } from '../settings.ts'

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

const NO_SOURCES: readonly SourceId[] = []

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
  readonly #onEvent: (id: EventId) => void

  /** `onEvent` hears of every event, so that a stimulus can follow one. */
  constructor(tracing: boolean, onEvent: (id: EventId) => void) {
    this.tracing = tracing
    this.#onEvent = onEvent
  }

  /** The number of the next copy of a frame. */
  nextCopy(): CopyId {
    return this.#copies++
  }

  record(what: Happening, detail: EventDetail): EventId {
    if (!this.tracing) return -1
    const id = this.events.length
    const { travelling } = what
    const event = {
      id,
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
    }
    this.events.push(event)
    this.#onEvent(id)
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
