import type { DeviceReading } from '../../src/config/index.ts'
import type { PerVlan } from '../../src/net/per-vlan.ts'
import { showVlans } from '../../src/net/vlan-set.ts'

/** A device as text that a person can check against its configuration: the form of the `.expected` files. */
export function summary(reading: DeviceReading): string {
  const { device } = reading
  const lines = [
    `device ${reading.name}, ${reading.dialect}, ${reading.profile}`,
    `vlans ${showVlans(device.vlans.existing.value)}; suspended ${showVlans(device.vlans.suspended.value)}`,
    `vtp ${device.vtpMode.value} "${device.vtpDomain.value}"; native tagged ${device.tagNative.value}`,
  ]
  for (const { name, vlans } of device.vlans.groups) lines.push(`group ${name}: ${showVlans(vlans.value)}`)
  lines.push(...numbers('priority', device.bridgePriority.value))
  if (device.pathCostMethod.value !== 'platform-default') lines.push(`costs ${device.pathCostMethod.value}`)
  if (reading.edgePorts) lines.push('access ports are edge ports')
  for (const port of device.ports) {
    const notes = reading.notes[port.name]
    const flags = [
      port.switching.value ? '' : 'routed',
      port.enabled.value ? '' : 'shut',
      port.negotiate.value ? '' : 'nonegotiate',
      port.voiceVlan.value === 'none' ? '' : `voice ${port.voiceVlan.value}`,
      port.encapsulation.value === 'dot1q' ? '' : port.encapsulation.value,
      port.tagNative.value === 'inherit' ? '' : `native tag ${port.tagNative.value}`,
      port.trunkGroups.value.length > 0 ? `in groups ${port.trunkGroups.value.join(' ')}` : '',
      port.untagged.value === 'drop' ? 'tagged only' : '',
      port.egressUntagged.value.length > 0 ? `${showVlans(port.egressUntagged.value)} untagged` : '',
      port.channel.value === null ? '' : `in ${port.channel.value}`,
      notes?.bpduGuard ? 'guarded' : '',
      notes?.portFast ? 'edge' : '',
      notes?.ownPortFast === 'off' ? 'no edge' : '',
      ...numbers('cost', port.pathCost.value),
      ...numbers('port priority', port.portPriority.value),
      notes?.portSecurity ? 'secured' : '',
      ...(notes?.differs ?? []).map(({ setting }) => `differs in ${setting}`),
    ].filter((flag) => flag !== '')
    lines.push(
      `${port.name} | ${port.mode.value} | access ${port.accessVlan.value} | native ${port.nativeVlan.value} | allowed ${showVlans(port.allowedVlans.value)}${flags.map((flag) => ` | ${flag}`).join('')}`,
    )
  }
  for (const { vlan, hasAddress, enabled } of reading.vlanInterfaces) {
    lines.push(`Vlan${vlan} | ${hasAddress ? 'address' : 'no address'} | ${enabled ? 'up' : 'shut'}`)
  }
  for (const { line, state, touches, text } of reading.lines) {
    if (state === 'modelled' || state === 'harmless') continue
    lines.push(`line ${line} ${state} (${touches.what}): ${text.trim()}`)
  }
  for (const [port, { operating }] of Object.entries(reading.observed?.ports ?? {})) {
    lines.push(`seen: ${port} ${operating}`)
  }
  for (const { port, device: far, farPort, by, nativeVlan } of reading.observed?.neighbours ?? []) {
    lines.push(`neighbour: ${port} - ${far} ${farPort} (${by}, VLAN ${nativeVlan ?? 'not told'})`)
  }
  for (const assumption of reading.assumptions) lines.push(`assumed: ${assumption}`)
  return `${lines.join('\n')}\n`
}

/** `cost 4 | cost 100 in 10,20` */
function numbers(name: string, { all, own }: PerVlan): string[] {
  return [
    ...(all === null ? [] : [`${name} ${all}`]),
    ...own.map(({ vlans, value }) => `${name} ${value} in ${showVlans(vlans)}`),
  ]
}
