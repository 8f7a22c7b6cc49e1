import { describe, expect, it } from 'vitest'
import { tag } from '../../../src/net/frame.ts'
import { bridgeHypervisor } from '../../../src/net/hypervisor.ts'
import { ladder } from '../../../src/net/ladder.ts'
import type { Network } from '../../../src/net/network.ts'
import { simulate } from '../../../src/net/simulate.ts'
import { type EncryptionPolicy, migrationEncryption } from '../../../src/net/stations/migration.ts'
import type { RelaySpec } from '../../../src/net/stations/relay.ts'
import type { Trace } from '../../../src/net/trace.ts'
import { cables, frameFrom, networkOf, portWith, station, switchOf } from '../scene.ts'

const MEMORY = ['kernel', 'sshd: PermitRootLogin no', 'shadow: root locked']
const LIE = 'sshd: PermitRootLogin ye'
const EVIL = { mac: '02:00:00:00:66:01', ip: '10.0.20.66' }

type Scene = {
  encryption?: EncryptionPolicy
  relay?: Partial<RelaySpec>
  attackerPort?: 'access 20' | 'access 1' | 'dynamic auto'
  startsAt?: number
}

/** ESX-A on SW1 moves a machine to ESX-B on SW2 over VLAN 20; the attacker is on SW1. */
function scene({
  encryption = 'disabled',
  relay,
  attackerPort = 'access 20',
  startsAt = 1000,
}: Scene): Network {
  const vlan = attackerPort === 'access 20' ? 20 : 1
  const mode = attackerPort === 'dynamic auto' ? 'dynamic auto' : 'access'
  const spec = relay
    ? ({ kind: 'relay', ...EVIL, between: ['10.0.20.1', '10.0.20.2'], startsAt: 100, ...relay } as const)
    : ({ kind: 'attacker', mac: EVIL.mac } as const)
  const migration = { startsAt, encryption, bothHostsCan: true, key: 'known to both' }
  return networkOf(
    [
      switchOf(
        'SW1',
        [
          portWith('5', mode, { accessVlan: vlan }),
          portWith('1', 'access', { accessVlan: 20 }),
          portWith('t', 'trunk'),
        ],
        {
          profile: 'catalyst-2950',
        },
      ),
      switchOf('SW2', [portWith('t', 'trunk'), portWith('1', 'access', { accessVlan: 20 })], {
        profile: 'catalyst-2950',
      }),
      station('ESX-A', {
        kind: 'migration-source',
        mac: '02:00:00:00:20:01',
        ip: '10.0.20.1',
        to: '10.0.20.2',
        memory: MEMORY,
        ...migration,
      }),
      station('ESX-B', {
        kind: 'migration-target',
        mac: '02:00:00:00:20:02',
        ip: '10.0.20.2',
        key: 'known to both',
      }),
      station('EVIL', spec),
    ],
    cables('EVIL.eth0 - SW1.5', 'ESX-A.eth0 - SW1.1', 'SW1.t - SW2.t', 'SW2.1 - ESX-B.eth0'),
  )
}

const reports = (trace: Trace, device: string) =>
  trace.events.flatMap((e) =>
    e.kind === 'report' && e.device === device
      ? [[e.says, ...Object.entries(e.detail).flatMap(([k, v]) => (k === 'pages' ? [] : [v]))].join(' ')]
      : [],
  )
const rungs = (trace: Trace) => ladder(trace, 'EVIL', ['ESX-A', 'ESX-B']).map(({ rung }) => rung)

describe('a live migration (facts E3)', () => {
  it('moves every page, in order, over a connection', () => {
    const trace = simulate(scene({}), [])
    expect(reports(trace, 'ESX-B')).toEqual([
      ...MEMORY.map((text, i) => `page-arrived ${i} ${text}`),
      'migration-complete',
    ])
    expect(reports(trace, 'ESX-A')).toEqual(['migration-starts in the clear', 'migration-sent'])
  })

  it('is encrypted as the policy and the hosts say', () => {
    expect(migrationEncryption('disabled', true)).toBe('in the clear')
    expect(migrationEncryption('opportunistic', true)).toBe('encrypted')
    expect(migrationEncryption('opportunistic', false)).toBe('in the clear')
    expect(migrationEncryption('required', true)).toBe('encrypted')
    expect(migrationEncryption('required', false)).toBe('refused')
  })

  it('shows an attacker of the same VLAN the floods and not the pages', () => {
    const trace = simulate(scene({}), [])
    expect(rungs(trace)).toEqual(['read-floods'])
  })
})

