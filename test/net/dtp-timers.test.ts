import { describe, expect, it } from 'vitest'
import { readDtp } from '../../src/net/dtp-frame.ts'
import type { PortMode } from '../../src/net/settings.ts'
import { simulate } from '../../src/net/simulate.ts'
import { stateAt } from '../../src/net/state.ts'
import type { SpooferSpec } from '../../src/net/stations/spoofer.ts'
import { frameOf, story } from '../../src/net/trace.ts'
import { bare, cables, networkOf, portWith, station, switchOf } from './scene.ts'

const SECOND = 1000

function scene(mode: PortMode, spoofer: Partial<SpooferSpec>, domain = '') {
  const mac = '02:00:00:00:66:01'
  const spec: SpooferSpec = {
    kind: 'spoofer',
    mac,
    domain: '',
    startsAt: 10,
    repeats: 'for-ever',
    ...spoofer,
  }
  return networkOf(
    [switchOf('SW1', [portWith('Gi0/5', mode)], { domain }), station('EVIL', spec)],
    cables('EVIL.eth0 - SW1.Gi0/5'),
  )
}

/** A dynamic port with a host that says nothing. */
const silent = networkOf(
  [
    switchOf('SW1', [portWith('Gi0/5', 'dynamic auto')]),
    station('PC', { kind: 'host', mac: '02:00:00:00:10:01' }),
  ],
  cables('PC.eth0 - SW1.Gi0/5'),
)

function watch(network: ReturnType<typeof scene>, until: number) {
  const trace = simulate(network, [{ when: { at: until }, do: 'wait' }])
  const modes = trace.events.flatMap((e) =>
    e.kind === 'negotiate' && e.from !== e.to ? [[e.at, e.to, e.decision]] : [],
  )
  const end = stateAt(trace, trace.events.length - 1).switches.SW1?.ports['Gi0/5']?.operating
  return { trace, modes, end }
}

describe('DTP on virtual time (facts B2, as documented)', () => {
  it('a dynamic port says hello at once and every 30 seconds, nonegotiate or not plugged in never', () => {
    const trace = simulate(silent, [{ when: { at: 95 * SECOND }, do: 'wait' }])
    const hellos = trace.events.filter((e) => e.decision === 'dtp/says').map((e) => e.at)
    expect(hellos).toEqual([0, 30_000, 60_000, 90_000])
    const lonely = simulate(networkOf([switchOf('SW1', [portWith('Gi0/5', 'dynamic auto')])], []), [
      { when: { at: 95_000 }, do: 'wait' },
    ])
    expect(lonely.events).toEqual([])
  })

  it('fast hellos come every second, five at most, and only as an option', () => {
    const trace = simulate(silent, [{ when: { at: 29 * SECOND }, do: 'wait' }], { fastHellos: true })
    expect(trace.events.filter((e) => e.decision === 'dtp/says').map((e) => e.at)).toEqual([
      0, 1000, 2000, 3000, 4000,
    ])
  })

  it('a spoofing host that keeps speaking keeps its trunk', () => {
    const { modes, end } = watch(scene('dynamic auto', {}), 1000 * SECOND)
    expect(modes).toEqual([[11, 'trunk', 'dtp/becomes-trunk']])
    expect(end).toBe('trunk')
  })

  it('a spoofing host that speaks once loses its trunk 300 seconds later', () => {
    const { modes, trace } = watch(scene('dynamic auto', { repeats: 'once' }), 400 * SECOND)
    expect(modes).toEqual([
      [11, 'trunk', 'dtp/becomes-trunk'],
      [300_011, 'access', 'dtp/timeout'],
    ])
    const timeout = trace.events.find((e) => e.decision === 'dtp/timeout')
    expect(story(trace, timeout?.id ?? -1).map((e) => e.decision)).toContain('dtp/heard')
  })

  it('speaks as the common tool does: three times a second apart, then every 30 seconds, echoing the trunk bit', () => {
    const { trace } = watch(scene('dynamic auto', {}), 70 * SECOND)
    const sent = trace.events.filter((e) => e.device === 'EVIL' && e.kind === 'send')
    expect(sent.map((e) => e.at)).toEqual([10, 1010, 2010, 32_010, 62_010])
    expect(sent.map((e) => readDtp(frameOf(trace, e.frame ?? -1))?.operating)).toEqual([
      'access',
      'trunk',
      'trunk',
      'trunk',
      'trunk',
    ])
  })

  it.each([
    'access',
    'trunk',
    'dynamic auto',
    'dynamic desirable',
  ] as const)('mode %s ends as told or as asked', (mode) => {
    expect(watch(scene(mode, {}), 100).end).toBe(mode === 'access' ? 'access' : 'trunk')
  })

  it('a wrong VTP domain stops the negotiation, an empty or the overheard one does not (facts B4)', () => {
    expect(watch(scene('dynamic auto', { domain: 'wrong' }, 'lab'), 100).end).toBe('access')
    expect(watch(scene('dynamic auto', { domain: '' }, 'lab'), 100).end).toBe('trunk')
    const { end, trace } = watch(scene('dynamic auto', { domain: 'lab' }, 'lab'), 100)
    expect(end).toBe('trunk')
    const hello = trace.events.find((e) => e.decision === 'dtp/says')
    expect(readDtp(frameOf(trace, hello?.frame ?? -1))).toMatchObject({
      domain: 'lab',
      administrative: 'auto',
    })
  })

  it('pulling the cable ends the trunk at once, and what was learned behind it', () => {
    const a = { device: 'EVIL', port: 'eth0' }
    const b = { device: 'SW1', port: 'Gi0/5' }
    const trace = simulate(scene('dynamic auto', {}), [
      { when: { at: 50 }, do: 'cable', a, b, connected: false },
    ])
    const end = stateAt(trace, trace.events.length - 1).switches.SW1
    expect(end?.ports['Gi0/5']?.operating).toBe('access')
    expect(trace.events.at(-1)?.decision).toBe('dtp/link-lost')
  })

  it('a typed `switchport mode access` ends the trunk at once', () => {
    const trace = simulate(scene('dynamic auto', {}), [
      {
        when: { at: 50 },
        do: 'configure',
        device: 'SW1',
        ports: [{ port: 'Gi0/5', settings: { mode: bare('access') } }],
        sources: [{ kind: 'typed', text: 'switchport mode access' }],
      },
    ])
    expect(stateAt(trace, trace.events.length - 1).switches.SW1?.ports['Gi0/5']?.operating).toBe('access')
  })
})
