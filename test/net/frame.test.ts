import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeFrame,
  encodeFrame,
  type Frame,
  frameLength,
  isGroup,
  padded,
  tag,
} from '../../src/net/frame.ts'

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((b) => Buffer.from(b).toString('hex'))
const mac = hex(6).map((h) => h.replace(/(..)(?!$)/g, '$1:'))
const tags = fc.array(
  fc.record({
    tpid: fc.constantFrom(0x8100, 0x88a8),
    vid: fc.nat(4095),
    pcp: fc.nat(7),
    dei: fc.boolean(),
  }),
  { maxLength: 5 },
)
const frame: fc.Arbitrary<Frame> = fc.record({
  dst: mac,
  src: mac,
  tags,
  ethertype: fc.nat(0xffff).filter((type) => type !== 0x8100 && type !== 0x88a8),
  payload: fc.nat(100).chain(hex),
})

describe('a frame as bytes', () => {
  it('reads back as the frame it was', () => {
    fc.assert(
      fc.property(frame, (f) => {
        expect(decodeFrame(encodeFrame(f))).toEqual(f)
      }),
    )
  })

  it('keeps every byte of whatever it decodes, and never throws', () => {
    fc.assert(
      fc.property(fc.nat(80).chain(hex), (bytes) => {
        const read = decodeFrame(bytes)
        if (bytes.length < 28) expect(read).toBeNull()
        else expect(encodeFrame(read ?? failed(bytes))).toBe(bytes)
      }),
    )
  })

  it('keeps every byte of stacks of tags that break off anywhere', () => {
    fc.assert(
      fc.property(frame, fc.nat(200), (f, cut) => {
        const bytes = encodeFrame(f).slice(0, Math.max(28, cut * 2))
        expect(encodeFrame(decodeFrame(bytes) ?? failed(bytes))).toBe(bytes)
      }),
    )
  })

  it('puts priority, drop eligibility and VLAN where facts A1 has them', () => {
    const f: Frame = {
      dst: 'ff:ff:ff:ff:ff:ff',
      src: '02:00:00:00:66:01',
      tags: [tag(1, { pcp: 5, dei: true }), tag(20, { tpid: 0x88a8 })],
      ethertype: 0x0800,
      payload: '45',
    }
    expect(encodeFrame(f)).toBe('ffffffffffff' + '020000006601' + '8100b001' + '88a80014' + '0800' + '45')
  })

  it.each(['', 'zz'.repeat(14), 'F'.repeat(28), '0'.repeat(29)])('is null for %j', (bytes) => {
    expect(decodeFrame(bytes)).toBeNull()
  })

  it('is padded with zeros to 60 bytes, and no further', () => {
    const short: Frame = {
      dst: 'ff:ff:ff:ff:ff:ff',
      src: '02:00:00:00:00:01',
      tags: [tag(1)],
      ethertype: 0x88b5,
      payload: '5a',
    }
    expect(frameLength(padded(short))).toBe(60)
    expect(padded(short).payload).toBe(`5a${'00'.repeat(41)}`)
    const long = { ...short, payload: '5a'.repeat(42) }
    expect(padded(long)).toBe(long)
  })

  it('knows group addresses by the lowest bit of the first byte', () => {
    expect(['01:00:5e:00:00:01', 'ff:ff:ff:ff:ff:ff', '03:00:00:00:00:00'].map(isGroup)).toEqual([
      true,
      true,
      true,
    ])
    expect(['00:00:00:00:00:00', '02:01:01:01:01:01', 'fe:00:00:00:00:00'].map(isGroup)).toEqual([
      false,
      false,
      false,
    ])
  })
})

function failed(bytes: string): never {
  throw new Error(`These bytes should decode: ${bytes}`)
}
