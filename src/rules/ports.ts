import type { PortSettingName } from '../net/settings.ts'
import type { DeviceView, PortView } from './view.ts'

/** Ports that a rule speaks of at once, the first as the one that is looked at. */
export type PortGroup = { readonly sample: PortView; readonly names: readonly string[] }

/** Ports of a device that pass, grouped by what a rule can tell apart about them, in the order of the file. */
export function groupPorts(
  device: DeviceView,
  passes: (port: PortView) => boolean,
  key: (port: PortView) => string,
): PortGroup[] {
  const groups = new Map<string, { sample: PortView; names: string[] }>()
  for (const { sample, names } of device.classes) {
    if (!passes(sample)) continue
    const doubt = sample.doubts.length > 0 ? sample.name : ''
    const of = `${key(sample)}|${doubt}`
    const known = groups.get(of)
    if (known) for (const name of names) known.names.push(name)
    else groups.set(of, { sample, names: [...names] })
  }
  return [...groups.values()].map(({ sample, names }) => ({ sample, names: inOrder(device, names) }))
}

/** Names in the order of the file; those of one class are so already. */
function inOrder({ ports }: DeviceView, names: readonly string[]): readonly string[] {
  if (names.length === 1) return names
  const place = (name: string) => ports.get(name)?.index ?? 0
  return [...names].sort((a, b) => place(a) - place(b))
}

/** Whether this is a port with no mode line, whose mode is the platform's default (facts B6, D5b). */
export function modeIsDefault(device: DeviceView, { port }: PortView): boolean {
  const source = device.reading.sources[port.mode.from[0] ?? -1]
  return source === undefined || source.kind === 'default' || source.kind === 'assumed'
}

/** Whether some line made this setting, be it its own, a range's or a template's. */
export function isWritten(
  device: DeviceView,
  { port }: Pick<PortView, 'port'>,
  setting: PortSettingName,
): boolean {
  return port[setting].from.some((id) => device.reading.sources[id]?.line !== undefined)
}
