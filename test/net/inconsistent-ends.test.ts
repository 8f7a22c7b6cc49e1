import { describe, expect, it } from 'vitest'
import { NOTHING_TOLD, tellVlans } from '../../src/net/per-vlan.ts'
import type { ProfileName } from '../../src/net/profiles.ts'
import type { PortMode, PortSettings } from '../../src/net/settings.ts'
import { simulate } from '../../src/net/simulate.ts'
import { stateAt } from '../../src/net/state.ts'
import { countVlans, hasVlan, NO_VLANS, vlanSet } from '../../src/net/vlan-set.ts'
import { cables, networkOf, portWith, switchOf } from './scene.ts'
import { blockedAt, PVST } from './tree-run.ts'

const CATALYST = { profile: 'catalyst-2960' } as const

/** What a run of this network blocks. */
const blocksIn = (network: Parameters<typeof simulate>[0]) =>
  simulate(network, [], PVST).events.filter(({ kind }) => kind === 'block')

describe('a link that PVST+ finds inconsistent (as documented)', () => {
  const link = (near: PortMode, far: PortMode, negotiate: boolean, values = {}, options = {}) =>
    networkOf(
      [
        switchOf('S1', [portWith('L', near, { negotiate })], { profile: 'catalyst-2960', options }),
        switchOf('SW2', [portWith('L', far, { negotiate, ...values })], {
          profile: 'catalyst-2960',
          options,
        }),
      ],
      cables('S1.L - SW2.L'),
    )
  const wait = [{ when: { at: 100_000 }, do: 'wait' }] as const

  it('blocks the access side of a trunk in its VLAN (facts B3)', () => {
    const trace = simulate(link('trunk', 'access', true, { accessVlan: 10 }), wait, PVST)
    expect(blockedAt(trace, 'SW2', 'L')).toEqual(vlanSet(10))
    expect(blockedAt(trace, 'S1', 'L')).toEqual(NO_VLANS)
    expect(trace.events.find((e) => e.kind === 'block')?.decision).toBe('stp/type-inconsistent')
  })

  it.each([
    ['far-from-root', NO_VLANS, vlanSet(1, 20)],
    ['near-root', vlanSet(1, 20), NO_VLANS],
    ['both', vlanSet(1, 20), vlanSet(1, 20)],
  ] as const)('blocks both native VLANs of a mismatch, %s (facts C5, J6)', (pvidMismatch, near, far) => {
    const trace = simulate(link('trunk', 'trunk', false, { nativeVlan: 20 }, { pvidMismatch }), wait, PVST)
    expect(blockedAt(trace, 'S1', 'L')).toEqual(near)
    expect(blockedAt(trace, 'SW2', 'L')).toEqual(far)
    const decisions = trace.events.flatMap((e) => (e.kind === 'block' ? [e.decision] : []))
    expect(new Set(decisions)).toEqual(new Set(['stp/pvid-inconsistent']))
  })

  it.each([
    ['of both VLANs are one', [0, 0], 'SW2'],
    ['of both VLANs are the other', [1, 1], 'S1'],
    ['differ, and that of the first VLAN is better', [0, 1], 'SW2'],
    ['are one, told for the second VLAN and by its address for the first', [null, 0], 'SW2'],
    ['are one, told for the first VLAN and by its address for the second', [0, null], 'SW2'],
    ['differ, and that of the second VLAN is better', [null, 1], 'S1'],
  ] as const)('goes by the better root of the two native VLANs where the roots %s', (_, [of1, of20], far) => {
    const best = (which: number) => tellVlans(NOTHING_TOLD, vlanSet(1), of1 === which ? 4096 : 32_768)
    const priority = (which: number) => tellVlans(best(which), vlanSet(20), of20 === which ? 8192 : 32_768)
    const trunk = (nativeVlan: number) => [portWith('L', 'trunk', { negotiate: false, nativeVlan })]
    const network = networkOf(
      [
        switchOf('S1', trunk(1), { profile: 'catalyst-2960', priority: priority(0) }),
        switchOf('SW2', trunk(20), { profile: 'catalyst-2960', priority: priority(1) }),
      ],
      cables('S1.L - SW2.L'),
    )
    const trace = simulate(network, wait, PVST)
    expect(blockedAt(trace, far, 'L')).toEqual(vlanSet(1, 20))
    expect(blockedAt(trace, far === 'S1' ? 'SW2' : 'S1', 'L')).toEqual(NO_VLANS)
  })

  it('hears nothing of a mismatch where the native VLANs do not leave untagged', () => {
    const pruned = { nativeVlan: 20, allowedVlans: vlanSet([30, 40]) }
    const network = networkOf(
      [
        switchOf('S1', [portWith('L', 'trunk', { ...pruned, nativeVlan: 1 })], { profile: 'catalyst-2960' }),
        switchOf('SW2', [portWith('L', 'trunk', pruned)], { profile: 'catalyst-2960' }),
      ],
      cables('S1.L - SW2.L'),
    )
    const trace = simulate(network, wait, PVST)
    expect(blockedAt(trace, 'S1', 'L')).toEqual(NO_VLANS)
    expect(blockedAt(trace, 'SW2', 'L')).toEqual(NO_VLANS)
  })

  it.each([
    'near',
    'far',
  ] as const)('finds nothing where the %s end speaks no PVST+, whichever trunks', (mute) => {
    const profile = (end: string): ProfileName => (end === mute ? 'open-vswitch' : 'catalyst-2960')
    for (const [near, far] of [
      ['trunk', 'access'],
      ['access', 'trunk'],
    ] as const) {
      const network = networkOf(
        [
          switchOf('S1', [portWith('L', near)], { profile: profile('near') }),
          switchOf('SW2', [portWith('L', far)], { profile: profile('far') }),
        ],
        cables('S1.L - SW2.L'),
      )
      expect(blocksIn(network)).toEqual([])
    }
  })

  it('calls it a mismatch of native VLANs only between trunks: an access port has none, whatever it is told', () => {
    const access = (nativeVlan: number) => [portWith('L', 'access', { negotiate: false, nativeVlan })]
    const network = networkOf(
      [switchOf('S1', access(1), CATALYST), switchOf('SW2', access(20), CATALYST)],
      cables('S1.L - SW2.L'),
    )
    expect(blocksIn(network)).toEqual([])
  })

  const SIDES: readonly (readonly [PortMode, boolean])[] = [
    ['access', true],
    ['access', false],
    ['dynamic auto', true],
    ['dynamic desirable', true],
    ['trunk', true],
    ['trunk', false],
  ]
  it.each(
    SIDES.flatMap((near) => SIDES.map((far) => [near, far] as const)),
  )('for %s and %s: blocks exactly where one end trunks and the other does not (facts B3)', ([
    nearMode,
    nearSpeaks,
  ], [farMode, farSpeaks]) => {
    const network = networkOf(
      [
        switchOf('S1', [portWith('L', nearMode, { negotiate: nearSpeaks })], { profile: 'catalyst-2960' }),
        switchOf('SW2', [portWith('L', farMode, { negotiate: farSpeaks })], { profile: 'catalyst-2960' }),
      ],
      cables('S1.L - SW2.L'),
    )
    const trace = simulate(network, wait, PVST)
    const { switches } = stateAt(trace, trace.events.length - 1)
    const [near, far] = [switches.S1?.ports.L, switches.SW2?.ports.L]
    const mismatch = near?.operating !== far?.operating
    for (const side of [near, far]) {
      const blocks = mismatch && side?.operating === 'access'
      expect(hasVlan(side?.blocked ?? NO_VLANS, 1)).toBe(blocks)
      expect(countVlans(side?.blocked ?? NO_VLANS)).toBe(blocks ? 1 : 0)
    }
  })
})

