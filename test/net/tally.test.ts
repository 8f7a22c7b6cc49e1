import fc from 'fast-check'
import { expect, it } from 'vitest'
import { simulate } from '../../src/net/simulate.ts'
import { tally } from '../../src/net/tally.ts'
import { randomScene } from './random-scene.ts'

it('a run that writes nothing down delivers the same frames to the same stations', () => {
  fc.assert(
    fc.property(randomScene, ({ network, stimuli, settings }) => {
      const counted = tally(network, stimuli, settings)
      const delivered = simulate(network, stimuli, settings).events.filter((e) => e.kind === 'deliver')
      expect(counted.deliveries).toBe(delivered.length)
      for (const [name, received] of counted.received) {
        expect(received).toBe(delivered.filter((e) => e.device === name).length)
      }
    }),
    { numRuns: 150, seed: 8 },
  )
})

it('cannot follow events, since it numbers none', () => {
  const network = { devices: [], links: [], sources: [] }
  expect(() => tally(network, [{ when: { after: 3 }, do: 'wait' }])).toThrow(RangeError)
})
