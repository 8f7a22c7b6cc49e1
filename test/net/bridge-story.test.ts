import { describe, expect, it } from 'vitest'
import type { EventId, EventKind, EventOf, Millis } from '../../src/net/event.ts'
import { BROADCAST, type Frame, type Mac, type Tag, tag } from '../../src/net/frame.ts'
import type { ProfileName } from '../../src/net/profiles.ts'
import { Run } from '../../src/net/run/run.ts'
import type { SomePortSettings } from '../../src/net/settings.ts'
import { simulate } from '../../src/net/simulate.ts'
import { stateAt } from '../../src/net/state.ts'
import type { Stimulus } from '../../src/net/stimulus.ts'
import { tally } from '../../src/net/tally.ts'
import { frameOf, type Trace, USUAL_RUN } from '../../src/net/trace.ts'
import { vlanSet } from '../../src/net/vlan-set.ts'
import { cables, frameFrom, networkOf, portWith, station, switchOf } from './scene.ts'

const A = '02:00:00:00:00:0a'
const B = '02:00:00:00:00:0b'
const T = '02:00:00:00:00:0c'

/** A and B on access ports of VLAN 10, T and U on trunks, of which U's carries VLANs 1 and 20 alone; no cable at port x. */
function network(profile: ProfileName = 'catalyst-2950') {
  const access = (name: string) => portWith(name, 'access', { accessVlan: 10, negotiate: false })
  const trunk = (name: string, values = {}) => portWith(name, 'trunk', { negotiate: false, ...values })
  const listener = (name: string, mac: Mac) => station(name, { kind: 'attacker', mac })
  return networkOf(
    [
      switchOf(
        'SW',
        [access('a'), access('b'), access('x'), trunk('t'), trunk('u', { allowedVlans: vlanSet(1, 20) })],
        {
          profile,
        },
      ),
      listener('A', A),
      listener('B', B),
      listener('T', T),
      listener('U', '02:00:00:00:00:0d'),
    ],
    cables('A.eth0 - SW.a', 'B.eth0 - SW.b', 'T.eth0 - SW.t', 'U.eth0 - SW.u'),
  )
}
const run = (stimuli: readonly Stimulus[], profile?: ProfileName): Trace =>
  simulate(network(profile), stimuli)

const sends = (at: Millis, device: string, frame: Frame): Stimulus => ({
  when: { at },
  do: 'send',
  device,
  port: 'eth0',
  frame,
})
const to = (dst: Mac, src: Mac, tags: readonly Tag[] = []) => frameFrom(src, tags, dst)
const typed = (at: Millis, port: string, settings: SomePortSettings): Stimulus => ({
  when: { at },
  do: 'configure',
  device: 'SW',
  ports: [{ port, settings }],
  sources: [{ kind: 'typed', text: 'a line' }],
})
const wait = (at: Millis): Stimulus => ({ when: { at }, do: 'wait' })

const all = <K extends EventKind>({ events }: Trace, kind: K) =>
  events.filter((e): e is EventOf<K> => e.kind === kind)
const idOf = (trace: Trace, kind: EventKind, place = 0): EventId | undefined =>
  trace.events.filter((e) => e.kind === kind)[place]?.id
const known = (trace: Trace) =>
  stateAt(trace, trace.events.length - 1).switches.SW?.macTable.map(({ vlan, mac, port }) => [
    vlan,
    mac,
    port,
  ])

