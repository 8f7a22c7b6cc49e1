import { cableEnd, type DeviceReading, type HypervisorReading, neighbourLinks } from '../../config/index.ts'
import { readPortName } from '../../config/port-name.ts'
import { readPortRange } from '../../config/port-range.ts'
import type { Endpoint, Link } from '../../net/network.ts'
import type { OptionValues } from '../../net/options.ts'
import type { Purpose } from '../../rules/purpose.ts'
import type { Service, Site } from '../../rules/site.ts'
import { portBehind } from './device-port.ts'
import type { CheckRequest } from './request.ts'
import { suggestCables } from './suggest-cables.ts'

/** What a user says about a site. */
export type Description = Pick<CheckRequest, 'purposes' | 'services' | 'links' | 'assume'>

/** A site as the user described it, and what of the description fits nothing, as sentences. */
export type DescribedSite = { readonly site: Site; readonly notes: readonly string[] }

/** These devices as one site, with the purposes, services and cables that the user named. */
export function siteOf(
  devices: readonly DeviceReading[],
  hypervisors: readonly HypervisorReading[],
  request: Description,
): DescribedSite {
  const notes: string[] = []
  const settled = devices.map((reading) => assuming(reading, request.assume))
  const links = withHeard(settled, linksOf(settled, request, notes))
  notes.push(...suggestCables(settled, links))
  return {
    site: {
      devices: settled,
      hypervisors,
      links,
      purposes: purposesOf(settled, request, notes),
      services: servicesOf(settled, request, notes),
    },
    notes,
  }
}

/** The device with the options that the user settled; those its platform settles stay as documented. */
function assuming(reading: DeviceReading, assume: OptionValues): DeviceReading {
  if (Object.keys(assume).length === 0) return reading
  return { ...reading, device: { ...reading.device, options: { ...reading.device.options, ...assume } } }
}

function purposesOf(
  devices: readonly DeviceReading[],
  { purposes }: Description,
  notes: string[],
): Record<string, Record<string, Purpose>> {
  const chosen: Record<string, Record<string, Purpose>> = {}
  for (const { ports, purpose } of purposes) {
    let any = false
    for (const reading of devices) {
      for (const name of portsMeant(reading, ports, devices.length > 1)) {
        chosen[reading.name] = { ...chosen[reading.name], [name]: purpose }
        any = true
      }
    }
    if (!any) notes.push(`No port here is called ${ports}, which is said to be for: ${purpose}.`)
  }
  return chosen
}

/** The ports of a device that a text means: a name, a range, several with commas between, all with the device's name before: `SW1 Gi0/1`, `SW1:Gi0/1`. */
function portsMeant(reading: DeviceReading, text: string, several: boolean): string[] {
  const own = portBehind(reading.name, text)
  if (own === null && several && / /.test(text) && !readPortRange(text)) return []
  const written = (own ?? text).split(',').map((name) => name.trim())
  const exact = reading.device.ports.filter(({ name }) => written.includes(name))
  if (exact.length === written.length) return exact.map(({ name }) => name)
  const named = readPortRange(own ?? text)
  if (!named) return []
  const keys = new Set(named.map(({ key }) => key))
  return reading.device.ports
    .map(({ name }) => name)
    .filter((name) => keys.has(readPortName(name)?.key ?? name))
}

function servicesOf(
  devices: readonly DeviceReading[],
  { services }: Description,
  notes: string[],
): Service[] {
  return services
    .map(({ name, vlan, ports }) => {
      const ends = ports.flatMap((text) =>
        devices.flatMap((reading) =>
          portsMeant(reading, text, devices.length > 1).map(
            (port): Endpoint => ({ device: reading.name, port }),
          ),
        ),
      )
      if (ends.length < 2) notes.push(`The service ${name} has fewer than two ends here, so it is not tried.`)
      return { name, vlan, ends }
    })
    .filter(({ ends }) => ends.length >= 2)
}

/** The cables that the user named, each once: those between members of two bundles are one cable. */
function linksOf(devices: readonly DeviceReading[], { links }: Description, notes: string[]): Link[] {
  const found = new Map<string, Link>()
  for (const [a, b] of links) {
    const [near, far] = [endNamed(devices, a), endNamed(devices, b)]
    if (near && far) found.set([endKey(near), endKey(far)].sort().join(), { a: near, b: far })
    else notes.push(`No cable is drawn from ${a} to ${b}: ${near ? b : a} is no port of this site.`)
  }
  return [...found.values()]
}

/** The cables that the user named, and those that the devices' own CDP and LLDP outputs tell of at ports without one. */
function withHeard(devices: readonly DeviceReading[], named: readonly Link[]): Link[] {
  const taken = new Set(named.flatMap(({ a, b }) => [endKey(a), endKey(b)]))
  const heard = neighbourLinks(devices).filter(({ a, b }) => !taken.has(endKey(a)) && !taken.has(endKey(b)))
  return [...named, ...heard.map(({ a, b }) => ({ a, b }))]
}

function endKey({ device, port }: Endpoint): string {
  return `${device}\u0000${port}`
}

function endNamed(devices: readonly DeviceReading[], text: string): Endpoint | null {
  for (const reading of devices) {
    const own = portBehind(reading.name, text)
    const end = own === null ? null : cableEnd(reading, own)
    if (end) return end
  }
  return null
}
