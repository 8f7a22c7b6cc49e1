import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DWELL, ENTER, nextPicture, placeAt, TRAVEL } from '../../src/flow/pace.ts'

const LENGTH = DWELL + TRAVEL

/** The pictures of a step from its start to its end: their times and places. */
function pictures(path: { entering: number; travelling: number }, least: number, length = LENGTH) {
  const seen: { time: number; entered: number; travelled: number }[] = []
  for (let time = 0; time < length; ) {
    time = nextPicture(path, time, length, least)
    seen.push({ time, ...placeAt(path, time) })
  }
  return seen
}

describe('the pictures of a step', () => {
  it('are one a cell where a cell takes long enough', () => {
    const cells = pictures({ entering: 0, travelling: 10 }, 65).map(({ travelled }) => travelled)
    expect(cells).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it('are even strides of several cells where it does not', () => {
    const cells = pictures({ entering: 0, travelling: 26 }, 75).map(({ travelled }) => travelled)
    expect(cells).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26])
  })

  it('let a frame go into the device before it leaves, and nothing else move meanwhile', () => {
    for (const { time, entered, travelled } of pictures({ entering: 5, travelling: 8 }, 65)) {
      expect(travelled > 0).toBe(time > DWELL)
      if (time >= ENTER) expect(entered).toBe(5)
    }
  })

  it('are none but the end where nothing travels', () => {
    expect(pictures({ entering: 4, travelling: 0 }, 65, DWELL)).toEqual([
      { time: DWELL, entered: 4, travelled: 0 },
    ])
  })

  it('never stand shorter than asked, never go back, and show every place at the end', () => {
    const cells = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(cells, cells, fc.integer({ min: 20, max: 400 }), (entering, travelling, least) => {
        const path = { entering, travelling }
        const seen = pictures(path, least)
        for (const [i, now] of seen.entries()) {
          const before = seen[i - 1] ?? { time: 0, entered: 0, travelled: 0 }
          expect(now.time).toBeGreaterThan(before.time)
          expect(now.entered).toBeGreaterThanOrEqual(before.entered)
          expect(now.travelled).toBeGreaterThanOrEqual(before.travelled)
        }
        expect(seen.at(-1)).toEqual({ time: LENGTH, entered: entering, travelled: travelling })
        // Of each phase only the last picture may come early: it brings the rest of the cells.
        const early = seen.filter(({ time }, i) => time - (seen[i - 1]?.time ?? 0) < least - 1e-6)
        expect(early.length).toBeLessThanOrEqual(2)
      }),
    )
  })
})
