import { describe, expect, it } from 'vitest'
import type { EventOf, Millis } from '../../src/net/event.ts'
import { simulate } from '../../src/net/simulate.ts'
import { stateAt } from '../../src/net/state.ts'
import type { Stimulus } from '../../src/net/stimulus.ts'
import type { Trace } from '../../src/net/trace.ts'
import { ALL_VLANS, NO_VLANS, type Vid, vlanSet } from '../../src/net/vlan-set.ts'
import { cables, frameFrom, networkOf, portWith, station, switchOf } from './scene.ts'
import { blockedAt, PVST } from './tree-run.ts'

const A = '02:00:00:00:00:0a'
const B = '02:00:00:00:00:0b'
const C = '02:00:00:00:00:0c'
const CATALYST = { profile: 'catalyst-2960' } as const
const trunk = (name: string, values = {}) => portWith(name, 'trunk', { negotiate: false, ...values })
const access = (name: string, accessVlan = 1) => portWith(name, 'access', { negotiate: false, accessVlan })

const wait = (at: Millis): Stimulus => ({ when: { at }, do: 'wait' })
const says = (at: Millis, device: string, mac: string, dst?: string): Stimulus => ({
  when: { at },
  do: 'send',
  device,
  port: 'eth0',
  frame: frameFrom(mac, [], dst),
})
const cable = (at: Millis, a: string, b: string, connected = false): Stimulus => {
  const [link] = cables(`${a} - ${b}`)
  if (!link) throw new Error('A cable has two ends.')
  return { when: { at }, do: 'cable', ...link, connected }
}

/** Where the switches think that addresses live, as `SWITCH port VLAN address`, when the run has ended. */
function known(trace: Trace): string[] {
  const { switches } = stateAt(trace, trace.events.length - 1)
  return Object.entries(switches).flatMap(([name, { macTable }]) =>
    macTable.map(({ port, vlan, mac }) => `${name} ${port} ${vlan} ${mac.slice(-2)}`),
  )
}
const forgets = ({ events }: Trace) => events.filter((e): e is EventOf<'forget'> => e.kind === 'forget')
const blocks = ({ events }: Trace) => events.filter((e): e is EventOf<'block'> => e.kind === 'block')
const delivered = ({ events }: Trace, device: string) =>
  events.filter((e) => e.kind === 'deliver' && e.device === device).length

/** Three switches in a ring whose link between SW2 and SWI3 is blocked at SWI3, and a station on each. */
function ring(stimuli: readonly Stimulus[]): Trace {
  const network = networkOf(
    [
      switchOf('S1', [trunk('2'), trunk('3'), access('h')], CATALYST),
      switchOf('SW2', [trunk('1'), trunk('3'), access('h')], CATALYST),
      switchOf('SWI3', [trunk('1'), trunk('2'), access('h')], CATALYST),
      station('A', { kind: 'attacker', mac: A }),
      station('B', { kind: 'attacker', mac: B }),
      station('C', { kind: 'attacker', mac: C }),
    ],
    cables(
      'S1.2 - SW2.1',
      'S1.3 - SWI3.1',
      'SW2.3 - SWI3.2',
      'A.eth0 - S1.h',
      'B.eth0 - SW2.h',
      'C.eth0 - SWI3.h',
    ),
  )
  return simulate(network, stimuli, PVST)
}

const BEHIND_B = [`S1 2 1 0b`, `SW2 h 1 0b`, `SWI3 1 1 0b`]

describe('where the tree moves', () => {
  const pull = cable(1_000, 'S1.2', 'SW2.1')

  it('every switch forgets where addresses live, because of what changed', () => {
    const trace = ring([says(1, 'B', B), says(500, 'A', A), pull])
    expect(known(trace)).toEqual([])
    const [pulled] = trace.events.filter((e) => e.kind === 'cable')
    expect(
      forgets(trace).map(({ device, port, decision, causes }) => [device, port, decision, causes]),
    ).toEqual([
      ['S1', '2', 'forget/link-lost', [pulled?.id]],
      ['SW2', '1', 'forget/link-lost', [pulled?.id]],
      ['S1', '', 'forget/topology', [pulled?.id]],
      ['SW2', '', 'forget/topology', [pulled?.id]],
      ['SWI3', '', 'forget/topology', [pulled?.id]],
    ])
    expect(forgets(trace).every(({ vlan, mac }) => vlan === null && mac === null)).toBe(true)
  })

  it('so that a frame to one address finds the new way, and no switch sends it back', () => {
    const trace = ring([says(1, 'B', B), pull, says(40_000, 'A', A, B)])
    expect(delivered(trace, 'B')).toBe(1)
  })

  it('they do so too where it is the last thing that happens', () => {
    const told = says(1, 'B', B)
    const last = ring([told]).events.length - 1
    expect(known(ring([told, { ...pull, when: { after: last } }]))).toEqual([])
  })

  it('a switch that knows nobody writes nothing down', () => {
    expect(forgets(ring([pull]))).toEqual([])
  })

  it('it moves back when the cable is back', () => {
    const back = cable(50_000, 'S1.2', 'SW2.1', true)
    const open = ring([pull, wait(45_000)])
    expect(blockedAt(open, 'SWI3', '2')).toEqual(NO_VLANS)
    const closed = ring([pull, back, wait(100_000)])
    expect(blockedAt(closed, 'SWI3', '2')).toEqual(ALL_VLANS)
    expect(blocks(closed).map(({ at, device, port, decision }) => [at, device, port, decision])).toEqual([
      [0, 'SWI3', '2', 'stp/blocks-loop'],
      [31_000, 'SWI3', '2', 'stp/forwards'],
      [50_000, 'S1', '2', 'stp/listens'],
      [50_000, 'SW2', '1', 'stp/listens'],
      [50_000, 'SWI3', '2', 'stp/blocks-loop'],
      [80_000, 'S1', '2', 'stp/forwards'],
      [80_000, 'SW2', '1', 'stp/forwards'],
    ])
  })
})

