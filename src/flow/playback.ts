import type { Film } from './film.ts'
import { DWELL, MOTIONS, type Motion, SPEEDS, type Speed, TRAVEL } from './pace.ts'

/** What a player needs to know of a film. A new film is a new reel; the reel never changes while it plays. */
export type Reel = {
  /** For each step whether a frame travels in it. */
  readonly travels: readonly boolean[]
  /** Steps that a running film stops behind: the ends of the author's segments. */
  readonly stops: readonly number[]
  /** Steps that may not begin until a question is answered. */
  readonly gates: readonly number[]
}

/** Where a player stands. Plain data: the same actions always lead to the same place. */
export type Playback = {
  readonly reel: Reel
  /** The step that is shown, from 0. */
  readonly step: number
  /** Film milliseconds into the step, up to its length. */
  readonly time: number
  readonly playing: boolean
  /** Whether it plays this step only. */
  readonly single: boolean
  readonly speed: Speed
  readonly motion: Motion
  /** Whether a running film stops at the end of each segment. */
  readonly stopping: boolean
  /** Gates that have been answered. */
  readonly answered: readonly number[]
}

/** What can happen to a film that is played: keys, time and answers. */
export type PlaybackAction =
  | { readonly do: 'play' | 'pause' | 'toggle' | 'next' | 'back' | 'restart' | 'end' }
  | { readonly do: 'faster' | 'slower' | 'motion' | 'stopping' }
  /** On or back by one of the cells that the frame of this step has to travel. */
  | { readonly do: 'sub-next' | 'sub-back'; readonly cells: number }
  | { readonly do: 'goto'; readonly step: number }
  /** To the start of a step, and on from there; with no motion, to its end. */
  | { readonly do: 'play-at'; readonly step: number }
  /** Wall-clock milliseconds have passed. */
  | { readonly do: 'tick'; readonly ms: number }
  /** The question before this step is answered. */
  | { readonly do: 'answer'; readonly gate: number }

/** The reel of a film: gates and stops by step index; without stops every step is a segment of its own. */
export function reelOf(
  film: Film,
  more: { stops?: readonly number[]; gates?: readonly number[] } = {},
): Reel {
  return {
    travels: film.steps.map((step) => step.move !== null),
    stops: more.stops ?? film.steps.map((step) => step.index),
    gates: more.gates ?? [],
  }
}

/** A player at the start of a reel, paused before anything has moved. */
export function startOf(reel: Reel, motion: Motion = 'full'): Playback {
  return {
    reel,
    step: 0,
    time: 0,
    playing: false,
    single: false,
    speed: 1,
    motion,
    stopping: true,
    answered: [],
  }
}

/** Film milliseconds a step lasts. A frame that jumps needs no travel time. */
export function lengthOf(state: Playback, step: number = state.step): number {
  return state.reel.travels[step] && state.motion === 'full' ? DWELL + TRAVEL : DWELL
}

/** Whether the last step has run to its end. */
export function isAtEnd(state: Playback): boolean {
  return state.step >= state.reel.travels.length - 1 && state.time >= lengthOf(state)
}

/** The film time the picture is drawn from: one that jumps shows a frame where its step ends. */
export function shownTime(state: Playback): number {
  const jumps = state.motion !== 'full' && state.time > 0 && state.reel.travels[state.step]
  return jumps ? DWELL + TRAVEL : state.time
}

function isOpen(state: Playback, gate: number): boolean {
  return !state.answered.includes(gate)
}

/** The gate the film stands before: its question must be answered to go on. Null where nothing holds it. */
export function waitingAt(state: Playback): number | null {
  const gate =
    state.time >= lengthOf(state) ? state.step + 1 : state.time === 0 && state.step === 0 ? 0 : null
  return gate !== null && state.reel.gates.includes(gate) && isOpen(state, gate) ? gate : null
}

/** The first gate on the way to this step that is not answered; null where the way is free. */
function gateBefore(state: Playback, step: number): number | null {
  const closed = state.reel.gates.filter((gate) => gate <= step && isOpen(state, gate))
  return closed.length === 0 ? null : Math.min(...closed)
}

/** The last step that can be gone to now: the one before the next open question, else the last of all. */
export function lastOpenStep(state: Playback): number {
  const last = state.reel.travels.length - 1
  const gate = gateBefore(state, last)
  return gate === null ? last : Math.max(0, gate - 1)
}

/** Where the gate holds the film: the end of the step before it. */
function heldAt(state: Playback, gate: number): Playback {
  const step = Math.max(0, gate - 1)
  return { ...state, step, playing: false, time: gate === 0 ? 0 : lengthOf(state, step) }
}

function goto(state: Playback, wanted: number, time: 'start' | 'end'): Playback {
  const step = Math.max(0, Math.min(state.reel.travels.length - 1, wanted))
  const gate = gateBefore(state, step)
  if (gate !== null) return heldAt(state, gate)
  return { ...state, step, time: time === 'end' ? lengthOf(state, step) : 0 }
}

