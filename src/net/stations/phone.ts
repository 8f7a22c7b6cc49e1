import { type Frame, isGroup, isProtocolGroup, type Mac, tag } from '../frame.ts'
import { echoReply } from '../ipv4.ts'
import type { Vid } from '../vlan-set.ts'
import { withoutHostTag } from './host.ts'
import type { StationKind, StationStep } from './station.ts'

/**
 * An IP phone with a socket for a PC (facts D6): it tags its own frames with the voice VLAN and passes the PC's on as they are.
 * How it learned the voice VLAN (CDP, LLDP-MED) is not modelled.
 */
export type PhoneSpec = {
  readonly kind: 'phone'
  readonly mac: Mac
  readonly ip?: string
  readonly voiceVlan: Vid
  /** Whether it passes tagged frames of the PC on. Phones differ, so the scene says so. */
  readonly tagsOfPc: 'passed' | 'dropped'
}

/** The phone's socket toward the switch, and the one for the PC. */
const PHONE_NET = 'net'
const PHONE_PC = 'pc'

/** A phone: a small switch between the wall and the PC, with a host in the voice VLAN inside. */
export const phone: StationKind<PhoneSpec, null> = {
  ports: () => [PHONE_NET, PHONE_PC],
  initial: () => null,
  step: (spec, state, input) => {
    if (input.kind !== 'frame') return { state }
    return input.port === PHONE_PC ? fromPc(spec, input.frame) : fromNet(spec, input.frame)
  },
}

function fromPc(spec: PhoneSpec, frame: Frame): StationStep<null> {
  if (isProtocolGroup(frame.dst) || (frame.tags.length > 0 && spec.tagsOfPc === 'dropped')) {
    return { state: null, reception: 'ignored' }
  }
  return { state: null, reception: 'overheard', sends: [{ port: PHONE_NET, frame, via: 'forwarded' }] }
}

function fromNet(spec: PhoneSpec, frame: Frame): StationStep<null> {
  if (isProtocolGroup(frame.dst)) return { state: null, reception: 'ignored' }
  const own = withoutHostTag(spec.voiceVlan, frame)
  if (own) {
    const mine = frame.dst === spec.mac || isGroup(frame.dst)
    const reply = mine && spec.ip ? echoReply(own, spec.mac, spec.ip) : null
    const sends = reply ? [{ port: PHONE_NET, frame: { ...reply, tags: [tag(spec.voiceVlan)] } }] : []
    return { state: null, reception: mine ? 'addressed' : 'overheard', sends }
  }
  if (frame.tags.length > 0) return { state: null, reception: 'ignored' }
  return { state: null, reception: 'overheard', sends: [{ port: PHONE_PC, frame, via: 'forwarded' }] }
}
