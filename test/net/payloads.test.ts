import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Arp, arpFrame, arpReply, arpRequest, readArp } from '../../src/net/arp.ts'
import { decodeFrame, encodeFrame, tag } from '../../src/net/frame.ts'
import { checksum, type Echo, encodeEcho, packetFrame, readEcho, readPacket } from '../../src/net/ipv4.ts'
import { datagramPacket, readDatagram, readSegment, segmentPacket } from '../../src/net/transport.ts'

const A = '02:00:00:00:00:0a'
const B = '02:00:00:00:00:0b'
const ip = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((parts) => parts.join('.'))
const mac = fc.constantFrom(A, B, '00:00:00:00:00:00')
const data = fc.uint8Array({ maxLength: 40 }).map((b) => Buffer.from(b).toString('hex'))

describe('what frames carry', () => {
  it('ARP reads back, and only from untagged frames', () => {
    const arp = fc.record({
      type: fc.constantFrom('request', 'reply'),
      senderMac: mac,
      senderIp: ip,
      targetMac: mac,
      targetIp: ip,
    })
    fc.assert(
      fc.property(arp, (message: Arp) => {
        expect(readArp(arpFrame(message))).toEqual(message)
        expect(readArp({ ...arpFrame(message), tags: [tag(1)] })).toBeNull()
      }),
    )
  })

  it('ARP asks everyone, and only the owner answers', () => {
    const question = arpRequest(A, '10.0.0.1', '10.0.0.2')
    expect(encodeFrame(question).slice(0, 84)).toBe(
      'ffffffffffff02000000000a08060001080006040001' + '02000000000a0a000001' + '0000000000000a000002',
    )
    expect(arpReply(question, B, '10.0.0.3')).toBeNull()
    const answer = arpReply(question, B, '10.0.0.2')
    expect(answer?.dst).toBe(A)
    expect(readArp(answer ?? question)).toMatchObject({ type: 'reply', senderMac: B, senderIp: '10.0.0.2' })
  })

  it('TCP and UDP read back through a padded frame, and their check sums are right', () => {
    const flags = fc.record({ syn: fc.boolean(), ack: fc.boolean(), push: fc.boolean(), fin: fc.boolean() })
    const number = fc.nat(0xffffffff)
    const port = fc.nat(0xffff)
    const segment = fc.record({
      fromPort: port,
      toPort: port,
      sequence: number,
      acknowledges: number,
      flags,
      data,
    })
    fc.assert(
      fc.property(ip, ip, segment, (from, to, sent) => {
        const packet = segmentPacket(from, to, sent)
        const read = readPacket(packetFrame(A, B, packet))
        expect(read).toEqual(packet)
        expect(readSegment(packet)).toEqual(sent)
        const datagram = datagramPacket(from, to, sent)
        expect(readDatagram(readPacket(packetFrame(A, B, datagram)) ?? packet)).toEqual({
          fromPort: sent.fromPort,
          toPort: sent.toPort,
          data: sent.data,
        })
        expect(readDatagram(packet)).toBeNull()
        expect(readSegment(datagram)).toBeNull()
      }),
    )
  })

  it('a check sum over data and check sum is zero', () => {
    const sum = checksum('45000054000040004001' + '0000' + '0a0000010a000002')
    expect(checksum(`45000054000040004001${sum.toString(16)}0a0000010a000002`)).toBe(0)
  })

  it('an echo reads back', () => {
    const echo = fc.record({
      type: fc.constantFrom('request', 'reply'),
      from: ip,
      to: ip,
      sequence: fc.nat(0xffff),
      data,
    })
    fc.assert(
      fc.property(echo, (sent: Echo) => {
        const frame = { dst: B, src: A, tags: [], ethertype: 0x0800, payload: `${encodeEcho(sent)}0000` }
        expect(readEcho(frame)).toEqual(sent)
      }),
    )
  })

  it('reading never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom('0806', '0800'), fc.uint8Array({ maxLength: 60 }), (type, bytes) => {
        const frame = decodeFrame(`${'02'.repeat(12)}${type}${Buffer.from(bytes).toString('hex')}`)
        if (!frame) throw new Error('This is a frame.')
        readArp(frame)
        readEcho(frame)
        const packet = readPacket(frame)
        if (packet) {
          readSegment(packet)
          readDatagram(packet)
        }
      }),
    )
  })
})
