import { expect, test } from 'vitest'
import { KeyPlaces } from '../../src/config/key-places.ts'

/** Keys that are easily taken for one another: leading zeros, runs that begin alike, more digits than a number holds. */
const KEYS = [
  '',
  '7',
  'a',
  'a0',
  'a00',
  'a000',
  'a01',
  'a1',
  'a10',
  'a010',
  'a1/0',
  'a1/01',
  'a1/1',
  'a1/10',
  'b1/1',
  'a1234567890',
  'a12345678901',
  'a123456789',
  'a1.5',
  'a1-5',
]

test('whatever was asked before, each key has its own place', () => {
  for (const before of KEYS) {
    const places = new KeyPlaces()
    for (const [place, key] of KEYS.entries()) {
      places.get(before)
      expect(places.get(key)).toBeUndefined()
      places.set(key, place)
    }
    for (const [place, key] of KEYS.entries()) {
      places.get(before)
      expect(places.get(key)).toBe(place)
    }
  }
})
