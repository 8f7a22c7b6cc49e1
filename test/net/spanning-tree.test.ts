import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UnmodelledNetwork } from '../../src/net/network.ts'
import { NOTHING_TOLD, tellAll, tellVlans } from '../../src/net/per-vlan.ts'
import type { PortMode } from '../../src/net/settings.ts'
import { simulate } from '../../src/net/simulate.ts'
import { type Segment, spanningTree, type TreeBridge, type TreeEnd } from '../../src/net/spanning-tree.ts'
import { stateAt } from '../../src/net/state.ts'
import type { Stimulus } from '../../src/net/stimulus.ts'
import { ALL_VLANS, countVlans, hasVlan, NO_VLANS, vlanSet, withoutVlans } from '../../src/net/vlan-set.ts'
import { cables, frameFrom, networkOf, portWith, station, switchOf } from './scene.ts'

const bridge = (name: string, more: Partial<TreeBridge> = {}): TreeBridge => ({
  name,
  mac: `02:00:00:00:00:${name.padStart(2, '0')}`,
  priority: () => 32_768,
  blocks: true,
  ...more,
})
const segment = (a: number, pa: number, b: number, pb: number, va = 1, vb = va): Segment => ({
  a: { bridge: a, port: `p${pa}`, cost: 1, priority: 128, order: pa, vlan: va },
  b: { bridge: b, port: `p${pb}`, cost: 1, priority: 128, order: pb, vlan: vb },
})
const withEnds = ({ a, b }: Segment, atA: Partial<TreeEnd>, atB: Partial<TreeEnd> = {}): Segment => ({
  a: { ...a, ...atA },
  b: { ...b, ...atB },
})
const cuts = (bridges: TreeBridge[], segments: Segment[]) =>
  spanningTree(bridges, segments).blocked.map((end) => `${bridges[end.bridge]?.name} ${end.port} ${end.vlan}`)

