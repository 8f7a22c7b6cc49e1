import { describe, expect, it } from 'vitest'
import { DECISIONS, type DecisionId } from '../../src/net/decisions.ts'
import { type Frame, tag } from '../../src/net/frame.ts'
import { simulate } from '../../src/net/simulate.ts'
import { story } from '../../src/net/trace.ts'
import type { Circumstances } from '../../src/words/circumstances.ts'
import { SENTENCES } from '../../src/words/english/decisions.ts'
import { tell, tellWhy } from '../../src/words/tell.ts'
import { cables, frameFrom, networkOf, portWith, station, switchOf } from '../net/scene.ts'

const CAPTION = 2 * 74

const ANY: Circumstances = {
  device: 'SW1',
  port: 'Gi1/0/24',
  vlan: 1234,
  frame: frameFrom('02:00:00:00:66:01', [tag(1234), tag(20)], '02:00:00:00:20:02'),
  to: { kind: 'station', name: 'ESX-B' },
  from: { kind: 'station', name: 'EVIL' },
  out: ['Gi1/0/1', 'Gi1/0/2', 'Gi1/0/3', 'Gi1/0/4', 'Gi1/0/5'],
  far: { device: 'SW2', port: 'Gi1/0/24' },
  heard: {
    src: '02:00:00:00:66:01',
    domain: 'LAB',
    operating: 'access',
    administrative: 'desirable',
    operatingType: 'dot1q',
    administrativeType: 'dot1q',
  },
  changed: true,
  apart: 'suspended',
  movedFrom: 'Gi1/0/9',
  beneath: [20],
  cuts: [
    {
      vlans: [[1, 4094]],
      root: 'CORE1',
      rival: 'CORE2',
      kept: { port: 'Gi1/0/23', over: { device: 'CORE1', port: 'Gi1/0/1' }, cost: 4 },
      cut: { port: 'Gi1/0/24', over: { device: 'CORE2', port: 'Gi1/0/1' }, cost: 8 },
      by: 'cost',
    },
  ],
  report: { says: 'echo reply', detail: { from: '10.0.20.2' } },
  because: [{ kind: 'typed', text: 'switchport mode access' }],
}

describe('every decision has a sentence', () => {
  it.each(Object.keys(DECISIONS) as DecisionId[])('%s', (decision) => {
    const sentence = SENTENCES[decision](ANY)
    expect(sentence).toMatch(/^[A-Z[].*\.$/)
    expect(sentence).not.toMatch(/undefined|null|\[object| {2}/)
    expect(sentence.length).toBeLessThanOrEqual(CAPTION)
    expect(sentence).toContain('SW1')
    const concernsAPort =
      !decision.startsWith('relay/') && decision !== 'station/reports' && !decision.startsWith('learn')
    if (concernsAPort) expect(sentence).toContain('Gi1/0/24')
  })

  it.each(
    (Object.keys(DECISIONS) as DecisionId[]).filter((id) => /^(in|out)\/|wire|station\/[so]/.test(id)),
  )('%s shows the stack of tags', (decision) => {
    expect(SENTENCES[decision](ANY)).toContain('[1234|20|88b5]')
  })
})

describe('a double-tagged frame, told step by step', () => {
  const network = networkOf(
    [
      station('EVIL', { kind: 'attacker', mac: '02:00:00:00:66:01' }),
      switchOf('SW1', [portWith('Gi0/5', 'access'), portWith('Gi0/24', 'trunk')], {
        options: { tagOnAccess: 'accept-own' },
      }),
      switchOf('SW2', [portWith('Gi0/24', 'trunk'), portWith('Gi0/7', 'access', { accessVlan: 20 })]),
      station('ESX-B', { kind: 'host', mac: '02:00:00:00:20:02' }),
    ],
    cables('EVIL.eth0 - SW1.Gi0/5', 'SW1.Gi0/24 - SW2.Gi0/24', 'SW2.Gi0/7 - ESX-B.eth0'),
  )
  const frame: Frame = frameFrom('02:00:00:00:66:01', [tag(1), tag(20)], '02:00:00:00:20:02')
  const trace = simulate(network, [{ when: { at: 10 }, do: 'send', device: 'EVIL', port: 'eth0', frame }])
  const end = trace.events.find((e) => e.decision === 'station/addressed')
  const events = story(trace, end?.id ?? -1)

  it('says what becomes of each tag', () => {
    expect(events.map((event) => tell(trace, event))).toEqual([
      'EVIL sends [1|20|88b5] out of eth0, to ESX-B.',
      '[1|20|88b5] travels from EVIL eth0 to SW1 Gi0/5.',
      "SW1 takes in [1|20|88b5] at access port Gi0/5: tag 1 is the port's own VLAN. What lies beneath, tag 20, is payload to it.",
      'SW1 does not know ESX-B in VLAN 1, so it floods VLAN 1: out of Gi0/24.',
      'SW1 sends [20|88b5] out of trunk Gi0/24 without writing a tag: VLAN 1 is native there. Tag 20 is the outermost now.',
      '[20|88b5] travels from SW1 Gi0/24 to SW2 Gi0/24.',
      'SW2 takes in [20|88b5] at trunk Gi0/24 and reads the outer tag: VLAN 20.',
      'SW2 does not know ESX-B in VLAN 20, so it floods VLAN 20: out of Gi0/7.',
      'SW2 sends [88b5] out of access port Gi0/7: VLAN 20 is its own and leaves without a tag.',
      '[88b5] travels from SW2 Gi0/7 to ESX-B eth0.',
      'ESX-B receives [88b5] at eth0, from EVIL, meant for ESX-B.',
    ])
  })

  it('says what a decision rests on, each source once', () => {
    const [enter] = events.filter((e) => e.decision === 'in/own-tag-access')
    expect(enter && tellWhy(trace, enter)).toEqual(['Assumed: the test says so'])
  })
})

it('a report without detail is told, and a cause that is gone breaks nothing', () => {
  expect(SENTENCES['station/reports']({ ...ANY, report: { says: 'page 17 arrived', detail: {} } })).toBe(
    'SW1 reports: page 17 arrived.',
  )
})
