import { describe, expect, it } from 'vitest'
import { frameLength, tag } from '../../src/net/frame.ts'
import { simulate } from '../../src/net/simulate.ts'
import { frameOf, story, type Trace } from '../../src/net/trace.ts'
import { vlanSet } from '../../src/net/vlan-set.ts'
import { cables, frameFrom, networkOf, portWith, station, switchOf } from './scene.ts'

const EVIL = '02:00:00:00:66:01'

/** The attacker on a dynamic port whose access VLAN is 100; hosts in VLANs 1, 100 and 20. */
function scene(values = {}) {
  const hosts = [1, 100, 20].map((vlan, i) =>
    station(`h${vlan}`, { kind: 'attacker', mac: `02:00:00:00:00:0${i + 1}` }),
  )
  return networkOf(
    [
      switchOf('SW1', [
        portWith('5', 'dynamic auto', { accessVlan: 100, ...values }),
        ...[1, 100, 20].map((vlan) => portWith(`v${vlan}`, 'access', { accessVlan: vlan })),
      ]),
      station('EVIL', { kind: 'spoofer', mac: EVIL, domain: '', startsAt: 1000, repeats: 'for-ever' }),
      ...hosts,
    ],
    cables('EVIL.eth0 - SW1.5', 'SW1.v1 - h1.eth0', 'SW1.v100 - h100.eth0', 'SW1.v20 - h20.eth0'),
  )
}
const send = (at: number, device: string, ...vids: number[]) =>
  ({
    when: { at },
    do: 'send',
    device,
    port: 'eth0',
    frame: frameFrom(
      device === 'EVIL' ? EVIL : '02:00:00:00:00:77',
      vids.map((vid) => tag(vid)),
    ),
  }) as const
const got = (trace: Trace) =>
  trace.events.flatMap((e) => {
    if (e.kind !== 'deliver') return []
    const frame = frameOf(trace, e.frame ?? -1)
    return frame.ethertype === 0x88b5 ? [`${e.device} [${frame.tags.map((t) => t.vid).join('|')}]`] : []
  })

describe('what a spoofed trunk carries (facts B8)', () => {
  it('moves untagged traffic from the access VLAN to the native VLAN', () => {
    expect(got(simulate(scene(), [send(500, 'EVIL')]))).toEqual(['h100 []'])
    expect(got(simulate(scene(), [send(2000, 'EVIL')]))).toEqual(['h1 []'])
  })

  it('reaches every VLAN with one tag, its old access VLAN too, and hears them tagged', () => {
    expect(got(simulate(scene(), [send(2000, 'EVIL', 20)]))).toEqual(['h20 []'])
    expect(got(simulate(scene(), [send(2000, 'EVIL', 100)]))).toEqual(['h100 []'])
    expect(got(simulate(scene(), [send(2000, 'h20')]))).toEqual(['EVIL [20]'])
    expect(got(simulate(scene(), [send(500, 'h20')]))).toEqual([])
  })

  it('reaches no more than the list that was put on the port while it was access', () => {
    const listed = scene({ allowedVlans: vlanSet(1, 100) })
    expect(got(simulate(listed, [send(2000, 'EVIL', 20)]))).toEqual([])
    expect(got(simulate(listed, [send(2000, 'EVIL', 100)]))).toEqual(['h100 []'])
  })

  it('tells the DTP exchange in the story of a frame that went through it', () => {
    const trace = simulate(scene(), [send(2000, 'EVIL', 20)])
    const end = trace.events.find((e) => e.kind === 'deliver' && e.device === 'h20')
    const decisions = story(trace, end?.id ?? -1).map((e) => e.decision)
    expect(decisions).toContain('dtp/becomes-trunk')
    expect(decisions.indexOf('dtp/heard')).toBeLessThan(decisions.indexOf('in/tag-trunk'))
  })
})

describe('the size of a frame', () => {
  const network = networkOf(
    [
      switchOf('SW1', [portWith('5', 'access'), portWith('t', 'trunk', { negotiate: false })], {
        profile: 'catalyst-2950',
      }),
      station('EVIL', { kind: 'attacker', mac: EVIL }),
      station('next', { kind: 'attacker', mac: '02:00:00:00:00:02' }),
    ],
    cables('EVIL.eth0 - SW1.5', 'SW1.t - next.eth0'),
  )
  const short = { ...frameFrom(EVIL, [tag(1), tag(20)]), payload: '5a'.repeat(38) }
  const arrived = (shortestFrame: number) => {
    const trace = simulate(
      network,
      [{ when: { at: 1 }, do: 'send', device: 'EVIL', port: 'eth0', frame: short }],
      { shortestFrame },
    )
    return frameLength(frameOf(trace, trace.events.find((e) => e.device === 'next')?.frame ?? -1))
  }

  it('is filled up where a stripped tag left it too short for a wire (facts A1)', () => {
    expect(frameLength(short)).toBe(60)
    expect(arrived(60)).toBe(60)
    expect(arrived(0)).toBe(56)
  })
})
