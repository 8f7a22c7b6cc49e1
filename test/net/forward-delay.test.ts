import { describe, expect, it } from 'vitest'
import type { EventId, EventOf, Millis } from '../../src/net/event.ts'
import type { ProfileName } from '../../src/net/profiles.ts'
import type { PortSettings } from '../../src/net/settings.ts'
import { simulate } from '../../src/net/simulate.ts'
import type { Stimulus } from '../../src/net/stimulus.ts'
import type { RunSettings, Trace } from '../../src/net/trace.ts'
import { ALL_VLANS, NO_VLANS } from '../../src/net/vlan-set.ts'
import { cables, frameFrom, networkOf, portWith, station, switchOf } from './scene.ts'
import { blockedAt, PVST } from './tree-run.ts'

const PLUGGED: Millis = 1_000
const DELAY: Millis = 30_000

const cable = (at: Millis, connected: boolean): Stimulus => ({
  when: { at },
  do: 'cable',
  a: { device: 'A', port: 'eth0' },
  b: { device: 'SW', port: '1' },
  connected,
})
const sends = (at: Millis): Stimulus => ({
  when: { at },
  do: 'send',
  device: 'A',
  port: 'eth0',
  frame: frameFrom('02:00:00:00:00:0a'),
})

type Scene = {
  portFast?: PortSettings['portFast']['value']
  profile?: ProfileName
  settings?: Partial<RunSettings>
}

/** A's cable comes to port 1 of a switch that B is on already. */
function plugIn(stimuli: readonly Stimulus[], { portFast = 'off', profile, settings = PVST }: Scene = {}) {
  const ports = [
    portWith('1', 'access', { portFast, negotiate: false }),
    portWith('2', 'access', { negotiate: false }),
  ]
  const network = networkOf(
    [
      switchOf('SW', ports, { profile: profile ?? 'catalyst-2960' }),
      station('A', { kind: 'attacker', mac: '02:00:00:00:00:0a' }),
      station('B', { kind: 'attacker', mac: '02:00:00:00:00:0b' }),
    ],
    cables('B.eth0 - SW.2'),
  )
  return simulate(network, [cable(PLUGGED, true), ...stimuli], settings)
}

const arrives = ({ events }: Trace) => events.some(({ kind, device }) => kind === 'deliver' && device === 'B')
const blocks = ({ events }: Trace) => events.filter((e): e is EventOf<'block'> => e.kind === 'block')
const cabled = ({ events }: Trace): EventId[] => events.filter((e) => e.kind === 'cable').map(({ id }) => id)

describe('a port whose cable has just been plugged in (facts B8, as documented)', () => {
  const reaches = (at: Millis, scene?: Scene) => arrives(plugIn([sends(at)], scene))

  it('listens and learns for 30 seconds before it forwards', () => {
    expect(reaches(PLUGGED + DELAY - 100)).toBe(false)
    expect(reaches(PLUGGED + DELAY + 100)).toBe(true)
  })

  it.each(['edge', 'trunk'] as const)('forwards at once with PortFast: %s', (portFast) => {
    expect(reaches(PLUGGED + 100, { portFast })).toBe(true)
  })

  it('forwards at once on a bridge that speaks no spanning tree', () => {
    expect(reaches(PLUGGED + 100, { profile: 'linux-bridge' })).toBe(true)
  })

  it('forwards at once where no spanning tree runs at all', () => {
    expect(reaches(PLUGGED + 100, { settings: {} })).toBe(true)
  })

  it('waits anew where the cable is pulled and plugged in again', () => {
    const again = [cable(PLUGGED + 10_000, false), cable(PLUGGED + 12_000, true)]
    expect(arrives(plugIn([...again, sends(PLUGGED + DELAY + 100)]))).toBe(false)
    expect(arrives(plugIn([...again, sends(PLUGGED + 12_000 + DELAY - 100)]))).toBe(false)
    expect(arrives(plugIn([...again, sends(PLUGGED + 12_000 + DELAY + 100)]))).toBe(true)
  })
})

describe('what a trace tells of a port that comes up', () => {
  it('it listens because of the cable, forwards because it listened, and says nothing of loops', () => {
    const trace = plugIn([{ when: { at: PLUGGED + DELAY }, do: 'wait' }])
    const [listens, forwards, ...others] = blocks(trace)
    expect(listens).toMatchObject({ at: PLUGGED, decision: 'stp/listens', causes: cabled(trace) })
    expect(listens).toMatchObject({ port: '1', blocked: ALL_VLANS })
    expect(forwards).toMatchObject({ at: PLUGGED + DELAY, decision: 'stp/forwards', causes: [listens?.id] })
    expect(forwards).toMatchObject({ port: '1', blocked: NO_VLANS })
    expect(others).toEqual([])
    for (const event of [listens, forwards]) expect(event).not.toHaveProperty('cuts')
  })

  it('one that was pulled and plugged in again while it listened forwards because of the last cable', () => {
    const trace = plugIn([
      cable(11_000, false),
      cable(12_000, true),
      { when: { at: 12_000 + DELAY }, do: 'wait' },
    ])
    expect(blocks(trace).map(({ at, decision, causes }) => ({ at, decision, causes }))).toEqual([
      { at: PLUGGED, decision: 'stp/listens', causes: cabled(trace).slice(0, 1) },
      { at: 12_000 + DELAY, decision: 'stp/forwards', causes: cabled(trace).slice(-1) },
    ])
  })

  it('one that still listens when the scene is over keeps no run going', () => {
    const trace = plugIn([])
    expect(blocks(trace).map(({ decision }) => decision)).toEqual(['stp/listens'])
    expect(blockedAt(trace, 'SW', '1')).toEqual(ALL_VLANS)
  })
})
