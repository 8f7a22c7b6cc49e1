import type { Endpoint, Link } from '../net/network.ts'
import type { SourceId } from '../net/settings.ts'
import { findPort } from './find-port.ts'
import type { DeviceReading } from './reading.ts'

/** A cable that the devices themselves told of. */
export type FoundLink = Link & {
  readonly by: 'CDP' | 'LLDP'
  /** Sources of the output, in the list of the device at end `a`. */
  readonly from: readonly SourceId[]
}

/** A cable that a description speaks of: to be confirmed, never taken for one. */
export type SuggestedLink = {
  readonly a: Endpoint
  /** The far device, and its port where the description names that too. */
  readonly b: { readonly device: string; readonly port: string | null }
  /** The description, as written. Not yet safe for a terminal. */
  readonly because: string
}

/** The cables between these devices that CDP and LLDP outputs tell of, each once. Bundles are one cable, between the bundles. */
export function neighbourLinks(devices: readonly DeviceReading[]): FoundLink[] {
  const found = new Map<string, FoundLink>()
  for (const reading of devices) {
    for (const { port, device, farPort, by, from } of reading.observed?.neighbours ?? []) {
      const a = cableEnd(reading, port)
      const far = devices.find((each) => sameDevice(each.name, device))
      const b = far && cableEnd(far, farPort)
      if (!a || !b) continue
      const key = keyOf(a, b)
      if (!found.has(key)) found.set(key, { a, b, by, from })
    }
  }
  return [...found.values()]
}

/**
 * Cables that the descriptions of ports suggest: a description that names another of these devices, and perhaps a port of it. Ports
 * that already have a cable are left out.
 */
export function suggestedLinks(
  devices: readonly DeviceReading[],
  known: readonly Link[] = [],
): SuggestedLink[] {
  // A device alone has no other to speak of; its ports, of which there may be very many, are not even made.
  if (devices.length < 2) return []
  const taken = new Set(known.flatMap(({ a, b }) => [endKey(a), endKey(b)]))
  return devices.flatMap((reading) =>
    reading.device.ports.flatMap(({ name, channel }): SuggestedLink[] => {
      const a = { device: reading.name, port: name }
      const because = reading.notes[name]?.description ?? ''
      if (because === '' || channel.value !== null || taken.has(endKey(a))) return []
      const far = devices.find((each) => each !== reading && namesDevice(because, each.name))
      return far ? [{ a, b: { device: far.name, port: portIn(far, because) }, because }] : []
    }),
  )
}

/** The end of a cable at the port that a text means; a member stands for its bundle (facts J10). Null where there is no such port. */
export function cableEnd(reading: DeviceReading, written: string): Endpoint | null {
  const port = findPort(reading, written)
  return port && { device: reading.name, port: port.channel.value ?? port.name }
}

function sameDevice(name: string, announced: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/\..*$/, '')
  return bare(name) === bare(announced)
}

/** Whether a text names this device: its name, with no letter, digit or dot right before or after it. */
function namesDevice(text: string, name: string): boolean {
  const within = text.toLowerCase()
  const at = within.indexOf(name.toLowerCase())
  if (at < 0) return false
  return !/[a-z0-9.]/.test(within.charAt(at - 1)) && !/[a-z0-9]/.test(within.charAt(at + name.length))
}

/** The first port of a device that a description names. */
function portIn(reading: DeviceReading, text: string): string | null {
  for (const word of text.split(/[\s,;()[\]]+/)) {
    const port = /\d/.test(word) ? findPort(reading, word) : null
    if (port) return port.name
  }
  return null
}

function endKey({ device, port }: Endpoint): string {
  return `${device}\u0000${port}`
}

function keyOf(a: Endpoint, b: Endpoint): string {
  return [endKey(a), endKey(b)].sort().join('\u0001')
}
