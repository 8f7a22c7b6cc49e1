import type { Film } from './film.ts'

/** How much moves: frames travel, frames jump from end to end, or nothing runs by itself. */
export type Motion = 'full' | 'steps' | 'none'

/** Speeds in order; 1 is a second a cable. */
export const SPEEDS = [0.25, 0.5, 1, 2, 4] as const
export type Speed = (typeof SPEEDS)[number]

/** Film time, in milliseconds at speed 1: looking on while a rule is applied, and travelling a cable of any length. */
export const DWELL = 600
export const TRAVEL = 1000
/** Cells of travel in one sub-step, as parts of a cable. */
export const SUBSTEPS = 10

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
  | { readonly do: 'sub-next' | 'sub-back' | 'faster' | 'slower' | 'motion' | 'stopping' }
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

/** How far along its cable the frame of this step is, 0 to 1; it leaves when the rule has been looked at. */
export function travelled(state: Playback): number {
  if (!state.reel.travels[state.step]) return 0
  if (state.motion !== 'full') return state.time > 0 ? 1 : 0
  return Math.min(1, Math.max(0, (state.time - DWELL) / TRAVEL))
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

function subStep(state: Playback, direction: 1 | -1): Playback {
  const length = lengthOf(state)
  const size = TRAVEL / SUBSTEPS
  const paused = { ...state, playing: false }
  const time = state.time + direction * size
  if (time > length) return state.time < length ? { ...paused, time: length } : gotoStart(paused)
  if (time < 0)
    return state.time > 0 || state.step === 0 ? { ...paused, time: 0 } : goto(paused, state.step - 1, 'end')
  return { ...paused, time }
}

function gotoStart(state: Playback): Playback {
  return state.step >= state.reel.travels.length - 1 ? state : goto(state, state.step + 1, 'start')
}

function speedBy(state: Playback, direction: 1 | -1): Playback {
  return { ...state, speed: SPEEDS[SPEEDS.indexOf(state.speed) + direction] ?? state.speed }
}

const NEXT_MOTION: Readonly<Record<Motion, Motion>> = { full: 'steps', steps: 'none', none: 'full' }

/** With less motion a step is shorter, so its time is cut; a film that stands still does not play. */
function withMotion(state: Playback): Playback {
  const now = { ...state, motion: NEXT_MOTION[state.motion] }
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
      return subStep(state, 1)
    case 'sub-back':
      return subStep(state, -1)
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
