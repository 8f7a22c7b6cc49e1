import { effectiveMode } from '../net/dtp.ts'
import type { PortSettings } from '../net/settings.ts'
import { type VlanSet, vlanSet } from '../net/vlan-set.ts'
import { permissive } from './passage.ts'
import { groupPorts, type PortGroup } from './ports.ts'
import { type DeviceView, type PortView, portOf, type SiteView } from './view.ts'

/** VLANs a trunk carries for nobody: those of dead technologies, which every IOS switch lists (facts D7). */
export const LEGACY_VLANS: VlanSet = vlanSet([1002, 1005])

/** Whether this is a live port that is a trunk by its own configuration. Members of a bundle are judged on the bundle. */
export function isStaticTrunk(device: DeviceView, view: PortView): boolean {
  if (view.role === 'idle' || view.role === 'member' || view.role === 'own') return false
  return effectiveMode(view.port, permissive(device.reading.device)) === 'trunk'
}

/** The live static trunks of a device that pass, grouped by what a rule can tell apart about them. */
export function groupTrunks(
  device: DeviceView,
  passes: (port: PortView) => boolean,
  key: (port: PortView) => string,
): PortGroup[] {
  return groupPorts(device, (port) => isStaticTrunk(device, port) && passes(port), key)
}

/** The lines that make this port a trunk whatever it hears; first its encapsulation, where that is still to be agreed on (facts D3). */
export function staticTrunkLines({ encapsulation }: PortSettings): string[] {
  const told = encapsulation.value === 'negotiate' ? ['switchport trunk encapsulation dot1q'] : []
  return [...told, 'switchport mode trunk']
}

/** Whether the far end was read and is a trunk by its own configuration, so that silence here takes nothing from it. */
export function farEndIsStatic(view: SiteView, { peer }: PortView): boolean {
  const far = peer && portOf(view, peer)
  return far?.port.mode.value === 'trunk'
}
