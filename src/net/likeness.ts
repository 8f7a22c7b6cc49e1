import type { Network } from './network.ts'
import type { Source } from './settings.ts'

/** Fields that hold what a device is called, its own or where it is pointed at. */
const NAMING: ReadonlySet<string> = new Set(['device', 'host', 'attacker'])

/**
 * Writes plain data so that what differs only in the names of these devices, which stand in the same order, is written alike, and
 * nothing else is.
 */
export function namedByPlace(data: unknown, names: readonly string[]): string {
  const places = new Map(names.map((name, place) => [name, place]))
  return JSON.stringify(data, (field, value) => (NAMING.has(field) ? (places.get(value) ?? value) : value))
}

/** What a run rests on in these sources: not where they are written, nor how. */
export function kindsOf(sources: readonly Source[]): string {
  return sources.map(({ kind }) => kind).join()
}

/**
 * Writes a network, and what is asked of it, so that those are written alike that behave alike: whatever its devices are called and
 * wherever its settings are written.
 */
export function likeness({ devices, links, sources }: Network, question: unknown): string {
  const names = devices.map(({ name }) => name)
  // The devices hold most of what there is to write, and no name but their own.
  const unnamed = JSON.stringify(devices.map((device) => ({ ...device, name: '' })))
  return `${unnamed}${kindsOf(sources)}${namedByPlace({ links, question }, names)}`
}
