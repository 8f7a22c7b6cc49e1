import { describe, expect, it } from 'vitest'
import type { ChannelMode } from '../../src/net/bundling.ts'
import type { Network } from '../../src/net/network.ts'
import { Run } from '../../src/net/run/run.ts'
import type { PortSettings, Source, SourceId } from '../../src/net/settings.ts'
import { simulate } from '../../src/net/simulate.ts'
import { stateAt } from '../../src/net/state.ts'
import type { Stimulus } from '../../src/net/stimulus.ts'
import { type RunSettings, type Trace, USUAL_RUN } from '../../src/net/trace.ts'
import { bare, cables, frameFrom, networkOf, portWith, station, switchOf } from './scene.ts'

const MAC = { A: '02:00:00:00:00:0a', B: '02:00:00:00:00:0b' }
const LINES = [' switchport trunk native vlan 20', ' channel-group 1 mode X']
const NATIVE_20 = { value: 20, from: [1] }

type Ends = { near?: ChannelMode; far?: ChannelMode; nearNative20?: boolean; farNative20?: boolean }

/** Two switches with a port-channel of two members each, a host at each of them. */
function network({ near, far, nearNative20, farNative20 }: Ends = {}): Network {
  const member = (name: string, mode: ChannelMode | undefined, native20?: boolean): PortSettings => ({
    ...portWith(name, 'trunk', { channel: 'Po1' }),
    channelMode: { value: mode ?? null, from: [2] },
    nativeVlan: native20 ? NATIVE_20 : bare(1),
  })
  const made = (name: string, mode: ChannelMode | undefined, native20?: boolean) =>
    switchOf(
      name,
      [portWith('1', 'access'), member('m1', mode, native20), member('m2', mode), portWith('Po1', 'trunk')],
      { profile: 'catalyst-2960' },
    )
  const listener = (name: keyof typeof MAC) => station(name, { kind: 'attacker', mac: MAC[name] })
  const plain = networkOf(
    [made('SW1', near, nearNative20), made('SW2', far, farNative20), listener('A'), listener('B')],
    cables('A.eth0 - SW1.1', 'B.eth0 - SW2.1', 'SW1.m1 - SW2.m1', 'SW1.m2 - SW2.m2'),
  )
  const written = LINES.map((text) => ({ kind: 'written' as const, text }))
  return { ...plain, sources: [...plain.sources, ...written] }
}

const sends = (from: keyof typeof MAC, at: number): Stimulus => ({
  when: { at },
  do: 'send',
  device: from,
  port: 'eth0',
  frame: frameFrom(MAC[from]),
})

const FORWARDS = { assume: { '*': { unbundledMember: 'forwards' } } } as const
const STOPS = { assume: { '*': { unbundledMember: 'stops' } } } as const

const run = (ends: Ends, stimuli: Stimulus[], settings: Partial<RunSettings> = {}) =>
  simulate(network(ends), stimuli, settings)
const reached = (trace: Trace) =>
  trace.events.filter(({ kind }) => kind === 'deliver').map(({ device }) => device)
/** Who stands apart at the end, and why it came to. */
function standing(trace: Trace): string[] {
  const { switches } = stateAt(trace, trace.events.length - 1)
  return Object.entries(switches).flatMap(([device, { ports }]) =>
    Object.entries(ports).flatMap(([port, { apart }]) => {
      const why = trace.events.findLast((e) => e.kind === 'bundle' && e.device === device && e.port === port)
      return apart ? [`${device} ${port} ${apart} ${why?.decision}`] : []
    }),
  )
}

