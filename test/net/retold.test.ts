import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Network } from '../../src/net/network.ts'
import { retold } from '../../src/net/retold.ts'
import { simulate } from '../../src/net/simulate.ts'
import type { Stimulus } from '../../src/net/stimulus.ts'
import { randomScene } from './random-scene.ts'
import { renamedScene } from './renamed-scene.ts'
import { cables, networkOf, portWith, switchOf } from './scene.ts'
import { PVST } from './tree-run.ts'

/** Every device is called as the next one was, so that a name left as it was means another device. */
function passedOn({ devices }: Network): (name: string) => string {
  const names = devices.map(({ name }) => name)
  return (name) => names[(names.indexOf(name) + 1) % names.length] ?? name
}

it('tells a run as that of a network with other names, which runs just so', () => {
  fc.assert(
    fc.property(randomScene, (scene) => {
      const { network, stimuli, settings } = renamedScene(scene, passedOn(scene.network))
      const run = simulate(scene.network, scene.stimuli, scene.settings)
      expect(retold(run, network, stimuli)).toEqual(simulate(network, stimuli, settings))
    }),
    { numRuns: 100, seed: 3 },
  )
})

it('tells the root, its rival and both ways of a loop that is cut, and what was plugged where, by the other names', () => {
  const ports = ['1', '2'].map((name) => portWith(name, 'trunk'))
  const ring = networkOf(
    ['A', 'BB', 'CCC'].map((name) => switchOf(name, ports)),
    cables('A.1 - BB.1', 'BB.2 - CCC.1', 'CCC.2 - A.2'),
  )
  const [, , last] = ring.links
  if (!last) throw new RangeError('The ring has no third cable.')
  const stimuli: Stimulus[] = [
    { when: { at: 90_000 }, do: 'cable', ...last, connected: false },
    { when: { at: 100_000 }, do: 'cable', ...last, connected: true },
    { when: { at: 200_000 }, do: 'wait' },
  ]
  const other = renamedScene({ network: ring, stimuli }, passedOn(ring))
  const run = simulate(ring, stimuli, PVST)
  const cuts = run.events.flatMap((event) => (event.kind === 'block' ? (event.cuts ?? []) : []))
  expect(cuts.some(({ kept, rival }) => kept && rival)).toBe(true)
  expect(retold(run, other.network, other.stimuli)).toEqual(simulate(other.network, other.stimuli, PVST))
})
