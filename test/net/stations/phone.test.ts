import { describe, expect, it } from 'vitest'
import { tag } from '../../../src/net/frame.ts'
import { ETHERTYPE_IPV4, encodeEcho, readEcho } from '../../../src/net/ipv4.ts'
import { simulate } from '../../../src/net/simulate.ts'
import type { PhoneSpec } from '../../../src/net/stations/phone.ts'
import { frameOf } from '../../../src/net/trace.ts'
import { cables, frameFrom, networkOf, portWith, station, switchOf } from '../scene.ts'

const PC = '02:00:00:00:10:01'
const PHONE = '02:00:00:00:99:01'
const OTHER = '02:00:00:00:99:02'

function scene(tagsOfPc: PhoneSpec['tagsOfPc'] = 'passed') {
  return networkOf(
    [
      switchOf('SW1', [
        portWith('1', 'access', { accessVlan: 10, voiceVlan: 99 }),
        portWith('2', 'access', { accessVlan: 10 }),
        portWith('3', 'access', { accessVlan: 99 }),
      ]),
      station('phone', { kind: 'phone', mac: PHONE, ip: '10.0.99.1', voiceVlan: 99, tagsOfPc }),
      station('pc', { kind: 'attacker', mac: PC }),
      station('data', { kind: 'attacker', mac: '02:00:00:00:10:02' }),
      station('voice', { kind: 'attacker', mac: OTHER }),
    ],
    cables('SW1.1 - phone.net', 'phone.pc - pc.eth0', 'SW1.2 - data.eth0', 'SW1.3 - voice.eth0'),
  )
}
function got(trace: ReturnType<typeof simulate>) {
  return trace.events.flatMap((e) => (e.kind === 'deliver' && e.device !== 'phone' ? [e.device] : []))
}

describe('a phone with a PC behind it (facts D6)', () => {
  it('passes the PC on untagged, in the access VLAN', () => {
    const send = { when: { at: 1 }, do: 'send', device: 'pc', port: 'eth0', frame: frameFrom(PC) } as const
    expect(got(simulate(scene(), [send]))).toEqual(['data'])
  })

  it('gives the PC the frames of the access VLAN, and keeps the voice VLAN from it', () => {
    const from = (device: string) =>
      ({ when: { at: 1 }, do: 'send', device, port: 'eth0', frame: frameFrom(OTHER) }) as const
    expect(got(simulate(scene(), [from('data')]))).toEqual(['pc'])
    expect(got(simulate(scene(), [from('voice')]))).toEqual([])
  })

  it('answers in the voice VLAN, tagged', () => {
    const echo = encodeEcho({
      type: 'request',
      from: '10.0.99.2',
      to: '10.0.99.1',
      sequence: 1,
      data: '5a5a',
    })
    const frame = { dst: PHONE, src: OTHER, tags: [], ethertype: ETHERTYPE_IPV4, payload: echo }
    const trace = simulate(scene(), [{ when: { at: 1 }, do: 'send', device: 'voice', port: 'eth0', frame }])
    const reply = trace.events.find((e) => e.kind === 'deliver' && e.device === 'voice')
    expect(readEcho(frameOf(trace, reply?.frame ?? -1))?.type).toBe('reply')
    const left = trace.events.find((e) => e.kind === 'send' && e.device === 'phone')
    expect(frameOf(trace, left?.frame ?? -1).tags).toEqual([tag(99)])
  })

  it('lets a PC that tags into the voice VLAN, if it passes tags (facts F)', () => {
    const send = {
      when: { at: 1 },
      do: 'send',
      device: 'pc',
      port: 'eth0',
      frame: frameFrom(PC, [tag(99)]),
    } as const
    expect(got(simulate(scene(), [send]))).toEqual(['voice'])
    expect(got(simulate(scene('dropped'), [send]))).toEqual([])
  })
})
