import type { Vid } from '../net/vlan-set.ts'
import type { DeviceView } from './view.ts'

/** The VLANs that only ports which are shut are in: where a switch parks what is not in use. VLAN 1 is no such place. */
export function parkingVlans({ reading, classes }: DeviceView): Vid[] {
  const parked = new Set<Vid>()
  const live = new Set<Vid>([1])
  for (const { vlan, hasAddress, enabled } of reading.vlanInterfaces)
    if (hasAddress && enabled) live.add(vlan)
  for (const { sample } of classes) {
    const { port } = sample
    if (!port.switching.value || sample.role === 'member') continue
    if (port.enabled.value)
      live.add(port.mode.value === 'trunk' ? port.nativeVlan.value : port.accessVlan.value)
    else parked.add(port.accessVlan.value)
  }
  return [...parked].filter((vlan) => !live.has(vlan))
}
