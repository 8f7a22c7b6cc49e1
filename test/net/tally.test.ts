import fc from 'fast-check'
import { expect, it } from 'vitest'
import { UnmodelledNetwork } from '../../src/net/network.ts'
import { simulate } from '../../src/net/simulate.ts'
import { tally } from '../../src/net/tally.ts'
import { randomScene } from './random-scene.ts'
import { cables, frameFrom, networkOf, portWith, station, switchOf } from './scene.ts'

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

it('refuses a loop that nothing breaks, as a run that is told does', () => {
  const trunks = ['1', '2'].map((name) => portWith(name, 'trunk', { negotiate: false }))
  const network = networkOf(
    [
      switchOf('S1', [...trunks, portWith('h', 'access')]),
      switchOf('SW2', trunks),
      station('A', { kind: 'attacker', mac: '02:00:00:00:00:0a' }),
    ],
    cables('S1.1 - SW2.1', 'S1.2 - SW2.2', 'A.eth0 - S1.h'),
  )
  const hello = { do: 'send', device: 'A', port: 'eth0', frame: frameFrom('02:00:00:00:00:0a') } as const
  expect(() => tally(network, [{ when: { at: 1 }, ...hello }])).toThrow(UnmodelledNetwork)
})
