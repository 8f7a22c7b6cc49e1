import type { PortSettingName, PortSettings, Setting, Source } from '../settings.ts'
import type { PortRun, SwitchRun } from './switch-run.ts'

/** What members of a port-channel must have in common with it (facts J10). */
const MUST_AGREE = [
  'switching',
  'mode',
  'accessVlan',
  'nativeVlan',
  'allowedVlans',
  'tagNative',
] as const satisfies readonly PortSettingName[]

/** Values that a person put on the port itself; all others are inherited from the port-channel. */
const OWN: ReadonlySet<Source['kind']> = new Set(['written', 'typed', 'range', 'template'])

/**
 * Makes every port-channel of a switch one port: its members' jacks lead to it, in the order of the ports. The port-channel is
 * the port that bears its name, else its first member. A member whose own lines differ is suspended and bridges nothing.
 */
export function bundle(device: SwitchRun, sources: readonly Source[]): void {
  const leaders = new Map<string, PortRun>()
  for (const port of device.ports.values()) {
    const name = port.settings.channel.value
    if (name !== null && !leaders.has(name)) leaders.set(name, device.ports.get(name) ?? port)
  }
  for (const port of device.ports.values()) {
    port.jacks = []
    port.suspendedBy = null
  }
  for (const port of device.ports.values()) {
    const leader = leaders.get(port.settings.channel.value ?? '') ?? port
    const differs = leader === port ? null : difference(port.settings, leader.settings, sources)
    port.suspendedBy = differs
    const through = differs || !port.settings.enabled.value ? port : leader
    port.ownJack.port = through
    through.jacks.push(port.ownJack)
  }
  device.changed()
}

function difference(
  own: PortSettings,
  leader: PortSettings,
  sources: readonly Source[],
): Setting<unknown> | null {
  for (const name of MUST_AGREE) {
    const setting = own[name]
    const written = setting.from.some((id) => OWN.has(sources[id]?.kind ?? 'default'))
    if (written && JSON.stringify(setting.value) !== JSON.stringify(leader[name].value)) return setting
  }
  return null
}
