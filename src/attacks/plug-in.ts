import { deviceNamed, type Endpoint, type Network, peerOf, UnmodelledNetwork } from '../net/network.ts'
import type { PortSettings } from '../net/settings.ts'
import { NIC } from '../net/stations/host.ts'
import type { StationSpec } from '../net/stations/station.ts'

/** How an attacker is called where the scene has none. */
const ATTACKER = 'EVIL'

/** The settings of a switch port; throws `UnmodelledNetwork` when there is no such switch or port. */
export function portSettings(network: Network, at: Endpoint): PortSettings {
  const device = deviceNamed(network, at.device)
  const port = device.kind === 'switch' ? device.ports.find((p) => p.name === at.port) : undefined
  if (!port) throw new UnmodelledNetwork(`There is no switch port ${at.device} ${at.port}.`)
  return port
}

/**
 * The network with an attacker in the place of whatever is plugged into this switch port: the cable is pulled, and the
 * station that hung on it is gone. An attacker that is already there keeps its name.
 */
export function plugIn(
  network: Network,
  at: Endpoint,
  spec: StationSpec,
): { network: Network; attacker: string } {
  portSettings(network, at)
  const before = peerOf(network, at)
  const replaced = network.devices.find((d) => d.name === before?.device && d.kind === 'station')
  const others = network.devices.filter((d) => d !== replaced)
  const keepsName =
    replaced?.kind === 'station' && (replaced.spec.kind === 'attacker' || replaced.spec.kind === 'spoofer')
  const attacker = keepsName ? replaced.name : freeName(others.map((d) => d.name))
  const links = network.links.filter(({ a, b }) =>
    [a, b].every(
      (end) => !(end.device === at.device && end.port === at.port) && end.device !== replaced?.name,
    ),
  )
  return {
    attacker,
    network: {
      ...network,
      devices: [...others, { kind: 'station', name: attacker, spec }],
      links: [...links, { a: { device: attacker, port: NIC }, b: at }],
    },
  }
}

function freeName(taken: readonly string[]): string {
  let name = ATTACKER
  for (let n = 2; taken.includes(name); n++) name = `${ATTACKER}-${n}`
  return name
}
