import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tag } from '../../src/net/frame.ts'
import type { Endpoint } from '../../src/net/network.ts'
import { pcapng } from '../../src/net/pcapng.ts'
import { simulate } from '../../src/net/simulate.ts'
import type { Trace } from '../../src/net/trace.ts'
import { readPcapng } from '../support/read-pcapng.ts'
import { randomScene } from './random-scene.ts'
import { cables, frameFrom, networkOf, portWith, station, switchOf } from './scene.ts'

const EVIL = '02:00:00:00:66:01'
const TAPS: Endpoint[] = [
  { device: 'SW1', port: 'Gi0/5' },
  { device: 'SW1', port: 'Gi0/24' },
  { device: 'SW2', port: 'Gi0/7' },
]

/** DTP makes the attacker's port a trunk, a tagged and a double-tagged frame go through it, and a migration runs in VLAN 20. */
function attack(): Trace {
  const migration = { encryption: 'disabled', bothHostsCan: true, key: 'k' } as const
  const network = networkOf(
    [
      switchOf(
        'SW1',
        [
          portWith('Gi0/5', 'dynamic auto'),
          portWith('Gi0/6', 'access', { accessVlan: 20 }),
          portWith('Gi0/24', 'trunk'),
        ],
        {
          profile: 'catalyst-2950',
        },
      ),
      switchOf('SW2', [portWith('Gi0/24', 'trunk'), portWith('Gi0/7', 'access', { accessVlan: 20 })], {
        profile: 'catalyst-2950',
      }),
      station('EVIL', { kind: 'spoofer', mac: EVIL, domain: '', startsAt: 10, repeats: 'once' }),
      station('ESX-A', {
        kind: 'migration-source',
        mac: '02:00:00:00:20:01',
        ip: '10.0.20.1',
        to: '10.0.20.2',
        memory: ['one', 'two'],
        startsAt: 1000,
        ...migration,
      }),
      station('ESX-B', { kind: 'migration-target', mac: '02:00:00:00:20:02', ip: '10.0.20.2', key: 'k' }),
    ],
    cables(
      'EVIL.eth0 - SW1.Gi0/5',
      'ESX-A.eth0 - SW1.Gi0/6',
      'SW1.Gi0/24 - SW2.Gi0/24',
      'SW2.Gi0/7 - ESX-B.eth0',
    ),
  )
  const send = (at: number, ...vids: number[]) =>
    ({
      when: { at },
      do: 'send',
      device: 'EVIL',
      port: 'eth0',
      frame: frameFrom(
        EVIL,
        vids.map((vid) => tag(vid, { pcp: 5 })),
      ),
    }) as const
  return simulate(network, [send(50, 20), send(60, 1, 20)])
}

const comment = (event: { decision: string }) => `rule: ${event.decision}`

describe('a capture file', () => {
  it('has an interface for each tap, and every frame that crossed there with the rule that was applied', () => {
    const { interfaces, packets } = readPcapng(pcapng(attack(), TAPS, comment))
    expect(interfaces).toEqual(['SW1 Gi0/5', 'SW1 Gi0/24', 'SW2 Gi0/7'])
    const double = packets.filter(({ hex }) => hex.startsWith('8100a0018100a014', 24))
    expect(double.map((p) => [p.interface, p.direction, p.at, p.comment])).toEqual([
      ['SW1 Gi0/5', 'in', 61_000, 'rule: in/tag-trunk'],
    ])
    const after = packets.filter(
      ({ at, hex }) => at >= 61_000 && at < 70_000 && hex.startsWith('ffffffffffff'),
    )
    expect(after.map((p) => [p.interface, p.direction, p.comment])).toEqual([
      ['SW1 Gi0/5', 'in', 'rule: in/tag-trunk'],
      ['SW1 Gi0/24', 'out', 'rule: out/native-untagged'],
      ['SW2 Gi0/7', 'out', 'rule: out/access'],
    ])
  })

  it('holds each frame byte for byte, at its virtual time, in order', () => {
    fc.assert(
      fc.property(randomScene, ({ network, stimuli, settings }) => {
        const trace = simulate(network, stimuli, settings)
        const taps = ['1', '2', 'L'].map((port) => ({ device: 'S1', port }))
        const { packets } = readPcapng(pcapng(trace, taps, () => ''))
        const crossings = trace.events.flatMap((e) => {
          if (e.kind !== 'cross') return []
          const hex = trace.frames[e.frame ?? -1]
          return [
            ...(e.device === 'S1' ? [`${e.at * 1000} out ${hex}`] : []),
            ...(e.to.device === 'S1' ? [`${e.arrives * 1000} in ${hex}`] : []),
          ]
        })
        expect(packets.map((p) => `${p.at} ${p.direction} ${p.hex}`).sort()).toEqual(crossings.sort())
        packets.forEach((p, i) => {
          expect(p.at).toBeGreaterThanOrEqual(packets[i - 1]?.at ?? 0)
        })
      }),
      { numRuns: 50, seed: 8 },
    )
  })

  it('is empty of packets for a port that saw none, and keeps comments in any script', () => {
    expect(readPcapng(pcapng(attack(), [{ device: 'SW9', port: '1' }], comment)).packets).toEqual([])
    const [first] = readPcapng(pcapng(attack(), TAPS, () => 'Übung — 規則')).packets
    expect(first?.comment).toBe('Übung — 規則')
  })
})

