import { describe, expect, it } from 'vitest'
import { commonEncapsulation, resolveDtp } from '../../src/net/dtp.ts'
import { type Dtp, dtpFrame } from '../../src/net/dtp-frame.ts'
import { tag } from '../../src/net/frame.ts'
import type { Network } from '../../src/net/network.ts'
import { plainVlans } from '../../src/net/settings.ts'
import { simulate } from '../../src/net/simulate.ts'
import { stateAt } from '../../src/net/state.ts'
import type { Stimulus } from '../../src/net/stimulus.ts'
import { frameOf, type RunSettings } from '../../src/net/trace.ts'
import { NO_VLANS, vlanSet } from '../../src/net/vlan-set.ts'
import { bare, cables, frameFrom, networkOf, portWith, station, switchOf } from './scene.ts'

const MAC = { A: '02:00:00:00:00:0a', B: '02:00:00:00:00:0b', C: '02:00:00:00:00:0c' }
const listener = (name: keyof typeof MAC) => station(name, { kind: 'attacker', mac: MAC[name] })
const sends = (from: keyof typeof MAC, at: number, tags: number[] = [], to?: string): Stimulus => ({
  when: { at },
  do: 'send',
  device: from,
  port: 'eth0',
  frame: frameFrom(
    MAC[from],
    tags.map((vid) => tag(vid)),
    to,
  ),
})
const run = (network: Network, stimuli: Stimulus[], settings: Partial<RunSettings> = {}) =>
  simulate(network, stimuli, settings)
const got = (trace: ReturnType<typeof run>) =>
  trace.events.flatMap((e) =>
    e.kind === 'deliver'
      ? [
          `${e.device} [${frameOf(trace, e.frame ?? -1)
            .tags.map((t) => t.vid)
            .join('|')}]`,
        ]
      : [],
  )
const decisions = (trace: ReturnType<typeof run>, prefix: string) =>
  trace.events.map((e) => e.decision).filter((d) => d.startsWith(prefix))

describe('the VLAN database', () => {
  const network = (existing = vlanSet(1, 10), suspended = NO_VLANS) =>
    networkOf(
      [
        {
          ...switchOf('SW1', [
            portWith('1', 'access', { accessVlan: 10 }),
            portWith('2', 'access', { accessVlan: 10 }),
          ]),
          vlans: { ...plainVlans(bare(existing)), suspended: bare(suspended) },
        },
        listener('A'),
        listener('B'),
      ],
      cables('A.eth0 - SW1.1', 'B.eth0 - SW1.2'),
    )

  it('carries what exists, and nothing of a VLAN that is missing or suspended', () => {
    expect(got(run(network(), [sends('A', 1)]))).toEqual(['B []'])
    expect(decisions(run(network(vlanSet(1)), [sends('A', 1)]), 'drop')).toEqual(['drop/vlan-missing'])
    expect(decisions(run(network(vlanSet(1, 10), vlanSet(10)), [sends('A', 1)]), 'drop')).toEqual([
      'drop/vlan-suspended',
    ])
  })
})

describe('the MAC table', () => {
  const network = networkOf(
    [
      switchOf(
        'SW1',
        ['1', '2', '3'].map((name) => portWith(name, 'access')),
      ),
      listener('A'),
      listener('B'),
      listener('C'),
    ],
    cables('A.eth0 - SW1.1', 'B.eth0 - SW1.2', 'C.eth0 - SW1.3'),
  )

  it('ends flooding once an address was seen, and forgets it 300 seconds after it was seen last', () => {
    const early = run(network, [sends('B', 1), sends('A', 100_000, [], MAC.B)])
    expect(got(early)).toEqual(['A []', 'C []', 'B []'])
    const late = run(network, [sends('B', 1), sends('A', 300_100, [], MAC.B)])
    expect(got(late)).toEqual(['A []', 'C []', 'B []', 'C []'])
    expect(decisions(late, 'forget')).toEqual(['forget/aged'])
    const refreshed = run(network, [sends('B', 1), sends('B', 200_000), sends('A', 400_000, [], MAC.B)])
    expect(got(refreshed).slice(4)).toEqual(['B []'])
    expect(stateAt(late, late.events.length - 1).switches.SW1?.macTable.map((e) => e.mac)).toEqual([MAC.A])
  })

  it('lets a forged source steal a port at once, or holds it, by platform', () => {
    const forged: Stimulus = {
      when: { at: 50 },
      do: 'send',
      device: 'C',
      port: 'eth0',
      frame: frameFrom(MAC.B),
    }
    const stolen = run(network, [sends('B', 1), forged, sends('A', 100, [], MAC.B)])
    expect(got(stolen).at(-1)).toBe('C []')
    const held = networkOf(
      network.devices.map((d) => (d.kind === 'switch' ? { ...d, options: { macMove: 'held' as const } } : d)),
      network.links,
    )
    expect(got(run(held, [sends('B', 1), forged, sends('A', 100, [], MAC.B)])).at(-1)).toBe('B []')
  })

  it('forgets what was behind a pulled cable', () => {
    const pull: Stimulus = {
      when: { at: 50 },
      do: 'cable',
      a: { device: 'B', port: 'eth0' },
      b: { device: 'SW1', port: '2' },
      connected: false,
    }
    const trace = run(network, [sends('B', 1), pull, sends('A', 100, [], MAC.B)])
    expect(decisions(trace, 'forget')).toEqual(['forget/link-lost'])
    expect(got(trace)).toEqual(['A []', 'C []', 'C []'])
  })
})

