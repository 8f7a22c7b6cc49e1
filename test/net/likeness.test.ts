import fc from 'fast-check'
import { expect, it } from 'vitest'
import { likeness, namedByPlace } from '../../src/net/likeness.ts'
import type { Network } from '../../src/net/network.ts'
import { simulate } from '../../src/net/simulate.ts'
import { type RandomScene, randomScene } from './random-scene.ts'
import { renamedScene } from './renamed-scene.ts'

const written = ({ network, stimuli, settings }: RandomScene) => likeness(network, { stimuli, settings })

it('writes a network alike whatever its devices are called and wherever its settings are written', () => {
  fc.assert(
    fc.property(randomScene, (scene) => {
      expect(written(renamedScene(scene, (name) => `other ${name}`))).toBe(written(scene))
    }),
    { numRuns: 50, seed: 3 },
  )
})

it('writes no two networks alike that run otherwise', () => {
  const told = (scene: RandomScene) =>
    JSON.stringify(simulate(scene.network, scene.stimuli, scene.settings).events)
  fc.assert(
    fc.property(randomScene, randomScene, (scene, other) => {
      const mixed: RandomScene[] = [
        other,
        { ...scene, stimuli: other.stimuli },
        { ...scene, settings: other.settings },
        { ...scene, network: { ...scene.network, devices: other.network.devices } },
      ]
      for (const each of mixed) if (written(each) === written(scene)) expect(told(each)).toBe(told(scene))
    }),
    { numRuns: 50, seed: 3 },
  )
})

it('tells which of the devices is meant, and a value that reads like a name from a name', () => {
  const from = (device: string) => namedByPlace({ from: { device } }, ['SW1', 'SW2'])
  expect(from('SW1')).not.toBe(from('SW2'))
  expect(namedByPlace({ domain: 'SW1' }, ['SW1'])).not.toBe(namedByPlace({ domain: 'SW2' }, ['SW2']))
  expect(namedByPlace({ device: '0' }, ['SW1'])).not.toBe(namedByPlace({ device: 'SW1' }, ['SW1']))
})

it('port-channel-member-by-default-taken-for-written: tells a default from a line of the same value', () => {
  const of = (kind: 'default' | 'written'): Network => ({
    devices: [],
    links: [],
    sources: [{ kind, text: 'native VLAN 1' }],
  })
  expect(likeness(of('default'), null)).not.toBe(likeness(of('written'), null))
})
