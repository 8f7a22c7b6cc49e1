import { type Frame, type Hex, hexOf, type Mac, macFromHex, macToHex, padded } from './frame.ts'
import { hexToText, textToHex } from './hex-text.ts'

/** Where CDP, VTP, PAgP, UDLD and DTP are sent (facts B1). */
export const CISCO_GROUP: Mac = '01:00:0c:cc:cc:cc'

/** What a port does now. */
export type DtpOperating = 'access' | 'trunk'
/** What a port is told to do. */
export type DtpAdministrative = 'on' | 'off' | 'desirable' | 'auto'
/** Encapsulations as DTP names them; `native` stands for "none" while the port is access. */
export type DtpEncapsulation = 'native' | 'isl' | 'dot1q' | 'negotiate'

/** What one DTP frame says (facts B1). */
export type Dtp = {
  readonly src: Mac
  readonly domain: string
  readonly operating: DtpOperating
  readonly administrative: DtpAdministrative
  readonly operatingType: DtpEncapsulation
  readonly administrativeType: DtpEncapsulation
}

const ADMINISTRATIVE: Readonly<Record<DtpAdministrative, number>> = { on: 1, off: 2, desirable: 3, auto: 4 }
const ENCAPSULATION: Readonly<Record<DtpEncapsulation, number>> = {
  negotiate: 0,
  native: 1,
  isl: 2,
  dot1q: 5,
}
const LLC_SNAP_DTP = 'aaaa0300000c2004'
const DOMAIN = 1
const STATUS = 2
const TYPE = 3
const NEIGHBOUR = 4
/** Characters of a VTP domain (facts B1). */
const LONGEST_DOMAIN = 32

function tlv(type: number, value: Hex): Hex {
  return hexOf(type, 2) + hexOf(4 + value.length / 2, 2) + value
}

/** The DTP frame, byte for byte as facts B1 has it: untagged, 802.3 length, LLC/SNAP, four TLVs, padded to 60. */
export function dtpFrame(dtp: Dtp): Frame {
  const status = (dtp.operating === 'trunk' ? 0x80 : 0) | ADMINISTRATIVE[dtp.administrative]
  const type = (ENCAPSULATION[dtp.operatingType] << 5) | ENCAPSULATION[dtp.administrativeType]
  const body =
    `${LLC_SNAP_DTP}01` +
    tlv(DOMAIN, `${textToHex(dtp.domain.slice(0, LONGEST_DOMAIN))}00`) +
    tlv(STATUS, hexOf(status, 1)) +
    tlv(TYPE, hexOf(type, 1)) +
    tlv(NEIGHBOUR, macToHex(dtp.src))
  return padded({ dst: CISCO_GROUP, src: dtp.src, tags: [], ethertype: body.length / 2, payload: body })
}

function keyOf<K extends string>(table: Readonly<Record<K, number>>, code: number): K | null {
  return (Object.keys(table) as K[]).find((key) => table[key] === code) ?? null
}

/** What this frame says in DTP, or `null` when it is no DTP frame or one that makes no sense. */
export function readDtp(frame: Frame): Dtp | null {
  if (frame.dst !== CISCO_GROUP || frame.tags.length > 0 || !frame.payload.startsWith(LLC_SNAP_DTP))
    return null
  const body = frame.payload.slice(0, frame.ethertype * 2)
  const values = new Map<number, Hex>()
  let at = LLC_SNAP_DTP.length + 2
  while (at + 8 <= body.length) {
    const length = Number.parseInt(body.slice(at + 4, at + 8), 16)
    if (length < 4 || at + length * 2 > body.length) return null
    values.set(Number.parseInt(body.slice(at, at + 4), 16), body.slice(at + 8, at + length * 2))
    at += length * 2
  }
  const status = Number.parseInt(values.get(STATUS) ?? '', 16)
  const type = Number.parseInt(values.get(TYPE) ?? '', 16)
  const administrative = keyOf(ADMINISTRATIVE, status & 7)
  const operatingType = keyOf(ENCAPSULATION, type >> 5)
  const administrativeType = keyOf(ENCAPSULATION, type & 7)
  if (!administrative || !operatingType || !administrativeType) return null
  const domain = (values.get(DOMAIN) ?? '').replace(/(00)+$/, '')
  return {
    src: macFromHex(values.get(NEIGHBOUR)?.slice(0, 12) ?? macToHex(frame.src)),
    domain: hexToText(domain),
    operating: (status & 0x80) === 0 ? 'access' : 'trunk',
    administrative,
    operatingType,
    administrativeType,
  }
}
