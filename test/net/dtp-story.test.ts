import { describe, expect, it } from 'vitest'
import type { DecisionId } from '../../src/net/decisions.ts'
import type { Event, EventKind, EventOf, Millis } from '../../src/net/event.ts'
import type { PortSettings, SourceId } from '../../src/net/settings.ts'
import { simulate } from '../../src/net/simulate.ts'
import type { SpooferSpec } from '../../src/net/stations/spoofer.ts'
import type { Stimulus } from '../../src/net/stimulus.ts'
import type { RunSettings, Trace } from '../../src/net/trace.ts'
import { cables, networkOf, portWith, station, switchOf } from './scene.ts'

/** The lines that the settings of a port and its switch come from. */
const [MODE, NEGOTIATE, ENABLED, SWITCHING, DOMAIN, VTP] = [1, 2, 3, 4, 5, 6]

const from = <T>({ value }: { value: T }, line: SourceId) => ({ value, from: [line] })

/** A port whose settings for DTP come from a line each. */
function told(
  mode: PortSettings['mode']['value'],
  values: Parameters<typeof portWith>[2] = {},
): PortSettings {
  const port = portWith('L', mode, values)
  return {
    ...port,
    mode: from(port.mode, MODE),
    negotiate: from(port.negotiate, NEGOTIATE),
    enabled: from(port.enabled, ENABLED),
    switching: from(port.switching, SWITCHING),
  }
}

type Scene = { spoofer?: Partial<SpooferSpec>; domain?: string; until?: Millis; stimuli?: Stimulus[] }

/** A host at this port that speaks DTP from the tenth millisecond on. */
function spoofed(port: PortSettings, scene: Scene = {}, settings: Partial<RunSettings> = {}): Trace {
  const { spoofer = {}, domain = '', until = 100, stimuli = [] } = scene
  const mac = '02:00:00:00:66:01'
  const spec: SpooferSpec = {
    kind: 'spoofer',
    mac,
    domain: '',
    startsAt: 10,
    repeats: 'for-ever',
    ...spoofer,
  }
  const device = switchOf('SW', [port], { profile: 'catalyst-2960', domain })
  const from = { vtpDomain: [DOMAIN], vtpMode: [VTP] }
  const written = {
    ...device,
    vtpDomain: { ...device.vtpDomain, from: from.vtpDomain },
    vtpMode: { ...device.vtpMode, from: from.vtpMode },
  }
  const network = networkOf([written, station('EVIL', spec)], cables('EVIL.eth0 - SW.L'))
  return simulate(network, [...stimuli, { when: { at: until }, do: 'wait' }], settings)
}

const pull = (at: Millis): Stimulus => ({
  when: { at },
  do: 'cable',
  a: { device: 'EVIL', port: 'eth0' },
  b: { device: 'SW', port: 'L' },
  connected: false,
})

/** What the switch itself did, but for frames on the cable. */
const ofSwitch = ({ events }: Trace, device = 'SW') =>
  events.filter((e) => e.device === device && e.kind !== 'cross')
const all = <K extends EventKind>(trace: Trace, kind: K) =>
  trace.events.filter((e): e is EventOf<K> => e.kind === kind)
const byDecision = (trace: Trace, decision: DecisionId): Event[] =>
  trace.events.filter((e) => e.decision === decision)

describe('what a trace tells of a port that becomes a trunk (facts B1-B3, as documented)', () => {
  const trace = spoofed(told('dynamic auto'), { until: 40_000 })
  const arrivals = all(trace, 'cross').filter(({ to }) => to.device === 'SW')
  const [first, second] = byDecision(trace, 'dtp/heard')
  const [formed, agreed] = all(trace, 'negotiate')

  it('it says hello for no reason but its lines, and from then on because of what it became', () => {
    const said = byDecision(trace, 'dtp/says')
    expect(said.map(({ at }) => at)).toEqual([0, 11, 30_000])
    expect(said.map(({ causes }) => causes)).toEqual([[], [formed?.id], [formed?.id]])
    for (const each of said)
      expect(each).toMatchObject({ kind: 'send', port: 'L', because: [MODE, NEGOTIATE] })
  })

  it('it hears a frame that crossed the cable, as a port that what it heard before had set', () => {
    expect(first).toMatchObject({ kind: 'hear', protocol: 'dtp', causes: [arrivals[0]?.id] })
    expect(second).toMatchObject({ kind: 'hear', causes: [arrivals[1]?.id, formed?.id] })
  })

  it('what it becomes follows from what it heard, by the lines of its mode', () => {
    expect(formed).toMatchObject({ causes: [first?.id], because: [MODE, NEGOTIATE] })
    expect(formed).toMatchObject({ decision: 'dtp/becomes-trunk', from: 'access', to: 'trunk' })
    expect(agreed).toMatchObject({ causes: [second?.id, formed?.id], because: [MODE, NEGOTIATE] })
    expect(formed).not.toHaveProperty('encapsulation')
  })
})