describe('the tree of one VLAN', () => {
  const three = ['1', '2', '3'].map((name) => bridge(name))

  it('cuts nothing where there is no loop', () => {
    expect(cuts(three, [segment(0, 1, 1, 1), segment(1, 2, 2, 1)])).toEqual([])
  })

  it('cuts a triangle opposite the root, at the higher bridge', () => {
    expect(cuts(three, [segment(0, 1, 1, 1), segment(1, 2, 2, 1), segment(0, 2, 2, 2)])).toEqual(['3 p1 1'])
  })

  it('keeps the lower port of two parallel links', () => {
    expect(cuts(three, [segment(0, 2, 1, 2), segment(0, 1, 1, 1)])).toEqual(['2 p2 1'])
  })

  it('goes up by the lower of two bridges, and by the port that is lower at that bridge', () => {
    const square = ['1', '2', '3', '4'].map((name) => bridge(name))
    const diamond = [segment(0, 1, 1, 1), segment(0, 2, 2, 1), segment(2, 2, 3, 1), segment(1, 2, 3, 2)]
    expect(cuts(square, diamond)).toEqual(['4 p1 1'])
    expect(cuts(square, [segment(0, 2, 1, 1), segment(0, 1, 1, 2)])).toEqual(['2 p1 1'])
  })

  it('counts the steps from the root, in each VLAN and each part of the network for itself', () => {
    const turned = [bridge('9'), bridge('5'), bridge('1'), bridge('7')]
    const line = [segment(0, 1, 1, 1, 20), segment(1, 2, 2, 1, 20), segment(0, 2, 3, 1, 30)]
    const { distance } = spanningTree(turned, line)
    expect([0, 1, 2].map((index) => distance(index, 20))).toEqual([2, 1, 0])
    expect([0, 3].map((index) => distance(index, 30))).toEqual([1, 0])
    expect(distance(2, 30)).toBe(0)
    expect(spanningTree([bridge('9'), bridge('1')], [segment(1, 1, 0, 1)]).distance(1, 1)).toBe(0)
    const straight = spanningTree(three, [segment(0, 1, 1, 1, 20), segment(1, 2, 2, 1, 20)])
    expect([0, 1, 2].map((index) => straight.distance(index, 20))).toEqual([0, 1, 2])
  })

  it('goes by names where two bridges have one address', () => {
    const twins = [bridge('B', { mac: 'x' }), bridge('A', { mac: 'x' })]
    expect(cuts(twins, [segment(0, 1, 1, 1), segment(0, 2, 1, 2)])).toEqual(['B p2 1'])
  })

  it('takes the lower address for the root, not the order in which bridges are listed', () => {
    const turned = [bridge('3'), bridge('2'), bridge('1')]
    expect(cuts(turned, [segment(0, 1, 1, 1), segment(1, 2, 2, 1), segment(0, 2, 2, 2)])).toEqual(['3 p1 1'])
  })

  it('takes the lowest priority for the root, in each VLAN for itself', () => {
    const chosen = [
      bridge('1'),
      bridge('2', { priority: (vlan) => (vlan === 10 ? 4096 : 32_768) }),
      bridge('3', { priority: () => 24_576 }),
    ]
    const triangle = (vlan: number) => [
      segment(0, 1, 1, 1, vlan),
      segment(1, 2, 2, 1, vlan),
      segment(0, 2, 2, 2, vlan),
    ]
    expect(cuts(chosen, triangle(10))).toEqual(['1 p2 10'])
    expect(cuts(chosen, triangle(20))).toEqual(['2 p1 20'])
    const { isNearer } = spanningTree(chosen, [...triangle(10), ...triangle(20)])
    const nearer = (vlan: number) =>
      [0, 1, 2].map((one) =>
        [0, 1, 2].filter((other) => isNearer({ bridge: one, vlan }, { bridge: other, vlan })),
      )
    expect(nearer(10)).toEqual([[], [0, 2], [0]])
    expect(nearer(20)).toEqual([[1], [], [0, 1]])
  })

  it('goes the cheaper way, counted where each port looks to the root', () => {
    const triangle = [
      segment(0, 1, 1, 1),
      segment(1, 2, 2, 1),
      withEnds(segment(0, 2, 2, 2), {}, { cost: 19 }),
    ]
    expect(cuts(three, triangle)).toEqual(['3 p2 1'])
    expect(spanningTree(three, triangle).distance(2, 1)).toBe(2)
    const atRoot = [segment(0, 1, 1, 1), segment(1, 2, 2, 1), withEnds(segment(0, 2, 2, 2), { cost: 19 })]
    expect(cuts(three, atRoot)).toEqual(['3 p1 1'])
    const asDear = [segment(0, 1, 1, 1), segment(1, 2, 2, 1), withEnds(segment(0, 2, 2, 2), {}, { cost: 2 })]
    expect(cuts(three, asDear)).toEqual(['3 p1 1'])
  })

  it('goes up by the far port of the lower priority, and by its own where that is one port', () => {
    const parallel = (far: number, own: number) => [
      segment(0, 1, 1, 1),
      withEnds(segment(0, 2, 1, 2), { priority: far }, { priority: own }),
    ]
    expect(cuts(three, parallel(128, 128))).toEqual(['2 p2 1'])
    expect(cuts(three, parallel(64, 128))).toEqual(['2 p1 1'])
    expect(cuts(three, parallel(128, 64))).toEqual(['2 p2 1'])
  })

  it('cuts at the other end where a bridge speaks no spanning tree, and nowhere where neither does', () => {
    const mute = bridge('2', { blocks: false })
    expect(cuts([bridge('1'), mute], [segment(0, 1, 1, 1), segment(0, 2, 1, 2)])).toEqual(['1 p2 1'])
    expect(cuts([bridge('1', { blocks: false }), mute], [segment(0, 1, 1, 1), segment(0, 2, 1, 2)])).toEqual(
      [],
    )
  })

  it('cuts a port that is cabled to another port of its own bridge', () => {
    expect(cuts([bridge('1')], [segment(0, 1, 0, 2)])).toEqual(['1 p2 1'])
  })

  it('treats VLANs apart, and VLANs that a link joins as one', () => {
    const loop = (vlan: number) => [segment(0, 1, 1, 1, vlan), segment(0, 2, 1, 2, vlan)]
    expect(cuts(three, [...loop(1), segment(0, 1, 1, 1, 20)])).toEqual(['2 p2 1'])
    expect(
      cuts(three, [segment(0, 1, 1, 1, 1), segment(0, 2, 1, 2, 1, 20), segment(1, 3, 1, 4, 1, 20)]),
    ).toHaveLength(1)
  })

  it('leaves every part of a random network connected and without a loop', () => {
    const cost = fc.integer({ min: 1, max: 4 })
    const links = fc.array(fc.tuple(fc.nat(5), fc.nat(5), cost, cost), { minLength: 1, maxLength: 14 })
    fc.assert(
      fc.property(links, (pairs) => {
        const bridges = Array.from({ length: 6 }, (_, i) => bridge(String(i + 1)))
        const segments = pairs.map(([a, b, costA, costB], i) =>
          withEnds(segment(a, 2 * i, b, 2 * i + 1), { cost: costA }, { cost: costB }),
        )
        const blocked = new Set(spanningTree(bridges, segments).blocked)
        const open = segments.filter(({ a, b }) => !blocked.has(a) && !blocked.has(b))
        const parts = (of: readonly Segment[]) => {
          const part = bridges.map((_, i) => i)
          for (const { a, b } of of) {
            const [from, to] = [part[a.bridge], part[b.bridge]]
            part.forEach((p, i) => {
              if (p === from) part[i] = to ?? 0
            })
          }
          return new Set(part).size
        }
        expect(parts(open)).toBe(parts(segments))
        expect(open.length).toBe(bridges.length - parts(open))
      }),
    )
  })
})

