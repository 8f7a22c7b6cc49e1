import { dtpFrame, readDtp } from '../dtp-frame.ts'
import type { Millis } from '../event.ts'
import type { Frame, Mac } from '../frame.ts'
import { NIC } from './host.ts'
import type { StationKind } from './station.ts'

/**
 * A host that says it is a switch: it announces "desirable, 802.1Q" and repeats it, since a dynamic trunk that hears no DTP
 * for 300 s falls back (facts B2, B8).
 */
export type SpooferSpec = {
  readonly kind: 'spoofer'
  readonly mac: Mac
  /** VTP domain it announces; empty is accepted by every switch (facts B4). */
  readonly domain: string
  /** Virtual milliseconds of its first frame. */
  readonly startsAt: number
  /** How often it speaks: 'once' is one frame and silence (facts B8). */
  readonly repeats: 'for-ever' | 'once'
}

/** How many DTP frames it has sent, and whether the switch has answered as a trunk. */
export type SpooferState = { readonly sent: number; readonly trunk: boolean }

/** A host that speaks DTP until its port is a trunk, and goes on so that it stays one. */
export const spoofer: StationKind<SpooferSpec, SpooferState> = {
  ports: () => [NIC],
  initial: () => ({ sent: 0, trunk: false }),
  step: (spec, state, input) => {
    if (input.kind === 'start') {
      return { state, timers: [{ name: 'speak', in: spec.startsAt, background: false }] }
    }
    if (input.kind === 'frame') {
      const trunk = trunkHeard(input.frame)
      const reception = input.frame.dst === spec.mac ? 'addressed' : 'overheard'
      return trunk === null ? { state, reception } : { state: { ...state, trunk }, reception }
    }
    const frame = spoofingFrame(spec.mac, spec.domain, state.trunk)
    const sent = state.sent + 1
    const again = { name: 'speak', in: spoofingGap(sent), background: true }
    const timers = spec.repeats === 'once' ? [] : [again]
    return { state: { ...state, sent }, sends: [{ port: NIC, frame }], timers }
  },
}

const EARLY_FRAMES = 3
const EARLY_GAP: Millis = 1_000
const LATE_GAP: Millis = 30_000

/**
 * How long after so many frames such a host sends the next one: three a second apart, then one about every 30 s, as the common attack
 * tool does (facts B8).
 */
export function spoofingGap(sent: number): Millis {
  return sent < EARLY_FRAMES ? EARLY_GAP : LATE_GAP
}

/** The frame of such a host: it says "desirable, 802.1Q", and echoes whether the switch says that it is a trunk (facts B8). */
export function spoofingFrame(mac: Mac, domain: string, trunk: boolean): Frame {
  return dtpFrame({
    src: mac,
    domain,
    operating: trunk ? 'trunk' : 'access',
    administrative: 'desirable',
    operatingType: 'dot1q',
    administrativeType: 'dot1q',
  })
}

/** Whether the switch that sent this DTP frame says its port is a trunk; `null` for any other frame. */
export function trunkHeard(frame: Frame): boolean | null {
  const heard = readDtp(frame)
  return heard ? heard.operating === 'trunk' : null
}
