import type { Event, EventId, FrameId } from './event.ts'
import { decodeFrame, type Frame, type Hex, SHORTEST_FRAME } from './frame.ts'
import type { Network } from './network.ts'
import type { OptionReading, OptionValues } from './options.ts'
import type { Source } from './settings.ts'
import type { Stimulus } from './stimulus.ts'

/** How a run is made, apart from the network and what is done to it. Plain JSON, so that a trace can be run again. */
export type RunSettings = {
  /** Values assumed for the options that a profile leaves open: by profile name, else for every profile under `*`. */
  readonly assume: Readonly<Record<string, OptionValues>>
  /** What else the open options are: the most permissive for the attacker, or the strictest. */
  readonly otherwise: 'permissive' | 'strict'
  /**
   * Whether the switches run spanning tree. `none` leaves every port forwarding, and a network with a loop is refused; `pvst`
   * computes a tree per VLAN, lets a new link wait, and blocks what PVST+ finds inconsistent (facts B3, B8, C5).
   */
  readonly spanningTree: 'none' | 'pvst'
  /** Bytes that a frame is padded to when a switch sends it; 60 on real wires, 0 for comparison with virtual ones. */
  readonly shortestFrame: number
  /** Virtual milliseconds after which an address that was not seen again is forgotten. */
  readonly macAgeing: number
  /** Whether a port that comes up speaks DTP every second until it has an answer; weakly documented (facts B2). */
  readonly fastHellos: boolean
}

/** How runs are made where nobody says otherwise. */
export const USUAL_RUN: RunSettings = {
  assume: {},
  otherwise: 'permissive',
  spanningTree: 'none',
  shortestFrame: SHORTEST_FRAME,
  macAgeing: 300_000,
  fastHellos: false,
}

/** Everything that happened in one run. Plain JSON in, plain JSON out: it can be stored, replayed, drawn and proved from. */
export type Trace = {
  readonly network: Network
  readonly stimuli: readonly Stimulus[]
  readonly settings: RunSettings
  /** Every distinct frame as bytes on the wire. */
  readonly frames: readonly Hex[]
  /** The network's sources, then those that `configure` stimuli brought. */
  readonly sources: readonly Source[]
  readonly events: readonly Event[]
  /** Every option that was asked for, with the answer: what the outcome may depend on. */
  readonly readings: readonly OptionReading[]
}

/** A frame of the trace, decoded. */
export function frameOf(trace: Trace, id: FrameId): Frame {
  const hex = trace.frames[id]
  const frame = hex === undefined ? null : decodeFrame(hex)
  if (!frame) throw new RangeError(`The trace holds no frame ${id}.`)
  return frame
}

/** An event of the trace; throws `RangeError` when there is no such event. */
export function eventOf(trace: Trace, id: EventId): Event {
  const event = trace.events[id]
  if (!event) throw new RangeError(`The trace holds no event ${id}.`)
  return event
}

/**
 * The event and everything it came from, in order of time. One attack on a large network makes hundreds of events by flooding;
 * its story is the dozen that led to the outcome. Animate the story, never the flood.
 */
export function story(trace: Trace, id: EventId): Event[] {
  const wanted = new Set<EventId>([id])
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const cause of eventOf(trace, next).causes) {
      if (wanted.has(cause)) continue
      wanted.add(cause)
      open.push(cause)
    }
  }
  return [...wanted].sort((a, b) => a - b).map((each) => eventOf(trace, each))
}
