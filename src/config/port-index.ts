import type { PortSettingName, PortSettings, Source, SourceId } from '../net/settings.ts'
import type { DeviceReading, PortNotes } from './reading.ts'

/**
 * The ports of a reading and what they rest on, asked for one by one. A large text has tens of thousands of ports and lines, most of
 * them alike: whoever asks here has only those made that are looked at. Ports are counted from 0 in the order of the text.
 */
export type PortIndex = {
  readonly names: readonly string[]
  /** Ports that the very same lines made, ascending: equal in all but name, description and the numbers of their lines. */
  readonly alike: readonly (readonly number[])[]
  /** The place of the port of this name. */
  readonly place: (name: string) => number | undefined
  readonly port: (place: number) => PortSettings | undefined
  readonly notes: (place: number) => PortNotes | undefined
  /** The line a port's block starts at, 0 where it has none. */
  readonly headerLine: (place: number) => number
  /** What a setting of a port rests on. */
  readonly sourcesOf: (place: number, setting: PortSettingName) => readonly SourceId[]
  readonly source: (id: SourceId) => Source | undefined
  /** The line of the file that a source is; undefined for one that is no line. */
  readonly lineOf: (id: SourceId) => number | undefined
}

const KEPT = new WeakMap<DeviceReading, PortIndex>()

/** Keeps the index that a reading was made with. A changed copy of the reading gets another. */
export function keepIndex(reading: DeviceReading, index: PortIndex): DeviceReading {
  KEPT.set(reading, index)
  return reading
}

/** The index of a reading: the one it was made with, else one of its lists, in which every port stands for itself. */
export function indexOf(reading: DeviceReading): PortIndex {
  const kept = KEPT.get(reading)
  if (kept) return kept
  const index = listed(reading)
  keepIndex(reading, index)
  return index
}

function listed({ device, notes, sources }: DeviceReading): PortIndex {
  const { ports } = device
  const names = ports.map(({ name }) => name)
  const places = new Map(names.map((name, place) => [name, place]))
  const notesAt = (place: number) => notes[names[place] ?? '']
  return {
    names,
    alike: names.map((_, place) => [place]),
    place: (name) => places.get(name),
    port: (place) => ports[place],
    notes: notesAt,
    headerLine: (place) => notesAt(place)?.line ?? 0,
    sourcesOf: (place, setting) => ports[place]?.[setting].from ?? [],
    source: (id) => sources[id],
    lineOf: (id) => sources[id]?.line,
  }
}