/** On to the next step, which then runs to its own end; without motion it is shown as it ends. */
function next(state: Playback): Playback {
  if (waitingAt(state) !== null || isAtEnd(state)) return { ...state, playing: false }
  if (state.time === 0) return begin(state)
  if (isLast(state)) return { ...state, time: lengthOf(state), playing: false }
  const moved = goto(state, state.step + 1, 'start')
  return moved.time === 0 ? begin(moved) : moved
}

function isLast(state: Playback): boolean {
  return state.step >= state.reel.travels.length - 1
}

function begin(state: Playback): Playback {
  return state.motion === 'none'
    ? { ...state, time: lengthOf(state), playing: false }
    : { ...state, playing: true, single: true }
}

/** The end of the step before: exact, because a film is data and not an animation run backwards. */
function back(state: Playback): Playback {
  const paused = { ...state, playing: false }
  return state.step === 0 ? { ...paused, time: 0 } : goto(paused, state.step - 1, 'end')
}

function play(state: Playback): Playback {
  if (waitingAt(state) !== null || state.motion === 'none') return state
  if (isAtEnd(state)) return { ...goto(state, 0, 'start'), playing: true, single: false }
  const running = state.time < lengthOf(state) ? { ...state, playing: true } : next(state)
  return { ...running, single: false }
}

function playFrom(state: Playback, step: number): Playback {
  const there = goto({ ...state, playing: false }, step, 'start')
  return there.time === 0 ? { ...begin(there), single: false } : there
}

function tick(state: Playback, ms: number): Playback {
  if (!state.playing) return state
  let now: Playback = { ...state, time: state.time + ms * state.speed }
  while (now.playing && now.time >= lengthOf(now)) {
    const over = now.time - lengthOf(now)
    const atStop = now.single || (now.stopping && now.reel.stops.includes(now.step))
    const done = { ...now, time: lengthOf(now) }
    if (atStop || isAtEnd(done)) return { ...done, playing: false }
    const moved = goto(done, now.step + 1, 'start')
    now = moved.playing ? { ...moved, time: over } : moved
  }
  return now
}

/** Times at which a sub-step may rest: the start of the step, each cell of the cable, and the end. */
function rests(state: Playback, cells: number): number[] {
  const length = lengthOf(state)
  if (length <= DWELL) return [0, length]
  const count = Math.max(1, cells)
  return [0, ...Array.from({ length: count + 1 }, (_, cell) => DWELL + (TRAVEL * cell) / count)]
}

function subNext(state: Playback, cells: number): Playback {
  const paused = { ...state, playing: false }
  const time = rests(state, cells).find((each) => each > state.time)
  return time === undefined ? gotoStart(paused) : { ...paused, time }
}

function subBack(state: Playback, cells: number): Playback {
  const paused = { ...state, playing: false }
  const time = rests(state, cells).findLast((each) => each < state.time)
  if (time !== undefined) return { ...paused, time }
  return state.step === 0 ? paused : goto(paused, state.step - 1, 'end')
}

function gotoStart(state: Playback): Playback {
  return state.step >= state.reel.travels.length - 1 ? state : goto(state, state.step + 1, 'start')
}

function speedBy(state: Playback, direction: 1 | -1): Playback {
  return { ...state, speed: SPEEDS[SPEEDS.indexOf(state.speed) + direction] ?? state.speed }
}

/** With less motion a step is shorter, so its time is cut; a film that stands still does not play. */
function withMotion(state: Playback): Playback {
  const motion = MOTIONS[(MOTIONS.indexOf(state.motion) + 1) % MOTIONS.length] ?? 'full'
  const now = { ...state, motion }
  const done = state.time >= lengthOf(state)
  return { ...now, time: done ? lengthOf(now) : Math.min(state.time, lengthOf(now)), playing: false }
}

/** The player's next place. Nothing passes a gate that is not answered. */
export function playback(state: Playback, action: PlaybackAction): Playback {
  switch (action.do) {
    case 'play':
      return play(state)
    case 'pause':
      return { ...state, playing: false }
    case 'toggle':
      return state.playing ? { ...state, playing: false } : play(state)
    case 'next':
      return next(state)
    case 'back':
      return back(state)
    case 'restart':
      return { ...state, step: 0, time: 0, playing: false }
    case 'end':
      return goto({ ...state, playing: false }, state.reel.travels.length - 1, 'end')
    case 'goto':
      return goto({ ...state, playing: false }, action.step, 'end')
    case 'play-at':
      return playFrom(state, action.step)
    case 'sub-next':
      return subNext(state, action.cells)
    case 'sub-back':
      return subBack(state, action.cells)
    case 'faster':
      return speedBy(state, 1)
    case 'slower':
      return speedBy(state, -1)
    case 'motion':
      return withMotion(state)
    case 'stopping':
      return { ...state, stopping: !state.stopping }
    case 'tick':
      return tick(state, action.ms)
    case 'answer':
      return { ...state, answered: [...state.answered, action.gate] }
  }
}
