import { describe, expect, it } from 'vitest'
import { type Playback, type PlaybackAction, playback, reelOf, startOf } from '../../src/flow/playback.ts'
import { playerKeys } from '../../src/tui/player/player-keys.ts'
import { doubleTagging } from '../flow/scenes.ts'

const film = doubleTagging()
const ATTACKS = film.steps.flatMap(({ attack, index }) => (attack ? [index] : []))
const LAST = film.steps.length - 1

/** Presses keys of a film by the names of their actions; gives the steps it then stood at, and why a key did nothing. */
function pressed(start: Playback, ...actions: readonly ('attackNext' | 'attackBack')[]): (number | string)[] {
  let now = start
  return actions.map((action) => {
    const binding = playerKeys(now, {
      dispatch: (what: PlaybackAction) => {
        now = playback(now, what)
      },
      cells: 10,
      still: false,
      look: null,
      show: () => null,
      ask: () => {},
      list: () => {},
      attacks: ATTACKS,
    })[action]
    if (typeof binding !== 'function') return binding?.off ?? ''
    binding()
    return now.step
  })
}

describe('the keys that go from attack to attack', () => {
  it('come by every step in which the attack acts, there and back, and then say that there is no more', () => {
    const start = startOf(reelOf(film))
    const further = ATTACKS.filter((step) => step > 0)
    const there = pressed(start, ...further.map(() => 'attackNext' as const), 'attackNext')
    expect(there).toEqual([...further, expect.stringContaining('no step further on')])
    const end = playback(start, { do: 'goto', step: LAST })
    const before = ATTACKS.filter((step) => step < LAST).reverse()
    const back = pressed(end, ...before.map(() => 'attackBack' as const), 'attackBack')
    expect(back).toEqual([...before, expect.stringContaining('no step before')])
  })

  it('do not lead past a question', () => {
    const gate = ATTACKS.find((step) => step > 0) ?? LAST
    const [said] = pressed(startOf(reelOf(film, { gates: [gate] })), 'attackNext')
    expect(said).toContain('a question comes first')
  })
})
