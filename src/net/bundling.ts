import type { AskOption } from './bridge-port.ts'
import type { PortSettingName, PortSettings } from './settings.ts'

/** What may stand after `channel-group N mode`. Without `non-silent` a PAgP port makes do with a far end that says nothing. */
export type ChannelMode =
  | 'on'
  | 'active'
  | 'passive'
  | 'desirable'
  | 'auto'
  | 'desirable non-silent'
  | 'auto non-silent'

/** The protocol by which a port agrees on a port-channel with its far end; null for `on`, which asks nobody. */
const PROTOCOLS = {
  on: null,
  active: 'LACP',
  passive: 'LACP',
  desirable: 'PAgP',
  auto: 'PAgP',
  'desirable non-silent': 'PAgP',
  'auto non-silent': 'PAgP',
} as const satisfies Record<ChannelMode, string | null>

/** Modes that only answer: two of them wait for each other for ever. */
const WAITS: ReadonlySet<ChannelMode> = new Set(['passive', 'auto', 'auto non-silent'])

/** The protocol of a mode, as devices print it; null for none. */
export function channelProtocol(mode: ChannelMode): 'LACP' | 'PAgP' | null {
  return PROTOCOLS[mode]
}

/** What two ends of a cable make of their port-channels: one link, or why they never do. */
export type Bundling = 'forms' | 'nobody-asks' | 'protocols-differ' | 'one-end-asks'

/**
 * Whether two ends can become a port-channel by their modes: the same protocol with one that asks, or `on` at both. As documented for
 * LACP (IEEE 802.3ad) and PAgP; no switch was at hand to prove it.
 */
export function bundling(near: ChannelMode, far: ChannelMode): Bundling {
  const [own, other] = [PROTOCOLS[near], PROTOCOLS[far]]
  if (own !== other) return own && other ? 'protocols-differ' : 'one-end-asks'
  return WAITS.has(near) && WAITS.has(far) ? 'nobody-asks' : 'forms'
}

/** The same of two ports or port-channels. Where the mode of an end is not told, the port-channel is taken to form. */
export function bundlingOf(near: PortSettings, far: PortSettings): Bundling {
  const [own, other] = [near.channelMode.value, far.channelMode.value]
  return own && other ? bundling(own, other) : 'forms'
}

/**
 * Whether this end stops because the far end makes no port-channel with it: suspended, or put out by a guard. Platforms differ in
 * that, so that the option is read, but only where it decides.
 */
export function stopsAlone(near: PortSettings, far: PortSettings, ask: AskOption): boolean {
  return bundlingOf(near, far) !== 'forms' && ask('unbundledMember') === 'stops'
}

/** What a member must have in common with its port-channel, in the order in which it is compared (facts J10). */
const MUST_AGREE = [
  'switching',
  'mode',
  'accessVlan',
  'nativeVlan',
  'allowedVlans',
  'tagNative',
  'trunkGroups',
] as const satisfies readonly PortSettingName[]

/** The settings in which a member of this port-channel may not differ, or is suspended. */
export function mustAgree(bundle: PortSettings): readonly PortSettingName[] {
  return MUST_AGREE.filter((setting) => !isIdle(setting, bundle))
}

/** Settings that say nothing while a port is a trunk, and those that say nothing while it is an access port. */
const IDLE: Readonly<Record<'trunk' | 'access', readonly PortSettingName[]>> = {
  trunk: ['accessVlan', 'voiceVlan'],
  access: ['nativeVlan', 'allowedVlans', 'tagNative', 'trunkGroups', 'negotiate'],
}

/** Whether a setting of a member cannot matter, since its port-channel is routed, or told to be a trunk or an access port. */
export function isIdle(setting: PortSettingName, { switching, mode }: PortSettings): boolean {
  if (!switching.value) return setting !== 'switching'
  return (mode.value === 'trunk' || mode.value === 'access') && IDLE[mode.value].includes(setting)
}