describe('a port-channel (facts J10)', () => {
  it('is one port: two cables are no loop, a flood leaves once, and the address is behind the channel', () => {
    const trace = run({}, [sends('A', 1)])
    expect(reached(trace)).toEqual(['B'])
    expect(stateAt(trace, trace.events.length - 1).switches.SW2?.macTable[0]?.port).toBe('Po1')
    expect(trace.events.filter((e) => e.decision === 'dtp/says' && e.port !== 'Po1')).toEqual([])
  })

  it('lives on through its other member when a cable is pulled', () => {
    const [a, b] = [
      { device: 'SW1', port: 'm1' },
      { device: 'SW2', port: 'm1' },
    ]
    const pull: Stimulus = { when: { at: 5 }, do: 'cable', a, b, connected: false }
    const trace = run({}, [sends('A', 1), pull, sends('A', 10)])
    expect(reached(trace)).toEqual(['B', 'B'])
    const crossed = trace.events.filter((e) => e.kind === 'cross' && e.device === 'SW1' && e.at >= 10)
    expect(crossed.map((e) => e.port)).toEqual(['m2'])
  })

  it('suspends a member whose own lines differ, and says which line', () => {
    const trace = run({ farNative20: true }, [
      { when: { at: 1 }, do: 'send', device: 'SW2', port: 'm1', frame: frameFrom(MAC.A) },
    ])
    const refused = trace.events.filter((e) => e.kind === 'refuse' && e.at === 1)
    expect(new Set(refused.map((e) => e.decision))).toEqual(new Set(['drop/channel-suspended']))
    const told = trace.events.find((e) => e.decision === 'channel/differs')
    expect(told).toMatchObject({ device: 'SW2', port: 'm1', because: [1] })
    expect(standing(trace)).toEqual(['SW2 m1 suspended channel/differs'])
  })

  it('does without a member whose far end is suspended, where a protocol tells', () => {
    const ends = { near: 'active', far: 'active', farNative20: true } as const
    for (const [settings, apart] of [
      [STOPS, 'suspended'],
      [FORWARDS, 'alone'],
    ] as const) {
      const trace = run(ends, [sends('A', 1)], settings)
      expect(reached(trace)).toEqual(['B'])
      expect(standing(trace)).toEqual([
        `SW1 m1 ${apart} channel/far-suspended`,
        'SW2 m1 suspended channel/differs',
      ])
    }
  })

  it('sends into a member whose far end is suspended in mode on, which asks nobody', () => {
    const trace = run({ near: 'on', far: 'on', farNative20: true }, [sends('A', 1)])
    expect(reached(trace)).toEqual([])
    expect(trace.readings.some(({ option }) => option === 'unbundledMember')).toBe(false)
  })
})