describe('a port with a voice VLAN (facts D6)', () => {
  const network = networkOf(
    [
      switchOf('SW1', [
        portWith('1', 'access', { accessVlan: 10, voiceVlan: 200 }),
        portWith('2', 'access', { accessVlan: 10 }),
        portWith('3', 'access', { accessVlan: 200 }),
      ]),
      listener('A'),
      listener('B'),
      listener('C'),
    ],
    cables('A.eth0 - SW1.1', 'B.eth0 - SW1.2', 'C.eth0 - SW1.3'),
  )

  it('takes the voice tag from anyone, gives it back tagged, and stays an access port for the rest', () => {
    expect(got(run(network, [sends('A', 1)]))).toEqual(['B []'])
    expect(got(run(network, [sends('A', 1, [200])]))).toEqual(['C []'])
    expect(got(run(network, [sends('C', 1)]))).toEqual(['A [200]'])
    expect(decisions(run(network, [sends('A', 1, [30])]), 'drop')).toEqual(['drop/other-tag-on-access'])
  })
})

describe('a tunnel port (facts F)', () => {
  it('leaks a customer tag into another VLAN where its own VLAN is native on the core trunk', () => {
    const network = networkOf(
      [
        switchOf('SW1', [
          portWith('1', 'dot1q-tunnel', { accessVlan: 100 }),
          portWith('t', 'trunk', { nativeVlan: 100 }),
        ]),
        switchOf('SW2', [
          portWith('t', 'trunk', { nativeVlan: 100 }),
          portWith('2', 'dot1q-tunnel', { accessVlan: 200 }),
        ]),
        listener('A'),
        listener('B'),
      ],
      cables('A.eth0 - SW1.1', 'SW1.t - SW2.t', 'B.eth0 - SW2.2'),
    )
    expect(got(run(network, [sends('A', 1, [200])]))).toEqual(['B []'])
    expect(got(run(network, [sends('A', 1, [30])]))).toEqual([])
  })
})

describe('addresses that a switch does not relay', () => {
  const network = (profile: 'catalyst-2960' | 'linux-bridge' | 'oracle-vde') =>
    networkOf(
      [
        switchOf('SW1', [portWith('1', 'access'), portWith('2', 'access')], { profile }),
        listener('A'),
        listener('B'),
      ],
      cables('A.eth0 - SW1.1', 'B.eth0 - SW1.2'),
    )
  const CDP = '01:00:0c:cc:cc:cc'

  it.each([
    ['catalyst-2960', CDP, 0],
    ['catalyst-2960', '01:80:c2:00:00:0e', 0],
    ['linux-bridge', CDP, 1],
    ['linux-bridge', '01:80:c2:00:00:0e', 0],
    ['linux-bridge', '01:80:c2:00:00:00', 1],
    ['oracle-vde', '01:80:c2:00:00:0e', 1],
  ] as const)('%s, %s: %i copies', (profile, dst, copies) => {
    expect(got(run(network(profile), [sends('A', 1, [], dst)]))).toHaveLength(copies)
  })

  it('an unmanaged switch between does not stop DTP (facts A3)', () => {
    const spoof = dtpFrame({
      src: MAC.A,
      domain: '',
      operating: 'access',
      administrative: 'desirable',
      operatingType: 'dot1q',
      administrativeType: 'dot1q',
    })
    const between = networkOf(
      [
        switchOf('plain', [portWith('1', 'access'), portWith('2', 'access')], { profile: 'linux-bridge' }),
        switchOf('SW1', [portWith('1', 'dynamic auto')], { profile: 'catalyst-2960' }),
        listener('A'),
      ],
      cables('A.eth0 - plain.1', 'plain.2 - SW1.1'),
    )
    const trace = run(between, [{ when: { at: 5 }, do: 'send', device: 'A', port: 'eth0', frame: spoof }])
    expect(stateAt(trace, trace.events.length - 1).switches.SW1?.ports['1']?.operating).toBe('trunk')
  })
})

