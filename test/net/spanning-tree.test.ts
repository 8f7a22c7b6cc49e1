import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Network, UnmodelledNetwork } from '../../src/net/network.ts'
import { NOTHING_TOLD, type PerVlan, tellAll, tellVlans } from '../../src/net/per-vlan.ts'
import type { ProfileName } from '../../src/net/profiles.ts'
import { simulate } from '../../src/net/simulate.ts'
import { spanningTree, type TreeBridge } from '../../src/net/spanning-tree.ts'
import type { Stimulus } from '../../src/net/stimulus.ts'
import type { Segment, TreeEnd } from '../../src/net/tree/segment.ts'
import { tornEnd } from '../../src/net/tree/torn-end.ts'
import { ALL_VLANS, NO_VLANS, vlanSet, withoutVlans } from '../../src/net/vlan-set.ts'
import { cables, frameFrom, networkOf, portWith, station, switchOf } from './scene.ts'
import { blockedAt, PVST } from './tree-run.ts'

const bridge = (name: string, more: Partial<TreeBridge> = {}): TreeBridge => ({
  name,
  mac: `02:00:00:00:00:${name.padStart(2, '0')}`,
  priority: () => 32_768,
  platform: 'ios',
  bpdus: 'speaks',
  pathCostMethod: 'short',
  ...more,
})
const costing = (cost: number) => ({ short: cost, long: cost })
const segment = (a: number, pa: number, b: number, pb: number, va = 1, vb = va): Segment => ({
  a: { bridge: a, port: `p${pa}`, costs: costing(1), priority: 128, order: pa, vlan: va },
  b: { bridge: b, port: `p${pb}`, costs: costing(1), priority: 128, order: pb, vlan: vb },
})
const withEnds = ({ a, b }: Segment, atA: Partial<TreeEnd>, atB: Partial<TreeEnd> = {}): Segment => ({
  a: { ...a, ...atA },
  b: { ...b, ...atB },
})
const cuts = (bridges: TreeBridge[], segments: Segment[]) =>
  spanningTree(bridges, segments).cuts.map(
    ({ cut: { out } }) => `${bridges[out.bridge]?.name} ${out.port} ${out.vlan}`,
  )

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
    expect([0, 1, 2].map((index) => distance({ bridge: index, vlan: 20 }))).toEqual([2, 1, 0])
    expect([0, 3].map((index) => distance({ bridge: index, vlan: 30 }))).toEqual([1, 0])
    expect(distance({ bridge: 2, vlan: 30 })).toBe(0)
    expect(
      spanningTree([bridge('9'), bridge('1')], [segment(1, 1, 0, 1)]).distance({ bridge: 1, vlan: 1 }),
    ).toBe(0)
    const straight = spanningTree(three, [segment(0, 1, 1, 1, 20), segment(1, 2, 2, 1, 20)])
    expect([0, 1, 2].map((index) => straight.distance({ bridge: index, vlan: 20 }))).toEqual([0, 1, 2])
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
      withEnds(segment(0, 2, 2, 2), {}, { costs: costing(19) }),
    ]
    expect(cuts(three, triangle)).toEqual(['3 p2 1'])
    expect(spanningTree(three, triangle).distance({ bridge: 2, vlan: 1 })).toBe(2)
    const atRoot = [
      segment(0, 1, 1, 1),
      segment(1, 2, 2, 1),
      withEnds(segment(0, 2, 2, 2), { costs: costing(19) }),
    ]
    expect(cuts(three, atRoot)).toEqual(['3 p1 1'])
    const asDear = [
      segment(0, 1, 1, 1),
      segment(1, 2, 2, 1),
      withEnds(segment(0, 2, 2, 2), {}, { costs: costing(2) }),
    ]
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
    const mute = bridge('2', { bpdus: 'passes' })
    expect(cuts([bridge('1'), mute], [segment(0, 1, 1, 1), segment(0, 2, 1, 2)])).toEqual(['1 p2 1'])
    expect(
      cuts([bridge('1', { bpdus: 'passes' }), mute], [segment(0, 1, 1, 1), segment(0, 2, 1, 2)]),
    ).toEqual([])
  })

  it('takes what meets in bridges that pass BPDUs on for one cable, and two such places for two', () => {
    const speaks = [bridge('1'), bridge('2')]
    const passes = [bridge('3', { bpdus: 'passes' }), bridge('4', { bpdus: 'passes' })]
    const all = [...speaks, ...passes]
    const chain = [segment(0, 1, 2, 1), segment(2, 2, 3, 1), segment(3, 2, 1, 1), segment(0, 2, 1, 2)]
    expect(cuts(all, chain)).toEqual(['2 p2 1'])
    const apart = [segment(0, 1, 2, 1), segment(1, 1, 2, 2), segment(0, 2, 3, 1), segment(1, 2, 3, 2)]
    expect(cuts(all, apart)).toEqual(['2 p2 1'])
    const turned = apart.map(({ a, b }) => ({ a: b, b: a }))
    expect(cuts(all, turned)).toEqual(['2 p2 1'])
  })

  it('hears nothing through a bridge that drops BPDUs: each side has a root, and nothing is cut', () => {
    const wall = [bridge('1'), bridge('2'), bridge('3', { bpdus: 'drops' })]
    const ring = [segment(0, 1, 2, 1), segment(2, 2, 1, 1)]
    expect(cuts(wall, [...ring, segment(0, 2, 1, 2)])).toEqual([])
    const { root } = spanningTree(wall, ring)
    expect([0, 1, 2].map((index) => root({ bridge: index, vlan: 1 })?.bridge)).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    const pair = spanningTree(wall, [...ring, segment(0, 3, 1, 3)]).root({ bridge: 1, vlan: 1 })
    expect(pair).toEqual({ bridge: 0, vlan: 1, runnerUp: { ...pair?.runnerUp, bridge: 1, vlan: 1 } })
  })

  it('asks no bridge what it does with BPDUs or by which table it costs, where there is no loop', () => {
    const secret = (name: string) =>
      Object.defineProperties(bridge(name), {
        bpdus: {
          get: () => {
            throw new Error('Nobody is to ask.')
          },
        },
      })
    const line = [segment(0, 1, 1, 1), segment(1, 2, 2, 1), segment(0, 2, 3, 1)]
    const asked = ['1', '2', '3', '4'].map(secret)
    expect(cuts(asked, line)).toEqual([])
    expect(cuts(asked, [...line, segment(0, 3, 1, 3, 20)])).toEqual([])
    expect(() => cuts(asked, [...line, segment(0, 3, 1, 3)])).toThrow('Nobody is to ask.')
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

  /** The bridges in each of these VLANs that stay apart, where these segments are all there is. */
  const partsOf = (bridges: readonly TreeBridge[], segments: readonly Segment[]) => {
    const part = new Map(
      bridges.flatMap((_, bridge) => [1, 20].map((vlan) => [`${bridge}/${vlan}`, `${bridge}/${vlan}`])),
    )
    for (const { a, b } of segments) {
      const [from, to] = [a, b].map(({ bridge, vlan }) => part.get(`${bridge}/${vlan}`) ?? '')
      for (const [node, at] of part) if (at === from) part.set(node, to ?? '')
    }
    return new Set(part.values()).size
  }
  /** The segments that carry frames: an end that blocks lets none of its VLAN through. */
  const openOf = (bridges: readonly TreeBridge[], segments: readonly Segment[]) => {
    const end = ({ bridge, port, vlan }: TreeEnd) => `${bridge} ${port} ${vlan}`
    const blocked = new Set(spanningTree(bridges, segments).cuts.map(({ cut }) => end(cut.out)))
    return segments.filter(({ a, b }) => !blocked.has(end(a)) && !blocked.has(end(b)))
  }

  it('leaves every part of a random network connected and without a loop', () => {
    const cost = fc.integer({ min: 1, max: 4 })
    const links = fc.array(fc.tuple(fc.nat(5), fc.nat(5), cost, cost), { minLength: 1, maxLength: 14 })
    fc.assert(
      fc.property(links, (pairs) => {
        const bridges = Array.from({ length: 6 }, (_, i) => bridge(String(i + 1)))
        const segments = pairs.map(([a, b, costA, costB], i) =>
          withEnds(segment(a, 2 * i, b, 2 * i + 1), { costs: costing(costA) }, { costs: costing(costB) }),
        )
        const open = openOf(bridges, segments)
        expect(partsOf(bridges, open)).toBe(partsOf(bridges, segments))
        expect(open.length).toBe(2 * bridges.length - partsOf(bridges, open))
      }),
    )
  })

  it('does so where links join VLANs too, but for networks in which a port would have to block and forward at once', () => {
    const native = fc.constantFrom(1, 20)
    const links = fc.array(fc.tuple(fc.nat(3), fc.nat(3), native, native), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(links, (drawn) => {
        const bridges = Array.from({ length: 4 }, (_, i) => bridge(String(i + 1)))
        const segments = drawn.flatMap(([a, b, nativeA, nativeB], i) => {
          const joining = (vlanA: number, vlanB: number) => segment(a, 2 * i, b, 2 * i + 1, vlanA, vlanB)
          const other = nativeA === 1 ? 20 : 1
          return nativeA === nativeB
            ? [joining(nativeA, nativeA), joining(other, other)]
            : [joining(nativeA, nativeB), joining(1, 1), joining(20, 20)]
        })
        if (tornEnd(segments, spanningTree(bridges, segments).cuts)) return
        const open = openOf(bridges, segments)
        expect(partsOf(bridges, open)).toBe(partsOf(bridges, segments))
      }),
      { numRuns: 500 },
    )
  })
})

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

  it('tells a VLAN that a cable takes untagged, and nobody takes in, from its neighbours, which loop', () => {
    const odd = { allowedVlans: vlanSet([2, 4094]), egressUntagged: vlanSet(20) }
    const trace = simulate(ring(odd), [{ when: { at: 1 }, ...hello }], PVST)
    expect(blockedAt(trace, 'SWI3', '2')).toEqual(vlanSet([2, 19], [21, 4094]))
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

describe('VLANs that links join, where no PVST+ keeps them apart', () => {
  const merged = (links: number, natives = [1, 20]) => {
    const options = { bpdu: 'ieee' } as const
    const trunks = (nativeVlan: number) =>
      Array.from({ length: links }, (_, i) => portWith(`${i}`, 'trunk', { negotiate: false, nativeVlan }))
    const hosts = [1, 20].map((accessVlan) => portWith(`h${accessVlan}`, 'access', { accessVlan }))
    return networkOf(
      [
        switchOf('S1', [...trunks(natives[0] ?? 1), ...hosts], { profile: 'catalyst-2960', options }),
        switchOf('SW2', [...trunks(natives[1] ?? 1), ...hosts], { profile: 'catalyst-2960', options }),
        station('A', { kind: 'attacker', mac: '02:00:00:00:00:0a' }),
        station('B', { kind: 'attacker', mac: '02:00:00:00:00:0b' }),
      ],
      cables(
        'A.eth0 - S1.h1',
        'B.eth0 - SW2.h20',
        ...Array.from({ length: links }, (_, i) => `S1.${i} - SW2.${i}`),
      ),
    )
  }
  const from = (device: string, mac: string) =>
    ({ when: { at: 1 }, do: 'send', device, port: 'eth0', frame: frameFrom(mac) }) as const

  it.each([1, 2, 3])('pass once over %i cables with different native VLANs, both ways', (links) => {
    const network = merged(links)
    expect(deliveries(simulate(network, [from('A', '02:00:00:00:00:0a')], PVST))).toBe(1)
    expect(deliveries(simulate(network, [from('B', '02:00:00:00:00:0b')], PVST))).toBe(1)
  })

  it('make no loop of a row of switches, however many links join them', () => {
    const [s1, sw2] = merged(1).devices
    const far = switchOf('SWI3', [portWith('0', 'trunk', { negotiate: false, nativeVlan: 1 })], {
      profile: 'catalyst-2960',
      options: { bpdu: 'ieee' },
    })
    if (s1?.kind !== 'switch' || sw2?.kind !== 'switch') throw new Error('Two switches come first.')
    const row = networkOf(
      [{ ...s1, ports: [...s1.ports, portWith('9', 'trunk', { nativeVlan: 20 })] }, sw2, far],
      cables('S1.0 - SW2.0', 'S1.9 - SWI3.0'),
    )
    expect(simulate(row, [], PVST).events.filter((e) => e.kind === 'block')).toEqual([])
  })

  it('are refused with a sentence where a port would have to block a VLAN and forward it', () => {
    const { devices, links, sources } = merged(1, [20, 1])
    const trunk = portWith('9', 'trunk', { negotiate: false })
    const beside = devices.map((device) =>
      device.kind === 'switch' ? { ...device, ports: [trunk, ...device.ports] } : device,
    )
    const network = networkOf(beside, [...links, ...cables('S1.9 - SW2.9')])
    const run = () => simulate({ ...network, sources }, [], PVST)
    expect(run).toThrow(UnmodelledNetwork)
    expect(run).toThrow(
      /^SW2 0 is in a loop, and the ends of its cable put one frame in different VLANs.*same native VLAN\.$/,
    )
  })
})

describe('changes of one moment', () => {
  it('are worked out together, and what comes of them follows from each', () => {
    const pull = (a: string, aPort: string, b: string, bPort: string): Stimulus => ({
      when: { at: 1000 },
      do: 'cable',
      a: { device: a, port: aPort },
      b: { device: b, port: bPort },
      connected: false,
    })
    const wait = { when: { at: 40_000 }, do: 'wait' } as const
    const trace = simulate(ring(), [pull('S1', '2', 'SW2', '1'), pull('A', 'eth0', 'S1', 'h'), wait], PVST)
    const pulled = trace.events.filter((e) => e.kind === 'cable').map(({ id }) => id)
    const freed = trace.events.filter((e) => e.decision === 'stp/forwards')
    expect(freed.map(({ at, device, causes }) => ({ at, device, causes }))).toEqual([
      { at: 31_000, device: 'SWI3', causes: pulled },
    ])
    expect(pulled).toHaveLength(2)
  })
})

describe('the costs of a loop that no line tells', () => {
  const trunk = (name: string, values = {}) => portWith(name, 'trunk', { negotiate: false, ...values })
  /** Twice ten gigabits, or once one: the short table calls that equal, the long one does not. */
  const slowAcross = (
    speeds: { across?: string; around?: string } = {},
    options: Options[] = [],
    link = {},
  ) => {
    const { across = 'Gi', around = 'Te' } = speeds
    const more = (index: number) => ({ profile: 'catalyst-2960' as const, ...options[index] })
    return networkOf(
      [
        switchOf('S1', [trunk(`${around}2`), trunk(`${across}3`, link)], more(0)),
        switchOf('SW2', [trunk(`${around}1`), trunk(`${around}3`)], more(1)),
        switchOf('SWI3', [trunk(`${across}1`, link), trunk(`${around}2`)], more(2)),
      ],
      cables(
        `S1.${around}2 - SW2.${around}1`,
        `S1.${across}3 - SWI3.${across}1`,
        `SW2.${around}3 - SWI3.${around}2`,
      ),
    )
  }
  type Options = Parameters<typeof switchOf>[2]
  const asked = (network: Network, assume = {}) => {
    const trace = simulate(network, [], { ...PVST, assume })
    const blocking = trace.events.filter((e) => e.kind === 'block').map((e) => `${e.device} ${e.port}`)
    return {
      asked: trace.readings.filter(({ option }) => option === 'pathCosts').map(({ profile }) => profile),
      blocking,
    }
  }

  it('are an option where the two tables cut it at different ports', () => {
    expect(asked(slowAcross())).toEqual({ asked: ['catalyst-2960'], blocking: ['SWI3 Te2'] })
    const long = asked(slowAcross(), { '*': { pathCosts: 'long' } })
    expect(long).toEqual({ asked: ['catalyst-2960'], blocking: ['SWI3 Gi1'] })
  })

  it('are none where the switch is told which, nor where the lines tell the costs that differ', () => {
    const all = (pathCosts: 'short' | 'long') => [{ pathCosts }, { pathCosts }, { pathCosts }]
    expect(asked(slowAcross({}, all('short')))).toEqual({ asked: [], blocking: ['SWI3 Te2'] })
    expect(asked(slowAcross({}, all('long')))).toEqual({ asked: [], blocking: ['SWI3 Gi1'] })
    const dear = { pathCost: tellAll(NOTHING_TOLD, 30_000) }
    expect(asked(slowAcross({}, [], dear))).toEqual({ asked: [], blocking: ['SWI3 Gi1'] })
  })

  it('are none where both tables cut alike: links of one speed, a line that is dear by either', () => {
    expect(asked(slowAcross({ across: 'Te' })).asked).toEqual([])
    expect(asked(slowAcross({ across: 'Fa' }))).toEqual({ asked: [], blocking: ['SWI3 Fa1'] })
    expect(asked(slowAcross({ across: 'port', around: 'port' })).asked).toEqual([])
  })

  it('are one as soon as one of several loops hangs on them', () => {
    const { devices, links, sources } = slowAcross()
    const [s1, sw2, ...others] = devices as ReturnType<typeof switchOf>[]
    if (!s1 || !sw2) throw new Error('There are three switches.')
    const twice = networkOf(
      [
        { ...s1, ports: [...s1.ports, trunk('Gi8'), trunk('Gi9')] },
        { ...sw2, ports: [...sw2.ports, trunk('Gi8'), trunk('Gi9')] },
        ...others,
      ],
      [...links, ...cables('S1.Gi8 - SW2.Gi8', 'S1.Gi9 - SW2.Gi9')],
    )
    expect(asked({ ...twice, sources }).asked).toEqual(['catalyst-2960'])
  })

  it('are none on mixed platforms whose lines tell every cost', () => {
    const mixed: Options[] = [{ profile: 'catalyst-2950' }, {}, { profile: 'catalyst-9000' }]
    const { devices, links, sources } = slowAcross({}, mixed)
    const pathCost = { value: tellAll(NOTHING_TOLD, 10), from: [0] }
    const told = (devices as ReturnType<typeof switchOf>[]).map((device) => ({
      ...device,
      ports: device.ports.map((port) => ({ ...port, pathCost })),
    }))
    expect(asked({ devices: told, links, sources })).toEqual({ asked: [], blocking: ['SWI3 Te2'] })
  })

  it('are one on each platform where platforms are mixed, since one may be short and the other long', () => {
    const mixed: Options[] = [{ profile: 'catalyst-2950' }, {}, { profile: 'catalyst-9000' }]
    expect(asked(slowAcross({ across: 'Te' }, mixed)).asked.sort()).toEqual([
      'catalyst-2950',
      'catalyst-2960',
      'catalyst-9000',
    ])
  })

  it('are not asked for where there is no loop', () => {
    const { devices, links, sources } = slowAcross()
    expect(asked({ devices, links: links.slice(1), sources }).asked).toEqual([])
  })
})

describe('a bridge without spanning tree in a loop', () => {
  const trunk = (name: string) => portWith(name, 'trunk', { negotiate: false })
  const around = (profile: ProfileName, more: Partial<TreeRing> = {}) => {
    const { priority = NOTHING_TOLD, between = 'catalyst-2960' } = more
    return networkOf(
      [
        switchOf('S1', [trunk('2'), trunk('3'), portWith('h', 'access')], { profile: 'catalyst-2960' }),
        switchOf('SW2', [trunk('1'), trunk('3'), portWith('h', 'access')], { profile: between }),
        switchOf('BRI3', [trunk('1'), trunk('2')], { profile, priority }),
        station('A', { kind: 'attacker', mac: '02:00:00:00:00:0a' }),
        station('B', { kind: 'attacker', mac: '02:00:00:00:00:0b' }),
      ],
      cables('A.eth0 - S1.h', 'B.eth0 - SW2.h', 'S1.2 - SW2.1', 'S1.3 - BRI3.1', 'SW2.3 - BRI3.2'),
    )
  }
  type TreeRing = { priority: PerVlan; between: ProfileName }
  const run = (network: Network) => simulate(network, [{ when: { at: 1 }, ...hello }], PVST)

  it('passes BPDUs on like data, so that the switches beside it cut the loop', () => {
    const trace = run(around('linux-bridge'))
    expect(blockedAt(trace, 'SW2', '3')).toEqual(ALL_VLANS)
    expect(deliveries(trace)).toBe(1)
  })

  it('is never the root, whatever priority it would have', () => {
    const trace = run(around('linux-bridge', { priority: tellAll(NOTHING_TOLD, 0) }))
    const [block] = trace.events.filter((e) => e.kind === 'block')
    expect(block?.cuts?.map(({ root }) => root)).toEqual(['S1'])
    expect(blockedAt(trace, 'BRI3', '2')).toEqual(NO_VLANS)
  })

  it('leaves the loop standing where it drops BPDUs: refused with a sentence', () => {
    expect(() => run(around('open-vswitch'))).toThrow(UnmodelledNetwork)
    expect(() => run(around('open-vswitch'))).toThrow(/the cables form a loop that no spanning tree breaks/)
  })

  it('makes a loop with another one that is cut at the one switch that speaks, and none where no switch does', () => {
    const trace = run(around('linux-bridge', { between: 'linux-bridge' }))
    expect(blockedAt(trace, 'S1', '3')).toEqual(ALL_VLANS)
    const silent = networkOf(
      [
        switchOf('BR1', [trunk('1'), trunk('2'), portWith('h', 'access')], { profile: 'linux-bridge' }),
        switchOf('BRI2', [trunk('1'), trunk('2')], { profile: 'linux-bridge' }),
        station('A', { kind: 'attacker', mac: '02:00:00:00:00:0a' }),
      ],
      cables('A.eth0 - BR1.h', 'BR1.1 - BRI2.1', 'BR1.2 - BRI2.2'),
    )
    expect(() => run(silent)).toThrow(UnmodelledNetwork)
  })
})

describe('what a cut says of itself', () => {
  const trunk = (name: string, values = {}) => portWith(name, 'trunk', { negotiate: false, ...values })
  type Told = Parameters<typeof switchOf>[2]
  const cutsOf = (network: Network) =>
    simulate(network, [], PVST).events.flatMap((e) => (e.kind === 'block' ? (e.cuts ?? []) : []))
  const triangle = (told: readonly Told[], costs: readonly number[] = []) => {
    const at = (name: string, link: number) =>
      trunk(name, costs[link] === undefined ? {} : { pathCost: tellAll(NOTHING_TOLD, costs[link]) })
    return networkOf(
      [
        switchOf('S1', [at('2', 0), at('3', 1)], told[0]),
        switchOf('SW2', [at('1', 0), at('3', 2)], told[1]),
        switchOf('SWI3', [at('1', 1), at('2', 2)], told[2]),
      ],
      cables('S1.2 - SW2.1', 'S1.3 - SWI3.1', 'SW2.3 - SWI3.2'),
    )
  }
  const priority = (value: number): Told => ({
    profile: 'catalyst-2960',
    priority: tellAll(NOTHING_TOLD, value),
  })
  const usual: Told = { profile: 'catalyst-2960' }

  it('names the root, who might be in its place, and both ways', () => {
    expect(cutsOf(triangle([usual, usual, usual]))).toEqual([
      {
        vlans: ALL_VLANS,
        root: 'S1',
        rival: 'SW2',
        kept: { port: '1', over: { device: 'S1', port: '3' }, cost: 4 },
        cut: { port: '2', over: { device: 'SW2', port: '3' }, cost: 8 },
        by: 'address',
      },
    ])
  })

  it('names nobody in the place of a root that its priority alone makes one', () => {
    const [cut] = cutsOf(triangle([usual, usual, priority(4096)]))
    expect(cut).toMatchObject({ root: 'SWI3', rival: null, by: 'address' })
  })

  it('says priority where two switches are as near, and cost where one way is dearer', () => {
    const [near] = cutsOf(triangle([priority(4096), priority(16_384), priority(8192)]))
    expect(near).toMatchObject({ by: 'priority', cut: { port: '3', over: { device: 'SWI3', port: '2' } } })
    const [dear] = cutsOf(triangle([usual, usual, usual], [4, 19, 4]))
    expect(dear).toMatchObject({ by: 'cost', kept: { port: '2', cost: 8 }, cut: { port: '1', cost: 19 } })
  })

  it('says priority or address of the switches that two equal ways lead over', () => {
    const [byAddress] = cutsOf(triangle([usual, usual, usual], [4, 8, 4]))
    expect(byAddress).toMatchObject({ by: 'address', kept: { port: '1', cost: 8 }, cut: { port: '2' } })
    const [byPriority] = cutsOf(triangle([priority(4096), usual, usual], [4, 8, 4]))
    expect(byPriority).toMatchObject({ by: 'priority', kept: { port: '1', cost: 8 }, cut: { port: '2' } })
  })

  it('says port where two links lead to one switch, or a cable leads back', () => {
    const twice = networkOf(
      [switchOf('S1', [trunk('1'), trunk('2')], usual), switchOf('SW2', [trunk('1'), trunk('2')], usual)],
      cables('S1.1 - SW2.1', 'S1.2 - SW2.2'),
    )
    expect(cutsOf(twice)).toMatchObject([{ by: 'port', kept: { port: '1' }, cut: { port: '2' } }])
    const back = networkOf([switchOf('S1', [trunk('1'), trunk('2')], usual)], cables('S1.1 - S1.2'))
    expect(cutsOf(back)).toMatchObject([{ root: 'S1', rival: null, kept: null, by: 'port' }])
    const lower = networkOf(
      [switchOf('S1', [trunk('1')], usual), switchOf('SW2', [trunk('1'), trunk('2'), trunk('3')], usual)],
      cables('S1.1 - SW2.1', 'SW2.2 - SW2.3'),
    )
    expect(cutsOf(lower)).toMatchObject([
      { by: 'port', cut: { port: '3', over: { device: 'SW2', port: '2' } } },
    ])
  })

  it('keeps VLANs apart that are cut for different reasons, and together that are cut for one', () => {
    const other = tellVlans(NOTHING_TOLD, vlanSet([10, 19]), 24_576)
    const trace = simulate(ring({}, { far: { priority: other } }), [], PVST)
    const cuts = trace.events.flatMap((e) => (e.kind === 'block' ? [{ at: e.device, cuts: e.cuts }] : []))
    expect(cuts.map(({ at, cuts: own }) => [at, own?.map(({ vlans, root }) => [vlans, root])])).toEqual([
      ['SW2', [[vlanSet([10, 19]), 'SWI3']]],
      ['SWI3', [[withoutVlans(ALL_VLANS, vlanSet([10, 19])), 'S1']]],
    ])
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
