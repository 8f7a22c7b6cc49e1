import type { AskOption } from './bridge-port.ts'
import type { DecisionId } from './decisions.ts'
import type { Dtp, DtpAdministrative, DtpEncapsulation } from './dtp-frame.ts'
import type { OperatingMode } from './event.ts'
import type { Switch } from './network.ts'
import type { PortMode, PortSettings, SomePortSettings } from './settings.ts'

/** How often a port says DTP, and how long a dynamic trunk lives without hearing any, in milliseconds (facts B2). */
export const DTP_HELLO = 30_000
export const DTP_HOLD = 300_000

/** The mode a port is told to be in, with the platform's default in the place of a missing line (facts B6). */
export function effectiveMode(settings: PortSettings, ask: AskOption): Exclude<PortMode, 'platform-default'> {
  const mode = settings.mode.value
  return mode === 'platform-default' ? ask('defaultMode') : mode
}

/**
 * How a port operates before it has heard anything: static ports as told, dynamic ports as access (facts B3). No platform's
 * default mode is a static trunk (B6), so a port without a mode line rests as access on all of them.
 */
export function operatingAtRest(settings: PortSettings): OperatingMode {
  return settings.mode.value === 'trunk' ? 'trunk' : 'access'
}

/** What a trunk encapsulates with. A port that may negotiate is 802.1Q until it has agreed on something else (facts B5). */
export type Encapsulation = 'dot1q' | 'isl'

/** What a port would encapsulate with before it has heard anything. */
export function encapsulationAtRest(settings: PortSettings): Encapsulation {
  return settings.encapsulation.value === 'isl' ? 'isl' : 'dot1q'
}

/** Whether these settings make a port start anew: it operates as it rests, and forgets what it heard. */
export function restartsPort(settings: SomePortSettings): boolean {
  const { mode, enabled, switching, negotiate, encapsulation } = settings
  return (mode ?? enabled ?? switching ?? negotiate ?? encapsulation) !== undefined
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
  encapsulation: Encapsulation = encapsulationAtRest(settings),
): Omit<Dtp, 'src' | 'domain'> | null {
  if (!takesPartInDtp(settings, ask)) return null
  const mode = effectiveMode(settings, ask)
  const administrative = ADMINISTRATIVE[mode]
  if (!administrative) return null
  if (mode === 'access' && ask('accessSpeaksDtp') === 'no') return null
  const operatingType = operating === 'access' ? 'native' : encapsulation
  return { operating, administrative, operatingType, administrativeType: settings.encapsulation.value }
}

/** What a heard DTP frame makes of a port. */
export type DtpOutcome = {
  readonly operating: OperatingMode
  readonly encapsulation: Encapsulation
  readonly decision: DecisionId
}

/**
 * The outcome of one DTP frame at a port (facts B3, G2; as documented): static modes stay as told; `desirable` trunks with
 * on, desirable and auto; `auto` trunks with on and desirable; different VTP domains do not agree unless one is empty, or perhaps
 * where the switch is transparent in VTP (B4); and both sides must know one encapsulation, static trunks too (B5).
 */
export function resolveDtp(
  settings: PortSettings,
  own: Pick<Switch, 'vtpDomain' | 'vtpMode'>,
  heard: Dtp,
  now: OperatingMode,
  ask: AskOption,
): DtpOutcome {
  const mode = effectiveMode(settings, ask)
  const rest = encapsulationAtRest(settings)
  const access = (decision: DecisionId): DtpOutcome => ({
    operating: 'access',
    encapsulation: rest,
    decision,
  })
  if (mode === 'access') return access('dtp/static-access')
  const isStatic = mode === 'trunk'
  if (!isStatic && domainsPart(own, heard.domain, ask)) {
    return access('dtp/domain-mismatch')
  }
  const encapsulation = commonEncapsulation(settings.encapsulation.value, heard.administrativeType, ask)
  if (!encapsulation) {
    const onBothSides = isStatic && heard.administrative === 'on'
    return isStatic && !onBothSides
      ? { operating: 'trunk', encapsulation: rest, decision: 'dtp/static-trunk' }
      : access('dtp/no-common-encapsulation')
  }
  if (isStatic) return { operating: 'trunk', encapsulation, decision: 'dtp/static-trunk' }
  const peer = heard.administrative
  if (peer === 'on' || peer === 'desirable' || (peer === 'auto' && mode === 'dynamic desirable')) {
    const decision = now === 'trunk' ? 'dtp/agrees' : 'dtp/becomes-trunk'
    return { operating: 'trunk', encapsulation, decision }
  }
  return access(peer === 'off' ? 'dtp/peer-wants-access' : 'dtp/both-wait')
}

/** Whether the domain that was heard keeps this switch from agreeing. Two that are transparent are said to disregard it (facts B4). */
function domainsPart(
  { vtpDomain, vtpMode }: Pick<Switch, 'vtpDomain' | 'vtpMode'>,
  heard: string,
  ask: AskOption,
): boolean {
  const own = vtpDomain.value
  if (own === '' || heard === '' || own === heard) return false
  return vtpMode.value !== 'transparent' || ask('transparentDomain') === 'compared'
}

/**
 * The encapsulation that a port and the one it hears both know, or `null` (facts B5): `negotiate` takes what the other side
 * names; two that negotiate agree on ISL by one source, so that is an option.
 */
export function commonEncapsulation(
  own: 'dot1q' | 'isl' | 'negotiate',
  peer: DtpEncapsulation,
  ask: AskOption,
): Encapsulation | null {
  const named = peer === 'native' ? 'negotiate' : peer
  if (own === 'negotiate') return named === 'negotiate' ? ask('bothNegotiate') : named
  return named === 'negotiate' || named === own ? own : null
}