describe('a cable whose access end blocks the one VLAN of both', () => {
  /** A ring whose last cable is a trunk at one end only; its links are of speeds that the two tables of costs weigh differently. */
  const ring = (near: PortSettings, far: PortSettings) => {
    const trunk = (name: string) => portWith(name, 'trunk', { negotiate: false })
    return networkOf(
      [
        switchOf('S1', [trunk('Te2'), near], CATALYST),
        switchOf('SW2', [trunk('Te1'), trunk('Te3')], CATALYST),
        switchOf('SWI3', [far, trunk('Te2')], CATALYST),
      ],
      cables('S1.Te2 - SW2.Te1', 'S1.Gi - SWI3.Gi', 'SW2.Te3 - SWI3.Te2'),
    )
  }
  const trunk = portWith('Gi', 'trunk', { negotiate: false })
  const access = portWith('Gi', 'access', { negotiate: false, nativeVlan: 20 })

  it.each([
    ['far', trunk, access],
    ['near', access, trunk],
  ])('makes no loop, so that nobody needs to know what its links cost: the %s end', (_, near, far) => {
    const trace = simulate(ring(near, far), [], PVST)
    expect(trace.events.flatMap((e) => (e.kind === 'block' ? [e.decision] : []))).toEqual([
      'stp/type-inconsistent',
    ])
    expect(trace.readings.map(({ option }) => option)).not.toContain('pathCosts')
  })
})
