import { findPort, shortPortName } from '../../config/index.ts'
import { BadUse } from '../../edge/bad-use.ts'
import type { Endpoint } from '../../net/network.ts'
import { printable } from '../../words/printable.ts'
import { portBehind } from '../check/device-port.ts'
import type { ReadFile } from '../check/read-file.ts'
import { nearest } from '../nearest.ts'

/** A switch or a host of the files, and how a person finds a port or a port group of it. */
type Place = {
  readonly name: string
  readonly ports: readonly string[]
  readonly find: (written: string) => string | undefined
}

/**
 * The port that a person names, as `PORT`, `DEVICE PORT` or `DEVICE:PORT`; on a host a port group. Throws `BadUse` where it is none,
 * with the name that is near, and where several devices have it, with their names.
 */
export function portMeant(files: readonly ReadFile[], written: string): Endpoint {
  const places = placesOf(files)
  const found = endsCalled(places, written)
  const [first, ...others] = found
  if (!first) throw new BadUse(printable(noSuchPort(places, files, written)))
  if (others.length === 0) return first
  const devices = found.map(({ device }) => device).join(', ')
  throw new BadUse(
    printable(
      `${found.length} devices have a port ${written}: ${devices}. Say which: ${first.device}:${written}.`,
    ),
  )
}

function placesOf(files: readonly ReadFile[]): Place[] {
  return files.flatMap(({ devices, hypervisors }): Place[] => [
    ...devices.map((reading) => ({
      name: reading.name,
      ports: reading.device.ports.map(({ name }) => name),
      find: (written: string) => findPort(reading, written)?.name,
    })),
    ...hypervisors.map(({ name, portGroups }) => {
      const ports = portGroups.map((group) => group.name)
      return { name, ports, find: (written: string) => ports.find((each) => each === written) }
    }),
  ])
}

/** Where a device is named before the port, it alone counts. */
function endsCalled(places: readonly Place[], written: string): Endpoint[] {
  const ends = (textFor: (name: string) => string | null) =>
    places.flatMap(({ name, find }): Endpoint[] => {
      const text = textFor(name)
      const port = text === null ? undefined : find(text)
      return port === undefined ? [] : [{ device: name, port }]
    })
  const named = ends((name) => portBehind(name, written))
  return named.length > 0 ? named : ends(() => written)
}

function noSuchPort(places: readonly Place[], files: readonly ReadFile[], written: string): string {
  const named = places.find(({ name }) => portBehind(name, written) !== null)
  const [only, ...more] = named ? [named] : places
  if (!only) return `There is no device in ${files.map(({ path }) => path).join(', ')}.`
  if (more.length === 0) {
    const port = portBehind(only.name, written) ?? written
    const near = nearest(
      port,
      only.ports.flatMap((name) => [name, shortPortName(name)]),
    )
    return `${only.name} has no port ${port}${near === undefined ? '.' : `; is ${near} meant?`}`
  }
  const names = places.map(({ name }) => name)
  const [, device = '', port] = /^(.+?)[ :](.+)$/.exec(written) ?? []
  if (port === undefined) return `None of ${listed(names)} has a port ${written}.`
  const near = nearest(device, names)
  return `There is no device ${device}; ${near === undefined ? `there are ${listed(names)}.` : `is ${near} meant?`}`
}

/** Names that a sentence takes; of more the rest is counted. */
const NAMED = 8

function listed(names: readonly string[]): string {
  const rest = names.length - NAMED
  return rest > 0 ? `${names.slice(0, NAMED).join(', ')} and ${rest} more` : names.join(', ')
}
