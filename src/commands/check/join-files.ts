import { basename } from 'node:path'
import { type DeviceReading, joinHypervisors } from '../../config/index.ts'
import type { Site } from '../../rules/site.ts'
import type { ReadFile } from './read-file.ts'
import { type Description, siteOf } from './site-of.ts'

/** Files that are one site, and what of their description fits nothing, as sentences. */
export type JoinedFiles = {
  /** Each with its devices under names of their own, and every host that it tells of. */
  readonly files: readonly ReadFile[]
  readonly site: Site
  readonly notes: readonly string[]
}

/** Several files as one site, with the cables between their devices. */
export function joinFiles(read: readonly ReadFile[], description: Description): JoinedFiles {
  const hosts = joinHypervisors(read.flatMap(({ hypervisors }) => hypervisors))
  const apart = namedApart(read)
  const files = apart.files.map((file) => ({
    ...file,
    hypervisors: hosts.filter(({ lines }) => lines.some((line) => line.file === file.path)),
  }))
  const { site, notes } = siteOf(
    files.flatMap(({ devices }) => devices),
    hosts,
    description,
  )
  return { files, site, notes: [...apart.notes, ...notes] }
}

/** The files with every switch under a name that no other has, and what was renamed, as sentences. */
export function namedApart(read: readonly ReadFile[]): Pick<JoinedFiles, 'files' | 'notes'> {
  const taken = new Set<string>()
  const notes: string[] = []
  const files = read.map((file) => {
    const devices = file.devices.map((reading) => {
      const { name } = reading
      const own = freeName(name, basename(file.path), taken)
      taken.add(own)
      if (own === name) return reading
      notes.push(`Two devices are called ${name}; ${apart(file, name, own)}`)
      return renamed(reading, own)
    })
    return { ...file, devices }
  })
  return { files, notes }
}

function apart({ path, devices }: ReadFile, name: string, own: string): string {
  const inOneFile = devices.filter((each) => each.name === name).length > 1
  return inOneFile
    ? `the later one in ${path} is called "${own}" here. If both texts are of one device, keep the one that holds.`
    : `the one in ${path} is called "${own}" here. If both texts are of one device, put them into one file.`
}

function renamed(reading: DeviceReading, name: string): DeviceReading {
  return { ...reading, name, device: { ...reading.device, name } }
}

function freeName(name: string, file: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  let own = `${name} (${file})`
  for (let n = 2; taken.has(own); n++) own = `${name} (${file}, ${n})`
  return own
}
