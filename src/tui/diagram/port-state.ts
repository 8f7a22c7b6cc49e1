import type { Endpoint } from '../../net/network.ts'
import type { NetworkState, PortState } from '../../net/state.ts'

/** How the end of a cable is drawn. A station's end has no mode: it follows the switch it is cabled to. */
export type LineStyle = 'trunk' | 'access' | 'down'

/** The switch port at this end of a cable at a moment; null for a station. */
export function portAt(state: NetworkState, end: Endpoint): PortState | null {
  return state.switches[end.device]?.ports[end.port] ?? null
}

/** How a port's half of the cable looks. */
export function styleOf(port: PortState | null): LineStyle | null {
  if (!port) return null
  if (!port.settings.enabled.value) return 'down'
  return port.operating
}

/** What a port is at this moment, in the few cells below its cable. */
export function portNote(port: PortState | null): string {
  if (!port) return ''
  if (!port.settings.enabled.value) return 'shutdown'
  if (!port.settings.switching.value) return 'routed'
  return port.operating === 'trunk'
    ? `native ${port.settings.nativeVlan.value}`
    : `VLAN ${port.settings.accessVlan.value}`
}
