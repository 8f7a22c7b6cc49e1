import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Switch } from '../../src/net/network.ts'
import { NOTHING_TOLD, numberIn, type PerVlan, tellAll, tellVlans } from '../../src/net/per-vlan.ts'
import { simulate } from '../../src/net/simulate.ts'
import { stateAt } from '../../src/net/state.ts'
import { hasVlan, NO_VLANS, vlanSet } from '../../src/net/vlan-set.ts'
import { type At, type BpduBridge, exchangeBpdus } from './bpdu-exchange.ts'
import { networkOf, portWith, switchOf } from './scene.ts'

const PROFILES = { speaks: 'catalyst-2960', passes: 'linux-bridge', drops: 'open-vswitch' } as const
const VLANS = [1, 10, 20]
/** Cables between ports whose names tell no speed: what they cost by the short table. */
const USUAL = { priority: 32_768, cost: 4, portPriority: 128 }

/** A number told of all VLANs or of none, and of VLAN 10 for itself or not. */
const told = (...values: [number, ...number[]]): fc.Arbitrary<PerVlan> =>
  fc
    .tuple(fc.option(fc.constantFrom(...values)), fc.option(fc.constantFrom(...values)))
    .map(([all, own]) => tellVlans(tellAll(NOTHING_TOLD, all), vlanSet(10), own))

const bridge = fc.record({
  does: fc.constantFrom('speaks', 'speaks', 'speaks', 'passes', 'drops') as fc.Arbitrary<BpduBridge['does']>,
  priority: told(4096, 24_576, 32_768, 36_864),
  address: fc.integer({ min: 0x10, max: 0xff }),
})
const end = fc.record({ at: fc.nat(5), cost: told(1, 4, 8, 19), portPriority: told(32, 128, 160) })
const network = fc.record({
  bridges: fc.uniqueArray(bridge, { minLength: 2, maxLength: 6, selector: ({ address }) => address }),
  cables: fc.array(fc.tuple(end, end), { minLength: 1, maxLength: 10 }),
})
type Drawn = typeof network extends fc.Arbitrary<infer T> ? T : never
type DrawnEnd = Drawn['cables'][number][number]

/** The ends of cables by the bridge they are at, in the order in which they are plugged in. */
function plugged({ bridges, cables }: Drawn): { ends: DrawnEnd[][]; cables: (readonly [At, At])[] } {
  const ends: DrawnEnd[][] = bridges.map(() => [])
  const plug = (drawn: DrawnEnd): At => {
    const at = drawn.at % bridges.length
    return { bridge: at, port: (ends[at]?.push(drawn) ?? 0) - 1 }
  }
  return { cables: cables.map(([a, b]) => [plug(a), plug(b)] as const), ends }
}

const address = (byte: number) => `02:aa:00:00:00:${byte.toString(16)}`

function computed(drawn: Drawn): Map<number, string[]> {
  const { ends, cables } = plugged(drawn)
  const switches = drawn.bridges.map(({ does, priority, address: byte }, b): Switch => {
    const ports = (ends[b] ?? []).map(({ cost, portPriority }, p) =>
      portWith(`port ${p}`, 'trunk', { negotiate: false, pathCost: cost, portPriority }),
    )
    return { ...switchOf(`S${b}`, ports, { profile: PROFILES[does], priority }), mac: address(byte) }
  })
  const links = cables.map(([a, b]) => ({
    a: { device: `S${a.bridge}`, port: `port ${a.port}` },
    b: { device: `S${b.bridge}`, port: `port ${b.port}` },
  }))
  const trace = simulate(networkOf(switches, links), [], { spanningTree: 'pvst' })
  const state = stateAt(trace, trace.events.length - 1)
  return new Map(
    VLANS.map((vlan) => {
      const blocked = drawn.bridges.flatMap((_, b) =>
        (ends[b] ?? []).flatMap((__, p) =>
          hasVlan(state.switches[`S${b}`]?.ports[`port ${p}`]?.blocked ?? NO_VLANS, vlan)
            ? [`${b}/${p}`]
            : [],
        ),
      )
      return [vlan, blocked.sort()]
    }),
  )
}

function exchanged(drawn: Drawn, vlan: number): string[] {
  const { ends, cables } = plugged(drawn)
  const bridges = drawn.bridges.map(
    ({ does, priority, address: byte }, b): BpduBridge => ({
      does,
      address: address(byte),
      priority: numberIn(priority, vlan) ?? USUAL.priority,
      ports: (ends[b] ?? []).map(({ cost, portPriority }) => ({
        cost: numberIn(cost, vlan) ?? USUAL.cost,
        priority: numberIn(portPriority, vlan) ?? USUAL.portPriority,
      })),
    }),
  )
  return exchangeBpdus(bridges, cables)
}

it('blocks just the ports that bridges block which tell each other what they know', () => {
  fc.assert(
    fc.property(network, (drawn) => {
      const blocked = computed(drawn)
      for (const vlan of VLANS) expect(blocked.get(vlan), `VLAN ${vlan}`).toEqual(exchanged(drawn, vlan))
    }),
    { numRuns: 400 },
  )
}, 60_000)
