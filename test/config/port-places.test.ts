import { expect, test } from 'vitest'
import { type PortName, readPortName } from '../../src/config/port-name.ts'
import { PortPlaces } from '../../src/config/port-places.ts'

/** Names that are easily taken for one another: leading zeros, runs that begin alike, more digits than are counted as a number. */
const NAMES = [
  'Gi0',
  'Gi00',
  'Gi000',
  'Gi1',
  'Gi01',
  'Gi10',
  'Gi010',
  'Gi1/0',
  'Gi1/00',
  'Gi1/1',
  'Gi1/01',
  'Gi1/10',
  'Te1/1',
  'Gi1/1.5',
  'Gi1/1.05',
  'Gi123456789',
  'Gi1234567890',
  'Gi12345678901',
  'Gi1000000001',
  'Gi10000000001',
  'Po1',
]

function named(text: string): PortName {
  const name = readPortName(text)
  if (!name) throw new RangeError(`${text} is no name`)
  return name
}

/** The same name as a device writes it, read after a neighbour of its own run and after one of another. */
function readings(text: string): PortName[] {
  const { key } = named(text)
  return [key, 'GigabitEthernet1/7', key, 'GigabitEthernet7', key, 'GigabitEthernet1', key].map(named)
}

test('whatever was asked before, each name has its own place', () => {
  for (const before of NAMES) {
    const places = new PortPlaces()
    for (const [place, name] of NAMES.entries()) {
      places.get(named(before))
      expect(places.get(named(name))).toBeUndefined()
      places.set(named(name), place)
    }
    for (const [place, name] of NAMES.entries()) {
      places.get(named(before))
      expect(places.get(named(name))).toBe(place)
    }
  }
})

test('a name is taken apart alike, whatever was read before it', () => {
  for (const text of NAMES) {
    const [first, ...others] = readings(text).filter(({ key }) => key === named(text).key)
    for (const other of others) expect(other).toEqual(first)
    expect(first && first.stem + first.number).toBe(first?.key)
  }
})