describe('a port-channel whose ends never agree, as documented', () => {
  it.each([
    ['passive', 'passive', 'nobody-asks'],
    ['auto', 'auto', 'nobody-asks'],
    ['active', 'desirable', 'protocols-differ'],
  ] as const)('%s with %s: each member forwards by itself, or none does', (near, far, why) => {
    const alone = run({ near, far }, [sends('A', 1)], { ...FORWARDS, spanningTree: 'pvst' })
    expect(reached(alone)).toEqual(['B'])
    expect(standing(alone)).toEqual(
      ['SW1 m1', 'SW1 m2', 'SW2 m1', 'SW2 m2'].map((port) => `${port} alone channel/${why}`),
    )
    const stopped = run({ near, far }, [sends('A', 1)], STOPS)
    expect(reached(stopped)).toEqual([])
    expect(standing(stopped)).toHaveLength(4)
    expect(stopped.events.find((e) => e.decision === `channel/${why}`)?.because).toEqual([2])
  })

  it('one that asks nobody stays one port, and spanning tree breaks the loop with the single ports of the other', () => {
    const settings = { ...FORWARDS, spanningTree: 'pvst' } as const
    const trace = run({ near: 'on', far: 'active' }, [sends('A', 1), sends('B', 40)], settings)
    expect(standing(trace)).toEqual([
      'SW2 m1 alone channel/one-end-asks',
      'SW2 m2 alone channel/one-end-asks',
    ])
    expect(reached(trace)).toEqual(['B', 'A'])
  })

  it('forms where the modes agree, and then the option is not even read', () => {
    const trace = run({ near: 'active', far: 'passive' }, [sends('A', 1)])
    expect(standing(trace)).toEqual([])
    expect(trace.readings.some(({ option }) => option === 'unbundledMember')).toBe(false)
  })

  it('forms again when one end is told another mode, and both switches notice', () => {
    const ports = ['m1', 'm2'].map((port) => ({
      port,
      settings: { channelMode: { value: 'active' as const, from: [0] } },
    }))
    const typed: Stimulus = {
      when: { at: 5 },
      do: 'configure',
      device: 'SW1',
      ports,
      sources: [{ kind: 'typed', text: 'channel-group 1 mode active' }],
    }
    const ends = { near: 'passive', far: 'passive' } as const
    const trace = run(ends, [sends('A', 1), typed, sends('A', 10)], STOPS)
    expect(reached(trace)).toEqual(['B'])
    expect(standing(trace)).toEqual([])
    const last = trace.events.findLast((e) => e.kind === 'configure')
    const joined = trace.events.filter((e) => e.kind === 'bundle' && e.at === 5)
    expect(joined.map(({ causes }) => causes)).toEqual([[last?.id], [last?.id], [last?.id], [last?.id]])
    const live = new Run(network(ends), [sends('A', 1), typed], { ...USUAL_RUN, ...FORWARDS })
    const told = live.trace()
    expect(stateAt(told, told.events.length - 1)).toEqual(live.state())
  })

  it('is taken to form with a host, and where a mode is not told', () => {
    expect(standing(run({ near: 'passive' }, [sends('A', 1)], STOPS))).toEqual([])
    const { devices, sources } = network({ near: 'passive' })
    const hosts = { devices, sources, links: cables('A.eth0 - SW1.m1', 'B.eth0 - SW1.1') }
    const trace = simulate(hosts, [sends('A', 1)], STOPS)
    expect(standing(trace)).toEqual([])
    expect(reached(trace)).toContain('B')
  })

  it('stands for one of its members where a cable is told to end at the port-channel itself', () => {
    const bundle = { ...portWith('Po1', 'trunk'), channelMode: bare('passive' as const) }
    const bundles = networkOf(
      [switchOf('SW1', [bundle]), switchOf('SW2', [bundle])],
      cables('SW1.Po1 - SW2.Po1'),
    )
    expect(standing(simulate(bundles, [], FORWARDS))).toEqual([])
    expect(standing(simulate(bundles, [], STOPS))).toEqual([
      'SW1 Po1 suspended channel/nobody-asks',
      'SW2 Po1 suspended channel/nobody-asks',
    ])
  })
})

describe('a value of a member that its port-channel has not', () => {
  /** A member whose native VLAN comes from these sources, the second of which is of this kind. */
  const member = (kind: Source['kind'], value = 20, from: readonly SourceId[] = [1]): Network => {
    const port = { ...portWith('m1', 'trunk', { channel: 'Po1' }), nativeVlan: { value, from } }
    const plain = networkOf([switchOf('SW1', [port, portWith('Po1', 'trunk')])], [])
    return { ...plain, sources: [...plain.sources, { kind, text: 'where it comes from' }] }
  }
  const stands = (made: Network) => standing(simulate(made, []))
  const SUSPENDED = ['SW1 m1 suspended channel/differs']

  it.each([
    'written',
    'typed',
    'range',
    'template',
  ] as const)('suspends it where it is its own: %s', (kind) => {
    expect(stands(member(kind))).toEqual(SUSPENDED)
    expect(stands(member(kind, 20, [0, 1]))).toEqual(SUSPENDED)
  })

  it.each(['default', 'global', 'inherited', 'assumed'] as const)('gives way where it is not: %s', (kind) => {
    expect(stands(member(kind))).toEqual([])
  })

  it('is none where a line of its own says the same', () => {
    expect(stands(member('written', 1))).toEqual([])
  })
})