describe('where the tree stays', () => {
  it('a cable to a station that is pulled makes no switch forget but the one it was on', () => {
    const trace = ring([says(1, 'B', B), says(2, 'C', C), cable(1_000, 'C.eth0', 'SWI3.h'), wait(2_000)])
    expect(known(trace)).toEqual(expect.arrayContaining([...BEHIND_B, 'S1 3 1 0c', 'SW2 1 1 0c']))
    expect(forgets(trace).map(({ device, port }) => `${device} ${port}`)).toEqual(['SWI3 h'])
  })

  it('the tree that a run begins with follows from nothing', () => {
    expect(blocks(ring([])).map(({ at, causes }) => ({ at, causes }))).toEqual([{ at: 0, causes: [] }])
  })
})

describe('a trunk whose native VLANs come to differ, and agree again (as documented)', () => {
  const native = (at: Millis, vlan: Vid): Stimulus => ({
    when: { at },
    do: 'configure',
    device: 'SW2',
    ports: [{ port: 'L', settings: { nativeVlan: { value: vlan, from: [0] } } }],
    sources: [{ kind: 'typed', text: `switchport trunk native vlan ${vlan}` }],
  })
  /** A in VLAN 1 and C in VLAN 30 on the first switch, B in VLAN 1 on the second. */
  const typed = (stimuli: readonly Stimulus[], settings = {}) =>
    simulate(
      networkOf(
        [
          switchOf('S1', [trunk('L'), access('a'), access('c', 30)], CATALYST),
          switchOf('SW2', [trunk('L'), access('b')], CATALYST),
          station('A', { kind: 'attacker', mac: A }),
          station('B', { kind: 'attacker', mac: B }),
          station('C', { kind: 'attacker', mac: C }),
        ],
        cables('S1.L - SW2.L', 'A.eth0 - S1.a', 'C.eth0 - S1.c', 'B.eth0 - SW2.b'),
      ),
      stimuli,
      settings,
    )
  const everybody = [says(1, 'A', A), says(2, 'B', B)]

  it('the end that blocks forgets what is behind it, because it blocks; nobody else does', () => {
    const trace = typed([...everybody, native(1_000, 20)], PVST)
    const [block] = blocks(trace)
    expect(block).toMatchObject({ device: 'SW2', port: 'L', decision: 'stp/pvid-inconsistent' })
    expect(block?.blocked).toEqual(vlanSet(1, 20))
    expect(forgets(trace)).toMatchObject([
      { device: 'SW2', port: 'L', decision: 'forget/topology', causes: [block?.id], vlan: null, mac: null },
    ])
    expect(known(trace)).toEqual(['S1 a 1 0a', 'S1 L 1 0b', 'SW2 b 1 0b'])
  })

  it('what a VLAN that passed all the time had taught is kept when the others forward again', () => {
    const trace = typed([native(1_000, 20), native(2_000, 1), says(20_000, 'C', C), wait(40_000)], PVST)
    expect(blocks(trace).map(({ at, decision }) => [at, decision])).toEqual([
      [1_000, 'stp/pvid-inconsistent'],
      [32_000, 'stp/forwards'],
    ])
    expect(known(trace)).toEqual(['S1 c 30 0c', 'SW2 L 30 0c'])
    expect(forgets(trace)).toEqual([])
  })

  it('without spanning tree nothing blocks, and the two VLANs are one (facts C5)', () => {
    const trace = typed([native(1_000, 20), says(2_000, 'A', A)])
    expect(blocks(trace)).toEqual([])
    expect(known(trace)).toEqual(['S1 a 1 0a', 'SW2 L 20 0a'])
  })

  it('is blocked as soon as it has formed by DTP, without anything more to wait for', () => {
    const dynamic = (name: string, nativeVlan: Vid) =>
      portWith(name, 'dynamic desirable', { portFast: 'trunk', nativeVlan })
    const network = networkOf(
      [switchOf('S1', [dynamic('L', 1)], CATALYST), switchOf('SW2', [dynamic('L', 20)], CATALYST)],
      cables('S1.L - SW2.L'),
    )
    expect(blockedAt(simulate(network, [], PVST), 'SW2', 'L')).toEqual(vlanSet(1, 20))
  })
})
