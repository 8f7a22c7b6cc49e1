import { arpReply } from '../arp.ts'
import { type Frame, isGroup, isProtocolGroup, type Mac, tag } from '../frame.ts'
import { echoReply } from '../ipv4.ts'
import type { Vid } from '../vlan-set.ts'
import type { StationKind, StationStep } from './station.ts'

/** A host with one network card. */
export type HostSpec = {
  readonly kind: 'host'
  readonly mac: Mac
  /** Dotted IPv4 address, where the scene needs one. */
  readonly ip?: string
  /** The VLAN whose tag the host itself writes and expects; without it the host knows no tags. */
  readonly vlan?: Vid
}

/** The port every one-card station has. */
export const NIC = 'eth0'

/**
 * The frame as the host's IP layer sees it, or `null` when its tags keep it away: a tag with VLAN ID 0 is peeled off, a
 * tag of the host's own VLAN too, any other tagged frame is not for it (facts E4).
 */
export function withoutHostTag(vlan: Vid | undefined, frame: Frame): Frame | null {
  let { tags } = frame
  if (tags.length === 0) return vlan === undefined ? frame : null
  if (tags[0]?.vid === 0) tags = tags.slice(1)
  if (vlan !== undefined) {
    if (tags[0]?.vid !== vlan) return null
    tags = tags.slice(1)
  }
  return tags.length === 0 ? { ...frame, tags } : null
}

/** Answers of a host that does nothing but take a frame or leave it: the same objects for all, since floods ask for millions. */
const ADDRESSED: StationStep<null> = { state: null, reception: 'addressed' }
const OVERHEARD: StationStep<null> = { state: null, reception: 'overheard' }
const IGNORED: StationStep<null> = { state: null, reception: 'ignored' }

/** A host: takes what is addressed to it, answers ARP and an ICMP echo, says nothing else. */
export const host: StationKind<HostSpec, null> = {
  ports: () => [NIC],
  initial: () => null,
  step: (spec, state, input) => {
    if (input.kind !== 'frame') return { state }
    const { frame } = input
    const inner = withoutHostTag(spec.vlan, frame)
    if (!inner || isProtocolGroup(frame.dst)) return IGNORED
    if (!isGroup(frame.dst) && frame.dst !== spec.mac) return OVERHEARD
    const reply = spec.ip ? (arpReply(inner, spec.mac, spec.ip) ?? echoReply(inner, spec.mac, spec.ip)) : null
    if (!reply) return ADDRESSED
    const sent = spec.vlan === undefined ? reply : { ...reply, tags: [tag(spec.vlan)] }
    return { state, reception: 'addressed', sends: [{ port: NIC, frame: sent }] }
  },
}