describe('a port that does not listen to DTP refuses the frame, and names the line', () => {
  it.each([
    ['shut down', told('dynamic auto', { enabled: false }), 'drop/port-down', ENABLED],
    ['routed', told('dynamic auto', { switching: false }), 'drop/routed-port', SWITCHING],
    ['told not to negotiate', told('trunk', { negotiate: false }), 'dtp/not-listening', NEGOTIATE],
    ['a tunnel', told('dot1q-tunnel'), 'dtp/not-listening', MODE],
  ])('where it is %s', (_, port, decision, line) => {
    const trace = spoofed(port)
    const [crossed] = all(trace, 'cross')
    expect(ofSwitch(trace)).toEqual([
      expect.objectContaining({
        kind: 'refuse',
        vlan: null,
        decision,
        because: [line],
        causes: [crossed?.id],
      }),
    ])
  })
})

describe('different VTP domains (facts B4)', () => {
  it('are told with the lines of the domain and of the VTP mode, and leave nothing that could expire', () => {
    const trace = spoofed(told('dynamic auto'), {
      domain: 'lab',
      spoofer: { domain: 'other' },
      until: 400_000,
    })
    const outcomes = all(trace, 'negotiate')
    expect(new Set(outcomes.map(({ decision }) => decision))).toEqual(new Set(['dtp/domain-mismatch']))
    for (const { because } of outcomes) expect(because).toEqual([MODE, NEGOTIATE, DOMAIN, VTP])
  })

  it('a single wrong frame is not waited for to expire', () => {
    const scene: Scene = { domain: 'lab', spoofer: { domain: 'other', repeats: 'once' }, until: 400_000 }
    expect(all(spoofed(told('dynamic auto'), scene), 'negotiate')).toHaveLength(1)
  })
})

describe('a trunk that hears no more DTP', () => {
  const once: Scene = { spoofer: { repeats: 'once' }, until: 400_000 }

  it('stays one where its mode says so', () => {
    const trace = spoofed(told('trunk'), once)
    expect(all(trace, 'negotiate').map(({ decision }) => decision)).toEqual(['dtp/static-trunk'])
  })

  it('ends when its cable is pulled, because of that and of what had set it, and expires no second time', () => {
    const trace = spoofed(told('dynamic auto'), { ...once, stimuli: [pull(50)] })
    const [formed, lost, ...others] = all(trace, 'negotiate')
    const [pulled] = all(trace, 'cable')
    expect(lost).toMatchObject({
      at: 50,
      decision: 'dtp/link-lost',
      causes: [pulled?.id, formed?.id],
      because: [],
    })
    expect(others).toEqual([])
  })
})

describe('fast hellos (facts B2, weak)', () => {
  it('end with the first answer', () => {
    const trace = spoofed(told('dynamic auto'), { until: 5_000 }, { fastHellos: true })
    expect(byDecision(trace, 'dtp/says').map(({ at }) => at)).toEqual([0, 11])
  })

  it('keep no run going', () => {
    const host = station('PC', { kind: 'host', mac: '02:00:00:00:10:01' })
    const network = networkOf([switchOf('SW', [told('dynamic auto')]), host], cables('PC.eth0 - SW.L'))
    const trace = simulate(network, [], { fastHellos: true })
    expect(byDecision(trace, 'dtp/says').map(({ at }) => at)).toEqual([0])
  })
})

it('a static trunk that agrees on another encapsulation tells its neighbour (facts B5)', () => {
  const link = (encapsulation: 'isl' | 'negotiate') => [portWith('L', 'trunk', { encapsulation })]
  const network = networkOf(
    [switchOf('SW', link('negotiate')), switchOf('ISL', link('isl'))],
    cables('SW.L - ISL.L'),
  )
  const trace = simulate(network, [])
  const [agreed] = all(trace, 'negotiate').filter(({ device }) => device === 'SW')
  expect(agreed).toMatchObject({ from: 'trunk', to: 'trunk', encapsulation: 'isl' })
  const said = byDecision(trace, 'dtp/says').filter(({ device }) => device === 'SW')
  expect(said.map(({ causes }) => causes)).toEqual([[], [agreed?.id]])
})
