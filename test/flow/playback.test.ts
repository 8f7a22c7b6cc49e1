import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DWELL, TRAVEL } from '../../src/flow/pace.ts'
import {
  isAtEnd,
  lastOpenStep,
  type Playback,
  type PlaybackAction,
  playback,
  reelOf,
  shownTime,
  startOf,
  waitingAt,
} from '../../src/flow/playback.ts'
import { doubleTagging } from './scenes.ts'

const film = doubleTagging()
const GATE = 3
const gated = () => startOf(reelOf(film, { gates: [GATE], stops: [2, 7] }))
/** A sub-step on a cable of ten cells. */
const SUB_NEXT = { do: 'sub-next', cells: 10 } as const
const SUB_BACK = { do: 'sub-back', cells: 10 } as const
const free = () => startOf(reelOf(film, { stops: [2, 7] }))

function acted(state: Playback, ...actions: readonly PlaybackAction[]): Playback {
  return actions.reduce(playback, state)
}

describe('playing', () => {
  it('lets a frame travel after the rule has been looked at', () => {
    const playing = acted(free(), { do: 'play' }, { do: 'tick', ms: DWELL + TRAVEL / 4 })
    expect(playing.step).toBe(0)
    expect(shownTime(playing)).toBe(DWELL + TRAVEL / 4)
  })

  it('goes on to the next step without losing time, and stops at the end of a segment', () => {
    const second = acted(free(), { do: 'play' }, { do: 'tick', ms: DWELL + TRAVEL + 50 })
    expect([second.step, second.time]).toEqual([1, 50])
    const stopped = acted(second, { do: 'tick', ms: 60_000 })
    expect([stopped.step, stopped.playing]).toEqual([2, false])
    expect(acted(stopped, { do: 'play' })).toMatchObject({ step: 3, playing: true })
  })

  it('plays through when asked to, to the very end', () => {
    const end = acted(free(), { do: 'stopping' }, { do: 'play' }, { do: 'tick', ms: 60_000 })
    expect(isAtEnd(end)).toBe(true)
    expect(end.playing).toBe(false)
    expect(acted(end, { do: 'play' })).toMatchObject({ step: 0, time: 0, playing: true })
  })

  it('is as fast as its speed, within the five speeds', () => {
    const fast = acted(free(), { do: 'faster' }, { do: 'faster' }, { do: 'faster' }, { do: 'play' })
    expect(fast.speed).toBe(4)
    expect(acted(fast, { do: 'tick', ms: 100 }).time).toBe(400)
  })

  it('jumps with steps only, and does not run with no motion', () => {
    const jumping = acted(free(), { do: 'motion' }, { do: 'play' }, { do: 'tick', ms: 10 })
    expect([jumping.motion, shownTime(jumping)]).toEqual(['steps', DWELL + TRAVEL])
    const still = acted(free(), { do: 'motion' }, { do: 'motion' }, { do: 'play' })
    expect([still.motion, still.playing]).toEqual(['none', false])
    expect(acted(still, { do: 'next' }, { do: 'next' })).toMatchObject({ step: 1, time: DWELL })
  })
})

describe('stepping', () => {
  it('runs one step to its end', () => {
    const one = acted(free(), { do: 'next' }, { do: 'tick', ms: 60_000 })
    expect(one).toMatchObject({ step: 0, time: DWELL + TRAVEL, playing: false })
    expect(acted(one, { do: 'next' })).toMatchObject({ step: 1, time: 0, playing: true })
  })

  it('goes back exactly to where a step ended', () => {
    const at5 = acted(free(), { do: 'goto', step: 5 })
    expect(acted(at5, { do: 'goto', step: 6 }, { do: 'back' })).toEqual(at5)
  })

  it('moves a frame by cells, over the border of a step in both directions', () => {
    const start = acted(free(), { do: 'goto', step: 2 })
    const on = acted(start, SUB_NEXT)
    expect([on.step, on.time]).toEqual([3, 0])
    expect(acted(on, SUB_NEXT, SUB_BACK)).toEqual(on)
    expect(acted(on, SUB_BACK)).toEqual(start)
  })
})

describe('playing from a step', () => {
  it('shows the step from its start, and goes on', () => {
    expect(acted(free(), { do: 'play-at', step: 4 })).toMatchObject({ step: 4, time: 0, playing: true })
  })

  it('is held by a gate like any other way', () => {
    expect(waitingAt(acted(gated(), { do: 'play-at', step: 4 }))).toBe(GATE)
  })
})

describe('a gate', () => {
  it('holds a running film at the end of the step before it', () => {
    const held = acted(gated(), { do: 'stopping' }, { do: 'play' }, { do: 'tick', ms: 60_000 })
    expect([held.step, held.playing, waitingAt(held)]).toEqual([2, false, GATE])
    expect(acted(held, { do: 'play' }).playing).toBe(false)
  })

  it('opens by an answer, and stays open', () => {
    const held = acted(gated(), { do: 'end' })
    const open = acted(held, { do: 'answer', gate: GATE })
    expect(waitingAt(open)).toBeNull()
    expect(acted(open, { do: 'end' }, { do: 'restart' }, { do: 'end' }).step).toBe(7)
  })

  it('is passed by no sequence of actions whatever', () => {
    const plain = ['play', 'pause', 'toggle', 'next', 'back', 'restart', 'end'] as const
    const more = ['faster', 'slower', 'motion', 'stopping'] as const
    const action: fc.Arbitrary<PlaybackAction> = fc.oneof(
      fc.constantFrom(...plain, ...more).map((name) => ({ do: name })),
      fc.constantFrom(SUB_NEXT, SUB_BACK),
      fc.integer({ min: -2, max: 12 }).map((step) => ({ do: 'goto' as const, step })),
      fc.integer({ min: -2, max: 12 }).map((step) => ({ do: 'play-at' as const, step })),
      fc.integer({ min: 0, max: 5000 }).map((ms) => ({ do: 'tick' as const, ms })),
    )
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const state = acted(gated(), ...actions)
        expect(state.step).toBeLessThan(GATE)
        expect(state.time).toBeGreaterThanOrEqual(0)
        expect(state.time).toBeLessThanOrEqual(DWELL + TRAVEL)
      }),
    )
  })

  it('ends what can be gone to now, until it is answered', () => {
    expect(lastOpenStep(gated())).toBe(GATE - 1)
    expect(lastOpenStep(acted(gated(), { do: 'answer', gate: GATE }))).toBe(film.steps.length - 1)
    expect(lastOpenStep(free())).toBe(film.steps.length - 1)
  })

  it('can stand before the first step', () => {
    const state = startOf(reelOf(film, { gates: [0] }))
    expect(waitingAt(state)).toBe(0)
    expect(acted(state, { do: 'next' }, { do: 'play' })).toEqual(state)
  })
})
