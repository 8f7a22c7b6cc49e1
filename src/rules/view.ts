import { accountOf } from '../config/line-account.ts'
import type { DeviceReading, LineReading } from '../config/reading.ts'
import type { Endpoint } from '../net/network.ts'
import type { PortSettings } from '../net/settings.ts'
import { ALL_VLANS, type Vid } from '../net/vlan-set.ts'
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

/** Ports of one device that no rule and no attack can tell apart, first to last as written. */
export type PortClass = { readonly sample: PortView; readonly names: readonly string[] }

/** One device with its ports sorted out. */
export type DeviceView = {
  readonly reading: DeviceReading
  readonly ports: ReadonlyMap<string, PortView>
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

/** The line a port's block starts at, 0 where it has none. */
export function headerLine(reading: DeviceReading, port: string): number {
  return reading.notes[port]?.line ?? 0
}

function viewDevice(site: Site, reading: DeviceReading, peers: ReadonlyMap<string, Endpoint>): DeviceView {
  const purposes = site.purposes[reading.name] ?? {}
  const doubtful = accountOf(reading).notUnderstood.filter(({ touches }) => touches.what !== 'nothing')
  const doubts = doubtsOf(doubtful)
  const ports = new Map<string, PortView>()
  const classes = new Map<string, { sample: PortView; names: string[] }>()
  const cabled: PortView[] = []
  for (const [index, port] of reading.device.ports.entries()) {
    const peer = peers.size > 0 ? peers.get(keyOf({ device: reading.name, port: port.name })) : undefined
    const purpose = purposes[port.name]
    const role = roleOf(port, purpose)
    const view: PortView = {
      device: reading.name,
      name: port.name,
      index,
      port,
      purpose,
      // A cable that is known says more than a purpose that was given.
      role: peer && (role === 'entry' || role === 'hypervisor') ? 'link' : role,
      peer,
      doubts: doubts.about(port),
    }
    ports.set(port.name, view)
    if (peer) cabled.push(view)
    const key = classKey(view, reading)
    const known = classes.get(key)
    if (known) known.names.push(port.name)
    else classes.set(key, { sample: view, names: [port.name] })
  }
  return { reading, ports, classes: [...classes.values()], cabled, doubtful }
}

/** Everything of a port that a rule or an attack can tell apart, as one string. */
function classKey({ port, role, purpose, peer, doubts }: PortView, reading: DeviceReading): string {
  const notes = reading.notes[port.name]
  const flags = notes
    ? (notes.bpduGuard ? 1 : 0) + (notes.portFast ? 2 : 0) + (notes.portSecurity ? 4 : 0)
    : 0
  const own = peer || doubts.length > 0 ? port.name : ''
  const [modeFrom = -1] = port.mode.from
  const list = port.allowedVlans.value
  const allowed = list === ALL_VLANS ? '' : list.join(';')
  return `${role}|${purpose}|${port.mode.value}|${reading.sources[modeFrom]?.kind}|${port.negotiate.value}|${port.accessVlan.value}|${port.nativeVlan.value}|${allowed}|${port.voiceVlan.value}|${port.encapsulation.value}|${port.tagNative.value}|${port.enabled.value}|${port.switching.value}|${port.channel.value}|${port.untagged.value}|${port.portFast.value}|${flags}|${own}`
}

const NO_DOUBTS: LineReading[] = []

/** Lines not understood, by what they may change (unknown lines of a port touch that port only). */
function doubtsOf(lines: readonly LineReading[]): { about: (port: PortSettings) => LineReading[] } {
  const everywhere: LineReading[] = []
  const byPort = new Map<string, LineReading[]>()
  const byVlan: { line: LineReading; has: (vlan: Vid) => boolean }[] = []
  for (const line of lines) {
    const { touches } = line
    if (touches.what === 'switch') everywhere.push(line)
    else if (touches.what === 'port') byPort.set(touches.port, [...(byPort.get(touches.port) ?? []), line])
    else if (touches.what === 'ports') {
      for (const port of touches.ports) byPort.set(port, [...(byPort.get(port) ?? []), line])
    } else if (touches.what === 'vlans') {
      byVlan.push({ line, has: (vlan) => touches.vlans.some(([from, to]) => vlan >= from && vlan <= to) })
    }
  }
  return {
    about: (port) => {
      const own = byPort.get(port.name)
      if (!own && everywhere.length === 0 && byVlan.length === 0) return NO_DOUBTS
      const ofVlans = byVlan
        .filter(({ has }) => has(port.accessVlan.value) || has(port.nativeVlan.value))
        .map(({ line }) => line)
      return [...(own ?? []), ...ofVlans, ...everywhere]
    },
  }
}

/** An endpoint as a key of a map; the separator cannot occur in a name that was read. */
export function keyOf(end: Endpoint): string {
  return `${end.device}\u0000${end.port}`
}
