import fc from 'fast-check'
import { expect, it } from 'vitest'
import { NOTHING_TOLD, tellVlans } from '../../src/net/per-vlan.ts'
import { simulate } from '../../src/net/simulate.ts'
import { stateAt } from '../../src/net/state.ts'
import { type TreeView, treesSeenBy } from '../../src/net/trees-seen.ts'
import { hasVlan, vlanSet } from '../../src/net/vlan-set.ts'
import { cables, networkOf, portWith, switchOf } from './scene.ts'
import { PVST } from './tree-run.ts'

/** Four switches' priorities in VLAN 10, and cables between two of them with what they cost there. */
type Plan = {
  readonly priorities: readonly number[]
  readonly cables: readonly (readonly [number, number, number])[]
}

const cable = fc.tuple(fc.nat(3), fc.nat(3), fc.constantFrom(1, 4, 19)).filter(([a, b]) => a !== b)
const drawn: fc.Arbitrary<Plan> = fc.record({
  priorities: fc.array(fc.constantFrom(4096, 32_768), { minLength: 4, maxLength: 4 }),
  cables: fc.array(cable, { minLength: 1, maxLength: 7 }),
})

/** The switches with a port for each of their cables. */
function networkWith({ priorities, cables }: Plan) {
  const switches = priorities.map((priority, index) => {
    const own = cables.flatMap(([a, b, cost], n) => (a === index || b === index ? [{ n, cost }] : []))
    const ports = own.map(({ n, cost }) =>
      portWith(`port ${n}`, 'trunk', {
        negotiate: false,
        pathCost: tellVlans(NOTHING_TOLD, vlanSet(10), cost),
      }),
    )
    const told = tellVlans(NOTHING_TOLD, vlanSet(10), priority)
    const made = switchOf(`S${index}`, ports, { profile: 'catalyst-2960', priority: told })
    return { ...made, mac: `02:aa:00:00:00:0${index}` }
  })
  const links = cables.map(([a, b], n) => ({
    a: { device: `S${a}`, port: `port ${n}` },
    b: { device: `S${b}`, port: `port ${n}` },
  }))
  return networkOf(switches, links)
}

it('every cable has one end that leads from the root, every other switch one port that leads to it, the rest stands by', () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom(1, 10, 4000), (plan, vlan) => {
      const trace = simulate(networkWith(plan), [], PVST)
      const { switches } = stateAt(trace, trace.events.length - 1)
      const views = plan.priorities.map((_, index) => {
        const view = treesSeenBy(trace, `S${index}`, 0)?.(vlan)
        if (!view) throw new Error('a Catalyst runs spanning tree')
        return view
      })
      for (const [index, { ports, root, own, cost }] of views.entries()) {
        const roles = Object.entries(ports).map(([name, { role }]) => ({ name, role }))
        const up = roles.filter(({ role }) => role === 'root')
        expect(up.length).toBe(root.device === own.device ? 0 : 1)
        expect(cost === 0).toBe(root.device === own.device)
        for (const { name, role } of roles) {
          const blocked = hasVlan(switches[`S${index}`]?.ports[name]?.blocked ?? [], vlan)
          expect(blocked, `S${index} ${name}`).toBe(role === 'alternate' || role === 'backup')
        }
      }
      for (const [n, [a, b]] of plan.cables.entries()) {
        const ends = [views[a], views[b]].map((view) => view?.ports[`port ${n}`])
        expect(ends.filter((end) => end?.role === 'designated')).toHaveLength(1)
        for (const [near, far, end] of [
          [views[a], views[b], ends[0]],
          [views[b], views[a], ends[1]],
        ] as const) {
          expect(near?.root).toEqual(far?.root)
          if (end?.role === 'root') expect(near?.cost).toBe((far?.cost ?? 0) + end.cost)
        }
      }
    }),
    { numRuns: 60 },
  )
})

it('a tree is seen as it is at the time that is asked about', () => {
  const priority = { value: tellVlans(NOTHING_TOLD, vlanSet(10), 0), from: [0] }
  const plan: Plan = { priorities: [4096, 32_768, 32_768, 32_768], cables: [[0, 1, 4]] }
  const stimulus = {
    when: { at: 1000 },
    do: 'configure',
    device: 'S1',
    ports: [],
    global: { bridgePriority: priority },
    sources: [{ kind: 'assumed', text: 'typed' }],
  } as const
  const trace = simulate(networkWith(plan), [stimulus], PVST)
  const root = (at: number, vlan: number): TreeView['root'] | undefined =>
    treesSeenBy(trace, 'S0', at)?.(vlan).root
  expect(root(999, 10)).toEqual({ device: 'S0', mac: '02:aa:00:00:00:00', priority: 4096 })
  expect(root(1000, 10)).toMatchObject({ device: 'S1', priority: 0 })
  expect(root(1000, 1)).toMatchObject({ device: 'S0', priority: 32_768 })
})

it('a port that is cut stands by for another switch, or for another port of its own', () => {
  const ports = (...names: string[]) => names.map((name) => portWith(name, 'trunk', { negotiate: false }))
  const network = networkOf(
    [
      switchOf('S1', ports('a', 'b'), { profile: 'catalyst-2960' }),
      switchOf('SW2', ports('a', 'b', 'c', 'd'), { profile: 'catalyst-2960' }),
    ],
    cables('S1.a - SW2.a', 'S1.b - SW2.b', 'SW2.c - SW2.d'),
  )
  const seen = treesSeenBy(simulate(network, [], PVST), 'SW2', 0)?.(1).ports ?? {}
  expect(Object.entries(seen).map(([name, { role }]) => `${name} ${role}`)).toEqual([
    'a root',
    'b alternate',
    'c designated',
    'd backup',
  ])
})

it('a switch without cables is the root of each VLAN, by its priority there', () => {
  const plan: Plan = { priorities: [4096, 0, 0, 0], cables: [] }
  const seen = treesSeenBy(simulate(networkWith(plan), [], PVST), 'S0', 0)
  expect([1, 10].map((vlan) => seen?.(vlan).root.priority)).toEqual([32_768, 4096])
})

it('there is none to see where the run has none, or the switch speaks none', () => {
  const network = networkWith({ priorities: [0, 0, 0, 0], cables: [[0, 1, 4]] })
  expect(treesSeenBy(simulate(network, []), 'S0', 0)).toBeNull()
  const linux = networkOf([switchOf('L', [portWith('1', 'trunk')], { profile: 'linux-bridge' })], [])
  expect(treesSeenBy(simulate(linux, [], PVST), 'L', 0)).toBeNull()
})
