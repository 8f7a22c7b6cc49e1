import type { AskOption } from './bridge.ts'
import type { DecisionId } from './decisions.ts'
import type { Dtp, DtpAdministrative, DtpEncapsulation } from './dtp-frame.ts'
import type { OperatingMode } from './event.ts'
import type { PortMode, PortSettings } from './settings.ts'

/** How often a port says DTP, and how long a dynamic trunk lives without hearing any, in milliseconds (facts B2). */
export const DTP_HELLO = 30_000
export const DTP_HOLD = 300_000

/** The mode a port is told to be in, with the platform's default in the place of a missing line (facts B6). */
export function effectiveMode(settings: PortSettings, ask: AskOption): Exclude<PortMode, 'platform-default'> {
  const mode = settings.mode.value
  return mode === 'platform-default' ? ask('defaultMode') : mode
}

/** How a port operates before it has heard anything: static ports as told, dynamic ports as access (facts B3). */
export function operatingAtRest(settings: PortSettings, ask: AskOption): OperatingMode {
  return effectiveMode(settings, ask) === 'trunk' ? 'trunk' : 'access'
}

const ADMINISTRATIVE: Readonly<Partial<Record<PortMode, DtpAdministrative>>> = {
  access: 'off',
  trunk: 'on',
  'dynamic auto': 'auto',
  'dynamic desirable': 'desirable',
}

/** Whether DTP has any say on this port: a switchport that is up, on a platform with DTP, without `nonegotiate` (B7, D1). */
export function takesPartInDtp(settings: PortSettings, ask: AskOption): boolean {
  if (!settings.enabled.value || !settings.switching.value || !settings.negotiate.value) return false
  return ask('dtp') === 'yes' && ADMINISTRATIVE[effectiveMode(settings, ask)] !== undefined
}

/** What a port announces, or `null` where it is silent. Whether an access port speaks at all is an option (facts D2). */
export function announcement(
  settings: PortSettings,
  operating: OperatingMode,
  ask: AskOption,
): Omit<Dtp, 'src' | 'domain'> | null {
  if (!takesPartInDtp(settings, ask)) return null
  const mode = effectiveMode(settings, ask)
  const administrative = ADMINISTRATIVE[mode]
  if (!administrative) return null
  if (mode === 'access' && ask('accessSpeaksDtp') === 'no') return null
  const type: DtpEncapsulation = settings.encapsulation.value
  const operatingType: DtpEncapsulation = operating === 'access' ? 'native' : type === 'isl' ? 'isl' : 'dot1q'
  return { operating, administrative, operatingType, administrativeType: type }
}

/** What a heard DTP frame makes of a port. */
export type DtpOutcome = { readonly operating: OperatingMode; readonly decision: DecisionId }

/**
 * The outcome of one DTP frame at a port (facts B3, G2; as documented): static modes stay as told; `desirable` trunks with
 * on, desirable and auto; `auto` trunks with on and desirable; different VTP domains never agree unless one is empty (B4);
 * and both sides must know one encapsulation (B5).
 */
export function resolveDtp(
  settings: PortSettings,
  ownDomain: string,
  heard: Dtp,
  now: OperatingMode,
  ask: AskOption,
): DtpOutcome {
  const mode = effectiveMode(settings, ask)
  if (mode === 'access') return { operating: 'access', decision: 'dtp/static-access' }
  if (mode === 'trunk') return { operating: 'trunk', decision: 'dtp/static-trunk' }
  if (ownDomain !== '' && heard.domain !== '' && ownDomain !== heard.domain) {
    return { operating: 'access', decision: 'dtp/domain-mismatch' }
  }
  if (!encapsulationsAgree(settings.encapsulation.value, heard.administrativeType)) {
    return { operating: 'access', decision: 'dtp/no-common-encapsulation' }
  }
  const peer = heard.administrative
  if (peer === 'on' || peer === 'desirable' || (peer === 'auto' && mode === 'dynamic desirable')) {
    return { operating: 'trunk', decision: now === 'trunk' ? 'dtp/agrees' : 'dtp/becomes-trunk' }
  }
  return { operating: 'access', decision: peer === 'off' ? 'dtp/peer-wants-access' : 'dtp/both-wait' }
}

function encapsulationsAgree(own: 'dot1q' | 'isl' | 'negotiate', peer: DtpEncapsulation): boolean {
  if (own === 'negotiate' || peer === 'negotiate' || peer === 'native') return true
  return own === peer
}
