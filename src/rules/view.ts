import { takesShellCommands } from '../config/host-commands.ts'
import { ownPortOf } from '../config/host-switch.ts'
import { accountOf } from '../config/line-account.ts'
import { indexOf, type PortIndex } from '../config/port-index.ts'
import type { DeviceReading, LineReading } from '../config/reading.ts'
import type { Endpoint } from '../net/network.ts'
import type { PortSettings } from '../net/settings.ts'
import { Doubts } from './doubts.ts'
import { portClasses } from './port-classes.ts'
import { type Purpose, type Role, roleOf } from './purpose.ts'
import type { Site } from './site.ts'

/** One port as rules look at it. */
export type PortView = {
  readonly device: string
  readonly name: string
  /** Position among the device's ports, from 0. */
  readonly index: number
  readonly port: PortSettings
  readonly purpose: Purpose | undefined
  readonly role: Role
  /** The far end of its cable, where both ends are known. */
  readonly peer: Endpoint | undefined
  /** Lines that were not understood and may change this port. */
  readonly doubts: readonly LineReading[]
}

/** Ports of one device that no rule and no attack can tell apart, first to last as written, with their places in the index. */
export type PortClass = {
  readonly sample: PortView
  readonly names: readonly string[]
  readonly places: readonly number[]
}

/** The ports of a device by name. A port is looked at when somebody asks for it: of a large switch the classes tell nearly all. */
export type PortViews = {
  readonly get: (name: string) => PortView | undefined
  readonly has: (name: string) => boolean
}

/** One device with its ports sorted out. */
export type DeviceView = {
  readonly reading: DeviceReading
  readonly index: PortIndex
  readonly ports: PortViews
  readonly classes: readonly PortClass[]
  /** Ports whose far end is known, in the order of the file. */
  readonly cabled: readonly PortView[]
  /** Lines that were not understood and may matter to our subject. */
  readonly doubtful: readonly LineReading[]
}

/** A site as rules and attacks look at it. */
export type SiteView = { readonly site: Site; readonly devices: ReadonlyMap<string, DeviceView> }

/** Sorts a site out: roles, cables, doubts and classes of equal ports, in one pass over the ports. */
export function viewSite(site: Site): SiteView {
  const peers = new Map<string, Endpoint>()
  for (const { a, b } of site.links) {
    peers.set(keyOf(a), b)
    peers.set(keyOf(b), a)
  }
  const devices = site.devices.map((reading) => [reading.name, viewDevice(site, reading, peers)] as const)
  return { site, devices: new Map(devices) }
}

/** The view of a port; undefined where the site has no such device or port. */
export function portOf(view: SiteView, at: Endpoint): PortView | undefined {
  return view.devices.get(at.device)?.ports.get(at.port)
}

/** The view of a device; throws `RangeError` for a name that is not in the site, since names come from the site. */
export function deviceOf(view: SiteView, name: string): DeviceView {
  const found = view.devices.get(name)
  if (!found) throw new RangeError(`The site has no device called ${name}.`)
  return found
}

function viewDevice(site: Site, reading: DeviceReading, peers: ReadonlyMap<string, Endpoint>): DeviceView {
  const index = indexOf(reading)
  const purposes = site.purposes[reading.name] ?? {}
  const doubtful = accountOf(reading).notUnderstood.filter(({ touches }) => touches.what !== 'nothing')
  const doubts = new Doubts(doubtful)
  const peerOf = (port: string) =>
    peers.size > 0 ? peers.get(keyOf({ device: reading.name, port })) : undefined
  const own = takesShellCommands(reading) ? ownPortOf(reading)?.name : undefined
  // Who holds the host of a bridge has no need to attack it: its own port is a way in only where its user says so.
  const roleAt = (port: PortSettings, purpose: Purpose | undefined): Role =>
    port.name === own && purpose === undefined && port.enabled.value ? 'own' : roleOf(port, purpose)
  const views: PortView[] = []
  const lookAt = (place: number): PortView => {
    const known = views[place]
    if (known) return known
    const port = index.port(place)
    if (!port) throw new RangeError(`${reading.name} has no port ${place}.`)
    const purpose = purposes[port.name]
    const role = roleAt(port, purpose)
    const peer = peerOf(port.name)
    const view: PortView = {
      device: reading.name,
      name: port.name,
      index: place,
      port,
      purpose,
      // A cable that is known says more than a purpose that was given.
      role: peer && (role === 'entry' || role === 'hypervisor' || role === 'own') ? 'link' : role,
      peer,
      doubts: doubts.about(port),
    }
    views[place] = view
    return view
  }
  const isToldApart = (name: string, like: PortView) =>
    purposes[name] !== undefined ||
    name === own ||
    peerOf(name) !== undefined ||
    doubts.concern(name, like.port)
  return {
    reading,
    index,
    ports: {
      get: (name) => {
        const place = index.place(name)
        return place === undefined ? undefined : lookAt(place)
      },
      has: (name) => index.place(name) !== undefined,
    },
    classes: portClasses(index, lookAt, isToldApart),
    cabled: index.names.flatMap((name, place) => (peerOf(name) ? [lookAt(place)] : [])),
    doubtful,
  }
}

/** An endpoint as a key of a map; the separator cannot occur in a name that was read. */
export function keyOf(end: Endpoint): string {
  return `${end.device}\u0000${end.port}`
}