describe('encapsulation (facts B5, as documented)', () => {
  const settled = (value: 'dot1q' | 'isl') => (() => value) as never
  const NONE = (() => {
    throw new Error('No option should be needed.')
  }) as never

  it.each([
    ['dot1q', 'dot1q', 'dot1q'],
    ['dot1q', 'negotiate', 'dot1q'],
    ['dot1q', 'isl', null],
    ['isl', 'dot1q', null],
    ['isl', 'isl', 'isl'],
    ['isl', 'negotiate', 'isl'],
    ['negotiate', 'dot1q', 'dot1q'],
    ['negotiate', 'isl', 'isl'],
  ] as const)('%s and %s: %s', (own, peer, common) => {
    expect(commonEncapsulation(own, peer, NONE)).toBe(common)
  })

  it('is an option where both negotiate', () => {
    expect(commonEncapsulation('negotiate', 'negotiate', settled('isl'))).toBe('isl')
    expect(commonEncapsulation('negotiate', 'negotiate', settled('dot1q'))).toBe('dot1q')
  })

  it('two static trunks that name different ones are no trunk; a dynamic peer falls back instead', () => {
    const heard: Dtp = {
      src: MAC.A,
      domain: '',
      operating: 'trunk',
      administrative: 'on',
      operatingType: 'isl',
      administrativeType: 'isl',
    }
    const port = portWith('1', 'trunk')
    expect(resolveDtp(port, switchOf('SW1', []), heard, 'trunk', NONE)).toMatchObject({
      operating: 'access',
      decision: 'dtp/no-common-encapsulation',
    })
    const auto = { ...heard, administrative: 'auto' } as const
    expect(resolveDtp(port, switchOf('SW1', []), auto, 'trunk', NONE)).toMatchObject({
      operating: 'trunk',
      decision: 'dtp/static-trunk',
    })
  })

  it('frames on an ISL trunk are said not to be modelled', () => {
    const isl = { encapsulation: 'isl' } as const
    const network = networkOf(
      [
        switchOf('SW1', [portWith('1', 'access'), portWith('t', 'trunk', isl)]),
        switchOf('SW2', [portWith('t', 'trunk', isl)]),
        listener('A'),
      ],
      cables('A.eth0 - SW1.1', 'SW1.t - SW2.t'),
    )
    const trace = run(network, [sends('A', 5)])
    expect(decisions(trace, 'hold')).toEqual(['hold/isl-not-modelled'])
    expect(stateAt(trace, trace.events.length - 1).switches.SW1?.ports.t?.encapsulation).toBe('isl')
  })
})

describe('a port that takes only tagged frames', () => {
  it('drops untagged and priority-tagged frames before any VLAN is found', () => {
    const network = networkOf(
      [
        switchOf('SW1', [
          portWith('1', 'trunk', { untagged: 'drop', negotiate: false }),
          portWith('2', 'access'),
        ]),
        listener('A'),
        listener('B'),
      ],
      cables('A.eth0 - SW1.1', 'B.eth0 - SW1.2'),
    )
    expect(decisions(run(network, [sends('A', 1)]), 'drop')).toEqual(['drop/untagged-not-taken'])
    expect(decisions(run(network, [sends('A', 1, [0])]), 'drop')).toEqual(['drop/untagged-not-taken'])
    expect(got(run(network, [sends('A', 1, [1])]))).toEqual(['B []'])
  })
})
