import type { PortNotes } from '../config/reading.ts'
import type { PortSettingName } from '../net/settings.ts'
import { inOrder } from './port-classes.ts'
import type { DeviceView, PortView } from './view.ts'

/** Ports that a rule speaks of at once, the first as the one that is looked at. */
export type PortGroup = { readonly sample: PortView; readonly names: readonly string[] }

/** Ports of a device that pass, grouped by what a rule can tell apart about them, in the order of the file. */
export function groupPorts(
  device: DeviceView,
  passes: (port: PortView) => boolean,
  key: (port: PortView) => string,
): PortGroup[] {
  const groups = new Map<string, { sample: PortView; parts: (readonly number[])[] }>()
  for (const { sample, places } of device.classes) {
    if (!passes(sample)) continue
    const doubt = sample.doubts.length > 0 ? sample.name : ''
    const of = `${key(sample)}|${doubt}`
    const known = groups.get(of)
    if (known) known.parts.push(places)
    else groups.set(of, { sample, parts: [places] })
  }
  const { names } = device.index
  return [...groups.values()].map(({ sample, parts }) => ({
    sample,
    names: inOrder(parts).map((place) => names[place] ?? ''),
  }))
}

/** The ports of a device that pass, one by one, in the order of the file. */
export function portsThat(device: DeviceView, passes: (port: PortView) => boolean): PortView[] {
  return placed(
    device,
    inOrder(device.classes.filter(({ sample }) => passes(sample)).map(({ places }) => places)),
  )
}

/** The ports of a device on which the text noted something that no setting says, in the order of the file. */
export function portsNoted(device: DeviceView, passes: (notes: PortNotes) => boolean): PortView[] {
  const noted = device.index.alike.filter(([first = 0]) => {
    const notes = device.index.notes(first)
    return notes !== undefined && passes(notes)
  })
  return placed(device, inOrder(noted))
}

function placed({ index, ports }: DeviceView, places: readonly number[]): PortView[] {
  return places.flatMap((place) => ports.get(index.names[place] ?? '') ?? [])
}

/** Whether this is a port with no mode line, whose mode is the platform's default (facts B6, D5b). */
export function modeIsDefault(device: DeviceView, { port }: PortView): boolean {
  const source = device.index.source(port.mode.from[0] ?? -1)
  return source === undefined || source.kind === 'default' || source.kind === 'assumed'
}

/** Whether some line made this setting, be it its own, a range's or a template's. */
export function isWritten(
  device: DeviceView,
  { port }: Pick<PortView, 'port'>,
  setting: PortSettingName,
): boolean {
  return port[setting].from.some((id) => device.index.lineOf(id) !== undefined)
}
