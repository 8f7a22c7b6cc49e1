import { describe, expect, it } from 'vitest'
import type { LoopCut } from '../../src/net/event.ts'
import { NOTHING_TOLD, tellAll } from '../../src/net/per-vlan.ts'
import { simulate } from '../../src/net/simulate.ts'
import { ALL_VLANS, vlanSet } from '../../src/net/vlan-set.ts'
import { blocksLoop, whyCut } from '../../src/words/english/loop-cuts.ts'
import { tell, tellTree } from '../../src/words/tell.ts'
import { cables, frameFrom, networkOf, portWith, station, switchOf } from '../net/scene.ts'

const CUT: LoopCut = {
  vlans: ALL_VLANS,
  root: 'CORE',
  rival: null,
  kept: { port: 'Gi1', over: { device: 'CORE', port: 'Gi8' }, cost: 4 },
  cut: { port: 'Gi2', over: { device: 'DIST', port: 'Gi9' }, cost: 8 },
  by: 'cost',
}
const told = (...cuts: Partial<LoopCut>[]) =>
  whyCut({ device: 'EDGE', port: 'Gi2', cuts: cuts.map((cut) => ({ ...CUT, ...cut })) })
const decided = (cut: Partial<LoopCut>) => told(cut)[1]
const by8 = { port: 'Gi1', over: { device: 'DIST2', port: 'Gi7' }, cost: 8 }

describe('that a port blocks against a loop', () => {
  const said = (...cuts: LoopCut[]) => blocksLoop({ device: 'EDGE', port: 'Gi2', cuts })

  it('names the way that is kept, and the VLANs where it is not all of them', () => {
    expect(said(CUT)).toBe('Spanning tree blocks EDGE Gi2: EDGE keeps Gi1, its way to the root CORE.')
    expect(said({ ...CUT, vlans: vlanSet(10) })).toBe(
      'Spanning tree blocks VLAN 10 at EDGE Gi2: EDGE keeps Gi1, its way to the root CORE.',
    )
    expect(said({ ...CUT, root: 'EDGE', kept: null })).toBe(
      'Spanning tree blocks EDGE Gi2: EDGE is the root, and this cable leads back to it.',
    )
  })

  it('names no root where VLANs have several', () => {
    const other = { ...CUT, root: 'DIST', vlans: vlanSet([20, 29]) }
    expect(said({ ...CUT, vlans: vlanSet(10) }, other)).toBe(
      'Spanning tree blocks VLANs 10,20-29 at EDGE Gi2, so that no frame goes round in a loop.',
    )
  })
})

describe('why it is that port', () => {
  it('begins with why the root is the root', () => {
    expect(told({})[0]).toBe('CORE is the root of VLANs 1-4094: its bridge priority is the best.')
    expect(told({ rival: 'DIST', vlans: vlanSet(10) })[0]).toBe(
      'CORE is the root of VLAN 10: no bridge priority is better, and of the switches with the same, such as DIST, its address is the lowest.',
    )
  })

  it('gives the costs of both ways', () => {
    expect(decided({})).toBe('By Gi1 the way there costs 4, by Gi2 8.')
  })

  it('compares the switches at both ends of a link that are as near', () => {
    expect(decided({ by: 'priority' })).toBe(
      'DIST and EDGE are as near to it: DIST has the better bridge priority.',
    )
    expect(decided({ by: 'address' })).toBe('DIST and EDGE are as near to it: DIST has the lower address.')
  })

  it('compares the switches that two equal ways lead over', () => {
    expect(decided({ by: 'address', kept: by8 })).toBe(
      'By Gi1 and by Gi2 the way there costs 8: DIST2 has the lower address than DIST.',
    )
    expect(decided({ by: 'priority', kept: by8 })).toBe(
      'By Gi1 and by Gi2 the way there costs 8: DIST2 has the better bridge priority than DIST.',
    )
  })

  it('compares ports: of the switch that is led over, else of its own, else of both ends of one cable', () => {
    const over = (port: string) => ({ port: 'Gi1', over: { device: 'DIST', port }, cost: 8 })
    const equal = 'By Gi1 and by Gi2 the way there costs 8'
    expect(decided({ by: 'port', kept: over('Gi7') })).toBe(`${equal}: DIST Gi7 is a better port than Gi9.`)
    expect(decided({ by: 'port', kept: over('Gi9') })).toBe(`${equal}: EDGE Gi1 is a better port than Gi2.`)
    const back = { port: 'Gi2', over: { device: 'EDGE', port: 'Gi3' }, cost: 8 }
    expect(decided({ by: 'port', cut: back })).toBe('Of both ends, EDGE Gi3 is the better port.')
    expect(decided({ by: 'port', kept: null, cut: back })).toBe('Of both ends, EDGE Gi3 is the better port.')
  })

  it('tells three trees, and stops there', () => {
    const roots = ['A', 'B', 'C', 'D'].map((root) => ({ root }))
    expect(told(...roots).filter((text) => text.includes('is the root of'))).toHaveLength(3)
  })
})

it('a frame that ends at such a port is told why, in its own VLAN alone', () => {
  const priority = tellAll(NOTHING_TOLD, 4096)
  const trunk = (name: string) => portWith(name, 'trunk', { negotiate: false })
  const network = networkOf(
    [
      switchOf('S1', [trunk('2'), trunk('3'), portWith('h', 'access')], { priority }),
      switchOf('SW2', [trunk('1'), trunk('3')]),
      switchOf('SWI3', [trunk('1'), trunk('2')]),
      station('A', { kind: 'attacker', mac: '02:00:00:00:00:0a' }),
    ],
    cables('A.eth0 - S1.h', 'S1.2 - SW2.1', 'S1.3 - SWI3.1', 'SW2.3 - SWI3.2'),
  )
  const frame = frameFrom('02:00:00:00:00:0a')
  const send = { when: { at: 10 }, do: 'send', device: 'A', port: 'eth0', frame } as const
  const trace = simulate(network, [send], { spanningTree: 'pvst' })
  const [block] = trace.events.filter((e) => e.kind === 'block')
  const [dropped] = trace.events.filter((e) => e.decision === 'drop/blocked')
  expect(block && tell(trace, block)).toBe(
    'Spanning tree blocks SWI3 2: SWI3 keeps 1, its way to the root S1.',
  )
  const why = [
    'S1 is the root of VLANs 1-4094: its bridge priority is the best.',
    'SW2 and SWI3 are as near to it: SW2 has the lower address.',
  ]
  expect(block && tellTree(trace, block)).toEqual(why)
  expect(dropped && tellTree(trace, dropped)).toEqual(why)
  const entered = trace.events.find((e) => e.kind === 'enter' && e.device === 'SWI3')
  expect(entered && tellTree(trace, entered)).toEqual([])
})
