import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Dtp, dtpFrame, readDtp } from '../../src/net/dtp-frame.ts'
import { decodeFrame, encodeFrame, tag } from '../../src/net/frame.ts'

const MAC = '02:00:00:00:66:01'
const spoof: Dtp = {
  src: MAC,
  domain: '',
  operating: 'access',
  administrative: 'desirable',
  operatingType: 'dot1q',
  administrativeType: 'dot1q',
}

const dtp: fc.Arbitrary<Dtp> = fc.record({
  src: fc.constantFrom(MAC, '00:11:22:33:44:55'),
  domain: fc.string({ unit: fc.constantFrom(...'abcXYZ019-_.'), maxLength: 32 }),
  operating: fc.constantFrom('access', 'trunk'),
  administrative: fc.constantFrom('on', 'off', 'desirable', 'auto'),
  operatingType: fc.constantFrom('native', 'isl', 'dot1q', 'negotiate'),
  administrativeType: fc.constantFrom('native', 'isl', 'dot1q', 'negotiate'),
})

/** A frame that the attack tool yersinia 0.8.2 sent with `-domain dojolabs`, recorded in a network namespace. */
const SENT_BY_YERSINIA =
  '01000ccccccc0200000066010 02aaaaa0300000c20040100 01000d646f6a6f6c61627300 0002000503 00030005a5 0004000a020000006601'.replaceAll(
    ' ',
    '',
  )

describe('a DTP frame', () => {
  it('is byte for byte the one of facts B1, with an empty domain', () => {
    expect(encodeFrame(dtpFrame(spoof))).toBe(
      [
        '01000ccccccc020000006601', // to Cisco's group, from the port
        '0022aaaa0300000c2004', // length 34, LLC, SNAP
        '01', // version
        '0001000500', // no domain
        '0002000503', // access, desirable
        '00030005a5', // 802.1Q, 802.1Q
        '0004000a020000006601', // the sender
        '00'.repeat(12),
      ].join(''),
    )
  })

  it('is what the common attack tool sends, for the same domain', () => {
    const ours = encodeFrame(dtpFrame({ ...spoof, domain: 'dojolabs' }))
    expect(ours).toBe(SENT_BY_YERSINIA + '00'.repeat(4))
  })

  it.each([
    ['trunk', 'on', 0x81],
    ['trunk', 'desirable', 0x83],
    ['trunk', 'auto', 0x84],
    ['access', 'desirable', 0x03],
    ['access', 'auto', 0x04],
    ['access', 'off', 0x02],
  ] as const)('writes %s/%s as its status byte', (operating, administrative, status) => {
    expect(dtpFrame({ ...spoof, operating, administrative }).payload.slice(36, 38)).toBe(
      status.toString(16).padStart(2, '0'),
    )
  })

  it.each([
    ['dot1q', 'dot1q', 0xa5],
    ['dot1q', 'negotiate', 0xa0],
    ['native', 'negotiate', 0x20],
    ['native', 'dot1q', 0x25],
    ['isl', 'isl', 0x42],
  ] as const)('writes %s/%s as its type byte', (operatingType, administrativeType, type) => {
    expect(dtpFrame({ ...spoof, operatingType, administrativeType }).payload.slice(46, 48)).toBe(
      type.toString(16),
    )
  })

  it('reads back what was written', () => {
    fc.assert(
      fc.property(dtp, (said) => {
        expect(readDtp(decodeFrame(encodeFrame(dtpFrame(said))) ?? dtpFrame(spoof))).toEqual(said)
      }),
    )
  })

  it('takes the long empty domain of the attack tool for empty', () => {
    const bytes = SENT_BY_YERSINIA.replace('646f6a6f6c616273', '00'.repeat(8))
    expect(readDtp(decodeFrame(bytes) ?? dtpFrame({ ...spoof, domain: 'x' }))?.domain).toBe('')
  })

  it('is not read from other addresses, other protocols, tagged frames or broken bytes', () => {
    const good = dtpFrame(spoof)
    expect(readDtp({ ...good, dst: '01:00:0c:cc:cc:cd' })).toBeNull()
    expect(readDtp({ ...good, tags: [tag(1)] })).toBeNull()
    expect(readDtp({ ...good, payload: good.payload.replace('2004', '2000') })).toBeNull()
    expect(readDtp({ ...good, payload: good.payload.replace('00010005', '00010003') })).toBeNull()
    expect(readDtp({ ...good, payload: good.payload.replace('00010005', '0001ffff') })).toBeNull()
    expect(readDtp({ ...good, payload: good.payload.replace('0002000503', '0002000500') })).toBeNull()
  })

  it('reading never throws, whatever the bytes', () => {
    const start = encodeFrame(dtpFrame(spoof)).slice(0, 46)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const frame = decodeFrame(start + Buffer.from(bytes).toString('hex'))
        expect(() => frame && readDtp(frame)).not.toThrow()
      }),
    )
  })
})