describe('what a trace tells of a frame that goes through a switch (facts A3)', () => {
  const trace = run([sends(1, 'A', to(BROADCAST, A)), sends(10, 'B', to(A, B)), sends(20, 'B', to(T, B))])
  const [, back, unknown] = all(trace, 'enter')

  it('it enters a VLAN because it crossed the cable, and so its source is learned', () => {
    const [entered] = all(trace, 'enter')
    expect(entered).toMatchObject({ device: 'SW', port: 'a', decision: 'in/untagged-access', vlan: 10 })
    expect(entered).toMatchObject({
      tagRead: null,
      causes: [idOf(trace, 'cross')],
      copy: 0,
      parentCopy: null,
    })
    const [learned, ...others] = all(trace, 'learn')
    expect(learned).toMatchObject({ port: 'a', decision: 'learn/source', vlan: 10, mac: A, movedFrom: null })
    expect(learned?.causes).toEqual([entered?.id])
    expect(others.map(({ mac }) => mac)).toEqual([B])
  })

  it('a broadcast floods its VLAN; a live trunk that may not carry it says so', () => {
    const [flood] = all(trace, 'relay')
    expect(flood).toMatchObject({ port: 'a', decision: 'relay/flood-group', vlan: 10, out: ['b', 't'] })
    expect(flood?.causes).toEqual([idOf(trace, 'enter')])
    const [held] = all(trace, 'refuse')
    expect(held).toMatchObject({
      port: 'u',
      decision: 'hold/not-allowed',
      vlan: 10,
      causes: [flood?.id],
      copy: 0,
    })
    const left = all(trace, 'leave').slice(0, 2)
    expect(left.map(({ port, tagged, causes, parentCopy }) => [port, tagged, causes, parentCopy])).toEqual([
      ['b', false, [flood?.id], 0],
      ['t', true, [flood?.id], 0],
    ])
  })

  it('a known address is sent to its port alone, because it was learned there; an unknown one is flooded', () => {
    const [, direct, flood] = all(trace, 'relay')
    expect(direct).toMatchObject({ port: 'b', decision: 'relay/known', out: ['a'] })
    expect(direct?.causes).toEqual([back?.id, idOf(trace, 'learn')])
    expect(flood).toMatchObject({ decision: 'relay/flood-unknown', out: ['a', 't'], causes: [unknown?.id] })
  })

  it('a tag that is read is told, and one for another VLAN is another VLAN', () => {
    const tagged = run([sends(1, 'T', to(BROADCAST, T, [tag(20)]))])
    expect(all(tagged, 'enter')).toMatchObject([{ port: 't', vlan: 20, tagRead: 20 }])
    expect(all(tagged, 'relay')).toMatchObject([{ out: ['u'] }])
  })

  it('what is for an address behind a port without a cable goes nowhere, counted or told', () => {
    const stimuli: Stimulus[] = [
      { when: { at: 1 }, do: 'send', device: 'SW', port: 'x', frame: to(BROADCAST, A) },
      sends(10, 'B', to(A, B)),
    ]
    expect(all(run(stimuli), 'relay')).toMatchObject([
      { out: ['a', 'b', 't'] },
      { decision: 'relay/known', out: [] },
    ])
    expect(tally(network(), stimuli).deliveries).toBe(3)
  })

  it('what leads back to where it came from is dropped', () => {
    const looped = run([sends(1, 'T', to(BROADCAST, T)), sends(10, 'T', to(T, B))])
    const dropped = all(looped, 'refuse').at(-1)
    expect(dropped).toMatchObject({ device: 'SW', port: 't', decision: 'relay/same-port', vlan: 1 })
    expect(dropped?.causes).toEqual([idOf(looped, 'enter', 1), idOf(looped, 'learn')])
    expect(all(looped, 'relay')).toHaveLength(1)
  })
})

describe('a port that was told otherwise', () => {
  const shut = { enabled: { value: false, from: [0] } }
  const moved = { accessVlan: { value: 1, from: [0] } }

  it('lets in, refuses and sends because of that, too', () => {
    const trace = run([
      typed(1, 'a', moved),
      typed(2, 'b', moved),
      typed(3, 't', shut),
      sends(10, 'A', to(BROADCAST, A)),
      sends(20, 'T', to(BROADCAST, T)),
    ])
    const [onA, onB, onT] = all(trace, 'configure').map(({ id }) => id)
    expect(all(trace, 'enter')).toMatchObject([{ port: 'a', vlan: 1, causes: [idOf(trace, 'cross'), onA] }])
    const [toB] = all(trace, 'leave').filter(({ port }) => port === 'b')
    expect(toB?.causes).toEqual([idOf(trace, 'relay'), onB])
    const arrived = all(trace, 'cross').find((e) => e.to.port === 't')
    expect(all(trace, 'refuse').at(-1)).toMatchObject({
      device: 'SW',
      port: 't',
      decision: 'drop/port-down',
      vlan: null,
      causes: [arrived?.id, onT],
    })
  })
})

describe('an address that shows up behind another port', () => {
  const moving = [sends(1, 'A', to(BROADCAST, A)), sends(10, 'B', to(BROADCAST, A))]

  it('moves at once on most switches', () => {
    const trace = run(moving)
    expect(all(trace, 'learn')).toMatchObject([
      { port: 'a', movedFrom: null },
      { port: 'b', movedFrom: 'a' },
    ])
    expect(known(trace)).toEqual([[10, A, 'b']])
  })

  it('is held where it was by vde_switch', () => {
    const trace = run(moving, 'oracle-vde')
    const [held] = all(trace, 'refuse').filter(({ decision }) => decision === 'learn/held')
    expect(held).toMatchObject({
      port: 'b',
      vlan: 10,
      causes: [idOf(trace, 'enter', 1), idOf(trace, 'learn')],
    })
    expect(known(trace)).toEqual([[10, A, 'a']])
  })
})