const PVST = { spanningTree: 'pvst' } as const
const blockedAt = (trace: ReturnType<typeof simulate>, device: string, port: string) =>
  stateAt(trace, trace.events.length - 1).switches[device]?.ports[port]?.blocked ?? NO_VLANS

function ring(more = {}, options: { far?: object } = {}) {
  const trunk = (name: string, values = {}) => portWith(name, 'trunk', { negotiate: false, ...values })
  return networkOf(
    [
      switchOf('S1', [trunk('2'), trunk('3'), portWith('h', 'access')], { profile: 'catalyst-2960' }),
      switchOf('SW2', [trunk('1'), trunk('3', more), portWith('h', 'access')], { profile: 'catalyst-2960' }),
      switchOf('SWI3', [trunk('1'), trunk('2', more)], { profile: 'catalyst-2960', ...options.far }),
      station('A', { kind: 'attacker', mac: '02:00:00:00:00:0a' }),
      station('B', { kind: 'attacker', mac: '02:00:00:00:00:0b' }),
    ],
    cables('A.eth0 - S1.h', 'B.eth0 - SW2.h', 'S1.2 - SW2.1', 'S1.3 - SWI3.1', 'SW2.3 - SWI3.2'),
  )
}
const hello = { do: 'send', device: 'A', port: 'eth0', frame: frameFrom('02:00:00:00:00:0a') } as const
const deliveries = (trace: ReturnType<typeof simulate>) =>
  trace.events.filter((e) => e.kind === 'deliver').length