describe('a machine in the middle (facts J9)', () => {
  it('reads every page and changes one, and the receiver does not notice', () => {
    const trace = simulate(scene({ relay: { changes: { page: 1, text: LIE } } }), [])
    expect(reports(trace, 'EVIL')).toEqual([
      'page-read 0 kernel',
      'page-read 1 sshd: PermitRootLogin no',
      'page-changed 1',
      'page-read 2 shadow: root locked',
    ])
    expect(reports(trace, 'ESX-B')).toEqual([
      'page-arrived 0 kernel',
      `page-arrived 1 ${LIE}`,
      'page-arrived 2 shadow: root locked',
      'migration-complete',
    ])
    expect(rungs(trace)).toEqual(['inject', 'disrupt', 'middle'])
  })

  it('can neither read nor change where encryption is required', () => {
    const trace = simulate(scene({ encryption: 'required', relay: { changes: { page: 1, text: LIE } } }), [])
    expect(reports(trace, 'EVIL')).toEqual(['page-unreadable 0', 'page-unreadable 1', 'page-changed 1'])
    expect(reports(trace, 'ESX-B')).toEqual(['page-arrived 0 kernel', 'page-rejected 1'])
  })

  it('only watches where it changes nothing: encrypted pages arrive whole', () => {
    const trace = simulate(scene({ encryption: 'opportunistic', relay: {} }), [])
    expect(reports(trace, 'ESX-B').at(-1)).toBe('migration-complete')
    expect(reports(trace, 'EVIL').every((r) => r.startsWith('page-unreadable'))).toBe(true)
  })

  it('is nowhere near from another VLAN', () => {
    const trace = simulate(scene({ relay: {}, attackerPort: 'access 1' }), [])
    expect(rungs(trace)).toEqual([])
    expect(reports(trace, 'ESX-B').at(-1)).toBe('migration-complete')
  })

  it('gets there from a dynamic port by DTP and a tag of its own', () => {
    const relay = { vlan: 20, spoofs: { domain: '' }, changes: { page: 1, text: LIE } }
    const trace = simulate(scene({ relay, attackerPort: 'dynamic auto' }), [])
    expect(reports(trace, 'ESX-B')[1]).toBe(`page-arrived 1 ${LIE}`)
    expect(rungs(trace).at(-1)).toBe('middle')
  })

  it('spoofing alone injects and reads floods, and is not yet in the middle', () => {
    const network = scene({ attackerPort: 'dynamic auto' })
    const spoofer = { kind: 'spoofer', mac: EVIL.mac, domain: '', startsAt: 10, repeats: 'for-ever' } as const
    const devices = network.devices.map((d) => (d.name === 'EVIL' ? station('EVIL', spoofer) : d))
    const trace = simulate({ ...network, devices }, [
      {
        when: { at: 500 },
        do: 'send',
        device: 'EVIL',
        port: 'eth0',
        frame: frameFrom(EVIL.mac, [tag(20)], '02:00:00:00:20:02'),
      },
    ])
    expect(rungs(trace)).toEqual(['inject', 'read-floods'])
  })

  it('double tagging only injects: nothing comes back (facts C2)', () => {
    const trace = simulate(scene({ attackerPort: 'access 1' }), [
      {
        when: { at: 500 },
        do: 'send',
        device: 'EVIL',
        port: 'eth0',
        frame: frameFrom(EVIL.mac, [tag(1), tag(20)], '02:00:00:00:20:02'),
      },
    ])
    expect(rungs(trace)).toEqual(['inject'])
  })
})

describe('a hypervisor that bridges (facts E4)', () => {
  it.each([
    'linux-bridge',
    'open-vswitch',
  ] as const)('%s: an inner tag of the right VLAN reaches the guest network behind the uplink', (profile) => {
    const xen = bridgeHypervisor(
      {
        name: 'XEN',
        profile,
        mac: '02:aa:00:00:09:00',
        uplink: 'eth0',
        untaggedVlan: 1,
        cards: [
          { port: 'vif1', vlan: 20 },
          { port: 'vif2', vlan: 30 },
        ],
      },
      0,
    )
    const network = networkOf(
      [
        switchOf('SW1', [portWith('5', 'access'), portWith('t', 'trunk')], { profile: 'catalyst-2950' }),
        xen,
        station('EVIL', { kind: 'attacker', mac: EVIL.mac }),
        station('vm20', { kind: 'host', mac: '02:00:00:00:20:07' }),
        station('vm30', { kind: 'host', mac: '02:00:00:00:30:07' }),
      ],
      cables('EVIL.eth0 - SW1.5', 'SW1.t - XEN.eth0', 'vm20.eth0 - XEN.vif1', 'vm30.eth0 - XEN.vif2'),
    )
    const trace = simulate(network, [
      {
        when: { at: 5 },
        do: 'send',
        device: 'EVIL',
        port: 'eth0',
        frame: frameFrom(EVIL.mac, [tag(1), tag(20)]),
      },
    ])
    const reached = trace.events.filter((e) => e.kind === 'deliver' && e.decision === 'station/addressed')
    expect(reached.map((e) => e.device)).toEqual(['vm20'])
  })
})
