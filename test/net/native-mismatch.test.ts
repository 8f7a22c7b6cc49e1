import { describe, expect, it } from 'vitest'
import { NOTHING_TOLD, type PerVlan, tellAll, tellVlans } from '../../src/net/per-vlan.ts'
import { simulate } from '../../src/net/simulate.ts'
import type { Stimulus } from '../../src/net/stimulus.ts'
import { NO_VLANS, vlanSet } from '../../src/net/vlan-set.ts'
import { cables, networkOf, portWith, switchOf } from './scene.ts'
import { blockedAt, PVST } from './tree-run.ts'

const BOTH = vlanSet(1, 20)
const trunk = (name: string, values = {}) => portWith(name, 'trunk', { negotiate: false, ...values })
const catalyst = (name: string, ports: Parameters<typeof switchOf>[1], priority: PerVlan = NOTHING_TOLD) =>
  switchOf(name, ports, { profile: 'catalyst-2960', priority })
const inVlan = (vlan: number, value: number) => tellVlans(NOTHING_TOLD, vlanSet(vlan), value)

describe('which end of a native VLAN mismatch is the farther from the root (as documented)', () => {
  it('stays as it is when the trees are worked out anew, though that end blocks both VLANs by now', () => {
    const network = networkOf(
      [
        catalyst('S1', [trunk('L', { nativeVlan: 1 })]),
        catalyst('SW2', [trunk('L', { nativeVlan: 20 })], tellAll(NOTHING_TOLD, 4096)),
      ],
      cables('S1.L - SW2.L'),
    )
    const anew: Stimulus = {
      when: { at: 100_000 },
      do: 'configure',
      device: 'S1',
      ports: [],
      global: { bridgePriority: { value: tellAll(NOTHING_TOLD, 8192), from: [0] } },
      sources: [{ kind: 'typed', text: 'a line' }],
    }
    const trace = simulate(network, [anew, { when: { at: 200_000 }, do: 'wait' }], PVST)
    expect(blockedAt(trace, 'S1', 'L')).toEqual(BOTH)
    expect(blockedAt(trace, 'SW2', 'L')).toEqual(NO_VLANS)
  })

  it('goes by the tree of one VLAN alone: what crosses into the other one counts for nothing', () => {
    const network = networkOf(
      [
        catalyst('ROOT0', [trunk('D')], inVlan(20, 4096)),
        catalyst('NEAR', [trunk('U'), trunk('L', { nativeVlan: 1 })]),
        catalyst('FAR', [trunk('L', { nativeVlan: 20 })]),
      ],
      cables('ROOT0.D - NEAR.U', 'NEAR.L - FAR.L'),
    )
    const trace = simulate(network, [], PVST)
    expect(blockedAt(trace, 'FAR', 'L')).toEqual(BOTH)
    expect(blockedAt(trace, 'NEAR', 'L')).toEqual(NO_VLANS)
  })

  it.each([
    [1, 20],
    [20, 1],
  ])('goes by the lower VLAN where one bridge is the root of both: native VLANs %i and %i', (near, far) => {
    const only = { allowedVlans: BOTH }
    const network = networkOf(
      [
        catalyst('ROOT0', [trunk('N', only), trunk('F', only)], tellAll(NOTHING_TOLD, 4096)),
        catalyst('NEAR', [
          trunk('U', { ...only, pathCost: inVlan(20, 100) }),
          trunk('L', { ...only, nativeVlan: near }),
        ]),
        catalyst('FAR', [
          trunk('U', { ...only, pathCost: inVlan(1, 100) }),
          trunk('L', { ...only, nativeVlan: far }),
        ]),
      ],
      cables('ROOT0.N - NEAR.U', 'ROOT0.F - FAR.U', 'NEAR.L - FAR.L'),
    )
    const trace = simulate(network, [], PVST)
    expect(blockedAt(trace, 'FAR', 'L')).toEqual(BOTH)
    expect(blockedAt(trace, 'NEAR', 'L')).toEqual(NO_VLANS)
  })
})

describe('a cable with a port that is shut down', () => {
  const ends = (near: object, far: object) =>
    networkOf(
      [catalyst('S1', [trunk('L', near)]), catalyst('SW2', [trunk('L', far)])],
      cables('S1.L - SW2.L'),
    )

  it.each([
    ['the near', { enabled: false }, { nativeVlan: 20 }],
    ['the far', {}, { nativeVlan: 20, enabled: false }],
  ])('says nothing of a mismatch: %s end', (_, near, far) => {
    const blocks = simulate(ends(near, far), [], PVST).events.filter((e) => e.kind === 'block')
    expect(blocks).toEqual([])
  })
})
