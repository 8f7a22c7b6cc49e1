import { readDtp } from '../net/dtp-frame.ts'
import { type Frame, frameLength, type Tag, TPID_CUSTOMER } from '../net/frame.ts'

const ETHERTYPES: Readonly<Record<number, string>> = { 2048: 'IP', 2054: 'ARP', 34525: 'IPv6' }

/** Types below this are lengths, and the payload starts with LLC (facts B1). */
const FIRST_ETHERTYPE = 0x0600

function tagText(tag: Tag): string {
  return tag.tpid === TPID_CUSTOMER ? `${tag.vid}` : `${tag.tpid.toString(16)}:${tag.vid}`
}

/** What the frame carries behind its tags, in one word: `IP`, `ARP`, `DTP`, `LLC`, else the type in hex. */
export function payloadName(frame: Frame): string {
  if (readDtp(frame)) return 'DTP'
  if (frame.ethertype < FIRST_ETHERTYPE) return 'LLC'
  return ETHERTYPES[frame.ethertype] ?? frame.ethertype.toString(16).padStart(4, '0')
}

/**
 * The frame as its stack of tags, outermost first: `[1|20|IP]`. It gets shorter when a tag goes, so that the shape carries
 * the message. A tag of another type than 0x8100 names it: `[88a8:30|20|IP]`.
 */
export function tagStack(frame: Frame): string {
  return `[${[...frame.tags.map(tagText), payloadName(frame)].join('|')}]`
}

/** The same for the ear, with the length on the wire: `Tags: VLAN 1, then VLAN 20. 106 bytes.` */
export function tagsAloud(frame: Frame): string {
  const tags = frame.tags.map((tag) => `VLAN ${tagText(tag)}`).join(', then ')
  return `${tags === '' ? 'No tag' : `Tags: ${tags}`}. ${frameLength(frame)} bytes.`
}