describe('a redundant network', () => {
  it('is refused with a sentence where no spanning tree runs', () => {
    expect(() => simulate(ring(), [{ when: { at: 1 }, ...hello }])).toThrow(UnmodelledNetwork)
    expect(() => simulate(ring(), [{ when: { at: 1 }, ...hello }])).toThrow(/the cables form a loop/)
  })

  it('delivers each frame once where spanning tree runs, and blocks one link from the start', () => {
    const trace = simulate(ring(), [{ when: { at: 1 }, ...hello }], PVST)
    expect(deliveries(trace)).toBe(1)
    expect(
      trace.events.filter((e) => e.kind === 'block').map((e) => `${e.at} ${e.device} ${e.port}`),
    ).toEqual(['0 SWI3 2'])
  })

  it('blocks only the VLANs that would loop', () => {
    const trace = simulate(ring({ allowedVlans: vlanSet([1, 99]) }), [{ when: { at: 1 }, ...hello }], PVST)
    expect(blockedAt(trace, 'SWI3', '2')).toEqual(vlanSet([1, 99]))
  })

  it('has another active topology in each VLAN whose root is another', () => {
    const root = tellVlans(NOTHING_TOLD, vlanSet(20), 24_576)
    const trace = simulate(ring({}, { far: { priority: root } }), [{ when: { at: 1 }, ...hello }], PVST)
    expect(blockedAt(trace, 'SWI3', '2')).toEqual(withoutVlans(ALL_VLANS, vlanSet(20)))
    expect(blockedAt(trace, 'SW2', '1')).toEqual(vlanSet(20))
    expect(blockedAt(trace, 'SW2', '3')).toEqual(NO_VLANS)
  })

  it('goes another way at once where a priority or a cost is typed', () => {
    const typed = (change: Partial<Extract<Stimulus, { do: 'configure' }>>): Stimulus => ({
      when: { at: 1 },
      do: 'configure',
      device: 'SWI3',
      ports: [],
      sources: [{ kind: 'typed', text: 'a line' }],
      ...change,
    })
    const priority = typed({ global: { bridgePriority: { value: tellAll(NOTHING_TOLD, 4096), from: [0] } } })
    const rooted = simulate(ring(), [priority, { when: { at: 60_000 }, ...hello }], PVST)
    expect(blockedAt(rooted, 'SWI3', '2')).toEqual(NO_VLANS)
    expect(blockedAt(rooted, 'SW2', '1')).toEqual(ALL_VLANS)
    expect(deliveries(rooted)).toBe(1)
    const cost = { pathCost: { value: tellVlans(NOTHING_TOLD, vlanSet(10), 100), from: [0] } }
    const dear = simulate(ring(), [typed({ ports: [{ port: '1', settings: cost }] })], PVST)
    expect(blockedAt(dear, 'SWI3', '1')).toEqual(vlanSet(10))
  })

  it('heals after a cable is pulled: 30 seconds later the blocked link forwards', () => {
    const pull = {
      when: { at: 1000 },
      do: 'cable',
      a: { device: 'S1', port: '2' },
      b: { device: 'SW2', port: '1' },
      connected: false,
    } as const
    const early = simulate(ring(), [pull, { when: { at: 30_000 }, ...hello }], PVST)
    expect(deliveries(early)).toBe(0)
    const late = simulate(ring(), [pull, { when: { at: 32_000 }, ...hello }], PVST)
    expect(deliveries(late)).toBe(1)
    expect(late.events.filter((e) => e.kind === 'block').map((e) => `${e.at} ${e.decision}`)).toContain(
      '31000 stp/forwards',
    )
  })
})

describe('a trunk that has just formed', () => {
  const spoofed = (portFast: 'off' | 'edge' | 'trunk') =>
    networkOf(
      [
        switchOf('SW1', [portWith('Gi0/5', 'dynamic auto', { portFast }), portWith('Gi0/6', 'access')], {
          profile: 'catalyst-2960',
        }),
        station('EVIL', {
          kind: 'spoofer',
          mac: '02:00:00:00:66:01',
          domain: '',
          startsAt: 100,
          repeats: 'for-ever',
        }),
        station('B', { kind: 'attacker', mac: '02:00:00:00:00:0b' }),
      ],
      cables('EVIL.eth0 - SW1.Gi0/5', 'B.eth0 - SW1.Gi0/6'),
    )
  const forwards = (portFast: 'off' | 'edge' | 'trunk', at: number) =>
    simulate(
      spoofed(portFast),
      [{ when: { at }, do: 'send', device: 'EVIL', port: 'eth0', frame: frameFrom('02:00:00:00:66:01') }],
      PVST,
    ).events.some((e) => e.kind === 'deliver' && e.device === 'B')

  it('waits 30 seconds before it forwards (facts B8, as documented)', () => {
    expect(forwards('off', 30_000)).toBe(false)
    expect(forwards('off', 30_200)).toBe(true)
  })

  it('waits with plain PortFast too, since that is lost on a trunk, and not with PortFast for trunks', () => {
    expect(forwards('edge', 50)).toBe(true)
    expect(forwards('edge', 30_000)).toBe(false)
    expect(forwards('trunk', 200)).toBe(true)
  })
})

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

  it('finds nothing where one side speaks no PVST+', () => {
    const network = networkOf(
      [
        switchOf('S1', [portWith('L', 'trunk')], { profile: 'catalyst-2960' }),
        switchOf('OVS', [portWith('L', 'access')], { profile: 'open-vswitch' }),
      ],
      cables('S1.L - OVS.L'),
    )
    const trace = simulate(network, wait, PVST)
    expect(blockedAt(trace, 'OVS', 'L')).toEqual(NO_VLANS)
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
