import { expect, test } from 'vitest'
import { indexOf, type PortIndex } from '../../src/config/port-index.ts'
import type { DeviceReading } from '../../src/config/reading.ts'
import type { PortSettingName } from '../../src/net/settings.ts'
import { holdsFor } from './holds.ts'
import { mutated, SEEDS } from './mutations.ts'

const TEXTS = [...SEEDS, ...Array.from({ length: 100 }, (_, number) => mutated(number))]

/** Everything an index answers about a port, asked in this order. */
function answers(index: PortIndex, settings: readonly PortSettingName[], portFirst: boolean): unknown[] {
  return index.names.map((name, place) => {
    if (portFirst) index.port(place)
    return {
      place: index.place(name),
      header: index.headerLine(place),
      from: settings.map((setting) =>
        index.sourcesOf(place, setting).map((id) => [index.lineOf(id), index.source(id)]),
      ),
      port: index.port(place),
      notes: index.notes(place),
    }
  })
}

function settingsOf({ device }: DeviceReading): PortSettingName[] {
  return Object.keys(device.ports[0] ?? {}).filter((key): key is PortSettingName => key !== 'name')
}

test('a port asked for by itself is the port of the list, folded or not', () => {
  for (const text of TEXTS) {
    const asked = holdsFor(text)
    const whole = holdsFor(text)
    for (const [n, reading] of asked.entries()) {
      const list = whole[n]
      if (!list) throw new RangeError('The same text was read as fewer devices.')
      const settings = settingsOf(list)
      const ofList = answers(indexOf({ ...list }), settings, true)
      expect(answers(indexOf(reading), settings, n % 2 === 0)).toEqual(ofList)
    }
  }
})

test('ports that are alike have equal settings and notes, but for name, description and lines', () => {
  for (const text of TEXTS) {
    for (const reading of holdsFor(text)) {
      const index = indexOf(reading)
      expect(index.alike.flat().toSorted((a, b) => a - b)).toEqual(index.names.map((_, place) => place))
      for (const alike of index.alike) {
        const told = alike.map((place) => JSON.stringify(withoutOwn(index, place)))
        expect(new Set(told).size).toBe(1)
      }
    }
  }
})

function withoutOwn(index: PortIndex, place: number): unknown {
  const { name: _name, ...settings } = index.port(place) ?? { name: '' }
  const {
    description: _description,
    line: _line,
    from: _from,
    overwritten,
    ...notes
  } = index.notes(place) ?? {
    description: '',
    line: 0,
    from: [],
  }
  const values = Object.entries(settings).map(([key, { value }]) => [key, value])
  return { values, notes, overwritten: overwritten && [overwritten.lost, overwritten.opened] }
}
