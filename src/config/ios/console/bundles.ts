import { mustAgree } from '../../../net/bundling.ts'
import type { Network, Switch } from '../../../net/network.ts'
import { defaultPort, type PortSettings } from '../../../net/settings.ts'
import { shortPortName } from '../../port-name.ts'
import type { DeviceReading } from '../../reading.ts'
import type { TypedChange } from '../../typed-change.ts'

/** A network in which somebody types at one switch. */
type Place = { readonly network: Network; readonly device: string }

/**
 * The network with a place for every port-channel that this change makes. A port-channel without members has no cable and does
 * nothing, so that it may stand there from the start; the change itself gives it its settings and its members (facts J10).
 */
export function withBundles({ network, device }: Place, { ports }: TypedChange): Network {
  const at = network.devices.find(({ name }) => name === device)
  if (at?.kind !== 'switch') return network
  const known = new Set(at.ports.map(({ name }) => name))
  const made = ports.map(({ port }) => port).filter((port) => !known.has(port))
  if (made.length === 0) return network
  const source = network.sources.length
  const places = made.map((name) => defaultPort(name, 'access', source))
  const grown: Switch = { ...at, ports: [...at.ports, ...places] }
  return {
    ...network,
    devices: network.devices.map((each) => (each === at ? grown : each)),
    sources: [...network.sources, { kind: 'default', text: 'A port-channel that is not made yet' }],
  }
}

/**
 * What has to be said of port-channels after lines were typed: one that its first member made, and a member whose own lines now say
 * something else than its port-channel. What a device answers to either is not settled (facts J10).
 */
export function bundleRemarks(before: DeviceReading, after: DeviceReading): string[] {
  const had = new Set(before.device.ports.map(({ name }) => name))
  const said = after.device.ports.flatMap(({ name, channel }) => {
    const bundle = channel.value
    if (bundle === null) return []
    const made = had.has(bundle) ? [] : [`${bundle} is made, with the settings of its first member.`]
    const whole = after.device.ports.find((port) => port.name === bundle)
    return whole && differsNow(name, whole, before, after) ? [...made, differing(name, bundle)] : made
  })
  return [...new Set(said)]
}

function differsNow(
  port: string,
  bundle: PortSettings,
  before: DeviceReading,
  after: DeviceReading,
): boolean {
  const known = before.notes[port]?.differs.map(({ setting }) => setting) ?? []
  const telling = mustAgree(bundle).filter((setting) => !known.includes(setting))
  return after.notes[port]?.differs.some(({ setting }) => telling.includes(setting)) ?? false
}

function differing(port: string, bundle: string): string {
  const [member, whole] = [shortPortName(port), shortPortName(bundle)]
  return `${member} is a member of ${whole} and now has lines of its own that differ: a device refuses them or suspends the port. Here it is suspended; make it like ${whole} again, or configure that one.`
}