const missing = ['tshark', 'capinfos'].filter(
  (tool) => !(process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, tool))),
)
const why = missing.length === 0 ? '' : ` (skipped: ${missing.join(' and ')} missing: apt-get install tshark)`

describe.skipIf(missing.length > 0)(`a capture file in Wireshark${why}`, () => {
  let folder = ''
  let file = ''
  const trace = attack()
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vlan-dojo-'))
    file = join(folder, 'attack.pcapng')
    writeFileSync(file, pcapng(trace, TAPS, comment))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const read = (...args: string[]) =>
    execFileSync('tshark', ['-r', file, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const fields = (filter: string, ...names: string[]) =>
    read(
      '-Y',
      filter,
      '-T',
      'fields',
      '-E',
      'separator=|',
      '-E',
      'occurrence=a',
      ...names.flatMap((name) => ['-e', name]),
    )
      .trimEnd()
      .split('\n')

  it('is read without a malformed frame or an expert warning', () => {
    expect(read('-Y', '_ws.expert.severity >= 0x600000 || _ws.malformed')).toBe('')
  })

  it('has as many packets as we wrote', () => {
    const told = execFileSync('capinfos', ['-M', '-c', file], { encoding: 'utf8' })
    expect(told).toMatch(
      new RegExp(`Number of packets:\\s+${readPcapng(pcapng(trace, TAPS, comment)).packets.length}\\b`),
    )
  })

  it('shows the tags, priorities and interfaces of the attack', () => {
    expect(
      fields('eth.src == 02:00:00:00:66:01 && !dtp', 'frame.interface_name', 'vlan.id', 'vlan.priority'),
    ).toEqual([
      'SW1 Gi0/5|20|5',
      'SW1 Gi0/24|20|5',
      'SW2 Gi0/7||',
      'SW1 Gi0/5|1,20|5,5',
      'SW1 Gi0/24|20|5',
      'SW2 Gi0/7||',
    ])
  })

  it('reads our DTP frames as DTP', () => {
    const [spoof] = fields('dtp && eth.src == 02:00:00:00:66:01', 'dtp.tos', 'dtp.tas', 'dtp.tot', 'dtp.tat')
    expect(spoof).toBe('0x00|0x03|0x05|0x05')
    expect(fields('dtp', 'dtp.tlv_type').every((types) => types === '0x0001,0x0002,0x0003,0x0004')).toBe(true)
  })

  it('follows the migration as one connection to port 8000', () => {
    expect(fields('tcp && frame.interface_name == "SW2 Gi0/7"', 'tcp.flags.str', 'tcp.len').length).toBe(7)
    expect(new Set(fields('tcp', 'tcp.stream'))).toEqual(new Set(['0']))
  })

  it('keeps the comments', () => {
    expect(fields('vlan.id == 1', 'frame.comment')).toContain('rule: in/tag-trunk')
  })
})
