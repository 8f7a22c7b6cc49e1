import type { PortSettings } from '../net/settings.ts'
import type { DeviceDraft } from './device-draft.ts'
import { isOwn, newPortDraft, type PortDefaults, type PortDraft } from './port-draft.ts'
import { readPortName } from './port-name.ts'
import type { MemberDifference } from './reading.ts'

/** Settings that a member takes from its bundle, where no line of its own says another (facts J10). */
export const INHERITED = [
  'switching',
  'mode',
  'negotiate',
  'accessVlan',
  'nativeVlan',
  'allowedVlans',
  'voiceVlan',
  'encapsulation',
  'tagNative',
  'trunkGroups',
] as const satisfies readonly (keyof PortDefaults)[]

/** The port-channel that a port is a member of, null where it is none. */
export function bundleOf(draft: DeviceDraft, port: PortDraft): PortDraft | null {
  const id = port.settings.channel.value === null ? null : readPortName(port.settings.channel.value)
  return (id && draft.ports.get(id)) ?? null
}

/**
 * The settings of port-channels and their members, by what their own lines say: a member has its bundle's, but for what its own lines
 * say otherwise; a bundle agrees with the far end as its first member does. A port-channel that only its members name takes its
 * settings from the first of them, as the device does when it makes one.
 */
export function settleMembers(draft: DeviceDraft): ReadonlyMap<PortSettings, PortSettings> {
  const members = draft.ports.filter(({ settings }) => settings.channel.value !== null)
  for (const port of members) implyBundle(draft, port)
  const settled = new Map<PortSettings, PortSettings>()
  for (const port of members) {
    const bundle = bundleOf(draft, port)
    if (!bundle) continue
    settled.set(port.settings, inherited(port, bundle))
    const { channelMode } = port.settings
    if (!settled.has(bundle.settings)) settled.set(bundle.settings, { ...bundle.settings, channelMode })
  }
  return settled
}

function implyBundle(draft: DeviceDraft, { settings }: PortDraft): void {
  const id = settings.channel.value === null ? null : readPortName(settings.channel.value)
  if (!id || draft.ports.has(id)) return
  const bundle = newPortDraft(id.written, draft.defaults, 0)
  const { channel, channelMode } = draft.defaults
  Object.assign(bundle.settings, settings, { name: id.written, channel, channelMode })
  draft.ports.set(id, bundle)
}

/** A member that is shut stays shut. */
function inherited(port: PortDraft, bundle: PortDraft): PortSettings {
  const own = differencesFrom(bundle, port)
  const differs = (name: string) => own.some(({ setting }) => setting === name)
  const taken = Object.fromEntries(
    INHERITED.filter((name) => !differs(name)).map((name) => [name, bundle.settings[name]]),
  )
  const channel = { ...port.settings.channel, value: bundle.settings.name }
  const enabled = port.settings.enabled.value ? bundle.settings.enabled : port.settings.enabled
  return { ...port.settings, ...taken, channel, enabled }
}

/** The settings that a member's own lines give another value than its bundle has. */
export function differencesFrom(bundle: PortDraft, port: PortDraft): MemberDifference[] {
  return INHERITED.filter((name) => {
    if (!isOwn(port, name)) return false
    return JSON.stringify(port.settings[name].value) !== JSON.stringify(bundle.settings[name].value)
  }).map((setting) => ({ setting, own: port.settings[setting] }))
}