describe('an address that nobody hears of', () => {
  const first = sends(1, 'A', to(BROADCAST, A))
  const aged = (trace: Trace) => all(trace, 'forget').map(({ at, port, causes }) => ({ at, port, causes }))

  it('is forgotten 300 seconds after it was last seen', () => {
    const once = run([first, wait(700_000)])
    const learned = idOf(once, 'learn')
    expect(aged(once)).toEqual([{ at: 300_002, port: 'a', causes: [learned] }])
    expect(all(once, 'forget')).toMatchObject([{ decision: 'forget/aged', vlan: 10, mac: A }])
    const twice = run([first, sends(200_000, 'A', to(BROADCAST, A)), wait(700_000)])
    expect(aged(twice)).toEqual([{ at: 500_001, port: 'a', causes: [learned] }])
    expect(known(twice)).toEqual([])
  })

  it('counts from its move where it moved', () => {
    const stimuli = [first, sends(100_000, 'B', to(BROADCAST, A))]
    expect(known(run([...stimuli, wait(350_000)]))).toEqual([[10, A, 'b']])
    expect(aged(run([...stimuli, wait(700_000)]))).toMatchObject([{ at: 400_001, port: 'b' }])
  })
})

describe('addresses that keep a frame from being relayed', () => {
  const decided = (trace: Trace) =>
    all(trace, 'refuse').map(({ port, decision, vlan }) => [port, decision, vlan])

  it.each([
    ['01:80:c2:00:00:0e', true],
    ['01:80:c2:00:00:01', false],
  ])('to %s: a Linux bridge learns of it, or not: %s', (dst, learns) => {
    const trace = run([sends(1, 'A', to(dst, A))], 'linux-bridge')
    expect(decided(trace)).toEqual([['a', 'drop/reserved-address', 10]])
    const [refused] = all(trace, 'refuse')
    expect(refused).toMatchObject({ causes: [idOf(trace, 'cross')], because: [] })
    expect(all(trace, 'learn').map(({ causes }) => causes)).toEqual(learns ? [[refused?.id]] : [])
  })

  it('from a group: Open vSwitch relays it and learns nothing', () => {
    const trace = run([sends(1, 'A', to(BROADCAST, '03:00:00:00:00:0a'))], 'open-vswitch')
    expect(all(trace, 'learn')).toEqual([])
    expect(all(trace, 'relay')).toHaveLength(1)
  })
})

describe('priority and drop eligibility of a tag', () => {
  const written = (profile: ProfileName, tags: Tag[]) => {
    const trace = run([sends(1, 'T', to(BROADCAST, T, tags))], profile)
    const sent = all(trace, 'leave').find(({ port }) => port === 'u')
    return frameOf(trace, sent?.frame ?? -1).tags
  }

  it('live on in the tag that is written anew, but for eligibility in Open vSwitch (measured)', () => {
    const read = tag(20, { pcp: 5, dei: true })
    expect(written('linux-bridge', [read])).toEqual([read])
    expect(written('open-vswitch', [read])).toEqual([tag(20, { pcp: 5 })])
    expect(written('linux-bridge', [tag(20)])).toEqual([tag(20)])
  })

  it('are none where there was no tag', () => {
    const trace = run([sends(1, 'A', to(BROADCAST, A))])
    const sent = all(trace, 'leave').find(({ port }) => port === 't')
    expect(frameOf(trace, sent?.frame ?? -1).tags).toEqual([tag(10)])
  })
})

it('the run itself knows the addresses that its trace tells, in the order in which they were learned', () => {
  const stimuli = [
    sends(1, 'T', to(BROADCAST, T, [tag(20)])),
    sends(10, 'A', to(BROADCAST, A)),
    sends(20, 'T', to(BROADCAST, B, [tag(20)])),
  ]
  const live = new Run(network(), stimuli, USUAL_RUN)
  const trace = live.trace()
  expect(known(trace)).toHaveLength(3)
  expect(live.state()).toEqual(stateAt(trace, trace.events.length - 1))
})
