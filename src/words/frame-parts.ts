import { readDtp } from '../net/dtp-frame.ts'
import { encodeFrame, type Frame, hexOf, type Mac, macToHex } from '../net/frame.ts'
import type { Network } from '../net/network.ts'
import { payloadName } from './tag-stack.ts'

/** A stretch of a frame's bytes with its name and what it says, such as `8100 0014`, `tag`, `VLAN 20`. */
export type FramePart = { readonly hex: string; readonly name: string; readonly says: string }

const TLV_NAMES: readonly string[] = ['?', 'domain', 'status', 'type', 'neighbor']

/** The station that has this address, or the address itself. */
function owner(network: Network, mac: Mac): string {
  if (mac === 'ff:ff:ff:ff:ff:ff') return 'everyone'
  if (mac === '01:00:0c:cc:cc:cc') return 'Cisco group'
  const station = network.devices.find(
    (device) => device.kind === 'station' && 'mac' in device.spec && device.spec.mac === mac,
  )
  return station?.name ?? mac
}

/** The parts of a DTP payload (facts B1): LLC and SNAP header, version, then type-length-values, then padding. */
function dtpParts(frame: Frame): FramePart[] {
  const dtp = readDtp(frame)
  if (!dtp) return []
  const says: Readonly<Record<string, string>> = {
    domain: dtp.domain === '' ? 'empty' : dtp.domain,
    status: `${dtp.operating} now, ${dtp.administrative}`,
    type: `${dtp.operatingType}, ${dtp.administrativeType}`,
    neighbor: dtp.src,
  }
  const body = frame.payload.slice(0, frame.ethertype * 2)
  const parts: FramePart[] = [
    { hex: body.slice(0, 16), name: 'SNAP', says: 'DTP' },
    { hex: body.slice(16, 18), name: 'version', says: `${Number.parseInt(body.slice(16, 18), 16)}` },
  ]
  for (let at = 18; at + 8 <= body.length; ) {
    const length = Math.max(4, Number.parseInt(body.slice(at + 4, at + 8), 16)) * 2
    const name = TLV_NAMES[Number.parseInt(body.slice(at, at + 4), 16)] ?? '?'
    parts.push({ hex: body.slice(at, at + length), name, says: says[name] ?? '' })
    at += length
  }
  return parts
}

/** The whole frame in parts, in the order of the wire: their bytes one after another are the frame. */
export function frameParts(network: Network, frame: Frame): FramePart[] {
  const dtp = dtpParts(frame)
  const used = dtp.reduce((sum, { hex }) => sum + hex.length, 0)
  const rest = frame.payload.slice(used)
  const parts: FramePart[] = [
    { hex: macToHex(frame.dst), name: 'dst', says: owner(network, frame.dst) },
    { hex: macToHex(frame.src), name: 'src', says: owner(network, frame.src) },
  ]
  for (const tag of frame.tags) {
    const tci = (tag.pcp << 13) | (tag.dei ? 0x1000 : 0) | tag.vid
    parts.push({ hex: hexOf(tag.tpid, 2) + hexOf(tci, 2), name: 'tag', says: `VLAN ${tag.vid}` })
  }
  const isLength = frame.ethertype < 0x0600
  parts.push({
    hex: hexOf(frame.ethertype, 2),
    name: isLength ? 'length' : 'type',
    says: isLength ? `${frame.ethertype} bytes` : payloadName(frame),
  })
  parts.push(...dtp)
  if (rest !== '') {
    const padding = /^0*$/.test(rest)
    parts.push({ hex: rest, name: padding ? 'padding' : 'payload', says: `${rest.length / 2} bytes` })
  }
  return parts
}

/** The frame's bytes in pairs: `02 00 00 00`. */
export function bytePairs(hex: string): string {
  return hex.replace(/(..)(?!$)/g, '$1 ')
}

/** Every byte of the frame, sixteen a line behind the offset of the first. */
export function hexLines(frame: Frame): string[] {
  const hex = encodeFrame(frame)
  return Array.from({ length: Math.ceil(hex.length / 32) }, (_, line) => {
    const bytes = hex.slice(line * 32, line * 32 + 32)
    return `${hexOf(line * 16, 2)}  ${bytePairs(bytes.slice(0, 16))}  ${bytePairs(bytes.slice(16))}`.trimEnd()
  })
}
