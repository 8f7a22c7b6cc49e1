import type { Frame, Hex, Mac } from '../frame.ts'
import { type Packet, packetFrame, readPacket } from '../ipv4.ts'
import { readSegment, type Segment, segmentPacket } from '../transport.ts'
import type { Card } from './neighbours.ts'

/** Where a live migration listens (facts E3). */
export const MIGRATION_PORT = 8000
export const MIGRATION_FROM_PORT = 49_152

/** What vSphere can be told about encrypting a migration; `opportunistic` is its default (facts E3). */
export type EncryptionPolicy = 'disabled' | 'opportunistic' | 'required'

/** Whether a migration between two hosts is encrypted, or does not happen at all (facts E3). */
export function migrationEncryption(
  policy: EncryptionPolicy,
  bothHostsCan: boolean,
): 'encrypted' | 'in the clear' | 'refused' {
  if (policy === 'disabled') return 'in the clear'
  if (bothHostsCan) return 'encrypted'
  return policy === 'required' ? 'refused' : 'in the clear'
}

/** A segment of a migration between two VMkernel interfaces. */
export type Heard = { readonly packet: Packet; readonly segment: Segment }

/** The migration's segment in a frame that is addressed to this card; `null` for anything else. */
export function hearSegment(frame: Frame, { mac, ip }: Card): Heard | null {
  const packet = frame.dst === mac ? readPacket(frame) : null
  const segment = packet?.to === ip ? readSegment(packet) : null
  return packet && segment ? { packet, segment } : null
}

/** The frame of a segment to whoever is believed to have the other address. */
export function segmentFrame(
  card: Card,
  to: { readonly mac: Mac; readonly ip: string },
  segment: Omit<Segment, 'data'> & { readonly data?: Hex },
): Frame {
  return packetFrame(card.mac, to.mac, segmentPacket(card.ip, to.ip, { data: '', ...segment }))
}
