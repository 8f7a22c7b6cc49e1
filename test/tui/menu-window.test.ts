import { describe, expect, it } from 'vitest'
import { marksOf, windowFrom } from '../../src/tui/parts/menu-window.ts'

const IDS = ['a', 'b', 'c', 'd', 'e', 'f']

describe('a menu with more lines than room', () => {
  it('moves its window no further than the mark makes it', () => {
    expect(windowFrom({ at: 2, first: 0 }, 3, 6)).toBe(0)
    expect(windowFrom({ at: 3, first: 0 }, 3, 6)).toBe(1)
    expect(windowFrom({ at: 2, first: 1 }, 3, 6)).toBe(1)
    expect(windowFrom({ at: 0, first: 3 }, 3, 6)).toBe(0)
    expect(windowFrom({ at: 5, first: 0 }, 3, 6)).toBe(3)
  })

  it('fills a place that has grown', () => {
    expect(windowFrom({ at: 5, first: 5 }, 4, 6)).toBe(2)
    expect(windowFrom({ at: 5, first: 5 }, 9, 6)).toBe(0)
  })

  it('says how many lines are out of sight, and where', () => {
    expect([...marksOf(IDS, 0, 3)]).toEqual([
      ['a', ''],
      ['b', ''],
      ['c', '↓ 3'],
    ])
    expect([...marksOf(IDS, 2, 3)]).toEqual([
      ['c', '↑ 2'],
      ['d', ''],
      ['e', '↓ 1'],
    ])
    expect([...marksOf(IDS, 3, 3)].at(-1)).toEqual(['f', ''])
    expect([...marksOf(IDS, 0, 9).values()].join('')).toBe('')
    expect([...marksOf(IDS, 2, 1)]).toEqual([['c', '↓ 3']])
  })
})
