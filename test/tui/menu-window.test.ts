import { describe, expect, it } from 'vitest'
import { marksOf, windowFrom } from '../../src/tui/parts/menu-window.ts'

const SIX = [1, 1, 1, 1, 1, 1]
const IDS = ['a', 'b', 'c', 'd', 'e', 'f']

describe('a menu with more lines than room', () => {
  it('moves its window no further than the mark makes it', () => {
    expect(windowFrom({ at: 2, first: 0 }, 3, SIX)).toBe(0)
    expect(windowFrom({ at: 3, first: 0 }, 3, SIX)).toBe(1)
    expect(windowFrom({ at: 2, first: 1 }, 3, SIX)).toBe(1)
    expect(windowFrom({ at: 0, first: 3 }, 3, SIX)).toBe(0)
    expect(windowFrom({ at: 5, first: 0 }, 3, SIX)).toBe(3)
  })

  it('fills a place that has grown', () => {
    expect(windowFrom({ at: 5, first: 5 }, 4, SIX)).toBe(2)
    expect(windowFrom({ at: 5, first: 5 }, 9, SIX)).toBe(0)
  })

  it('says how many lines are out of sight, and where', () => {
    expect([...marksOf(IDS, 0, 3, SIX)]).toEqual([
      ['a', ''],
      ['b', ''],
      ['c', '↓ 3'],
    ])
    expect([...marksOf(IDS, 2, 3, SIX)]).toEqual([
      ['c', '↑ 2'],
      ['d', ''],
      ['e', '↓ 1'],
    ])
    expect([...marksOf(IDS, 3, 3, SIX)].at(-1)).toEqual(['f', ''])
    expect([...marksOf(IDS, 0, 9, SIX).values()].join('')).toBe('')
    expect([...marksOf(IDS, 2, 1, SIX)]).toEqual([['c', '↓ 3']])
  })

  it('counts the blank row above a line that is set apart', () => {
    const apart = [1, 1, 2, 1, 1, 1]
    expect(windowFrom({ at: 2, first: 0 }, 3, apart)).toBe(1)
    expect([...marksOf(IDS, 0, 3, apart)].at(-1)).toEqual(['b', '↓ 4'])
    expect([...marksOf(IDS, 1, 3, apart)].at(-1)).toEqual(['c', '↓ 3'])
  })
})
