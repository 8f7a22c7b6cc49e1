import { commonVlans, eachVlan, unionVlans, type VlanSet, vlanSet, withoutVlans } from '../net/vlan-set.ts'
import type { Command } from './command.ts'
import { cliDialectNamed, dialectNamed } from './dialects.ts'
import type { DeviceReading } from './reading.ts'
import { vlanInterfaceLines } from './vlan-interface-line.ts'
import { styleOf, writePort } from './write-port.ts'

/**
 * The device's switching configuration as a running-config: what the simulator holds, and nothing of what it does not. To change a
 * file that a person has, edit that file instead.
 */
export function writeConfig(reading: DeviceReading): string {
  const shell = dialectNamed(reading.dialect)?.shell
  if (shell) return shell.write(reading)
  const { device, notes } = reading
  const style = styleOf(reading)
  const blocks: string[][] = [[`hostname ${reading.name}`]]
  const dialect = cliDialectNamed(reading.dialect)
  const { vtpMode, vtpDomain, builtInVlans } = dialect.defaults(style, () => 0)
  const vtp = [
    ...(device.vtpDomain.value === vtpDomain.value ? [] : [`vtp domain ${device.vtpDomain.value}`]),
    ...(device.vtpMode.value === vtpMode.value ? [] : [`vtp mode ${device.vtpMode.value}`]),
  ]
  if (vtp.length > 0) blocks.push(vtp)
  for (const { writeDevice } of dialect.globalCommands) {
    const lines = writeDevice?.(reading) ?? []
    if (lines.length > 0) blocks.push([...lines])
  }
  blocks.push(...vlanBlocks(reading, dialect.vlanCommands, builtInVlans))
  for (const port of device.ports) blocks.push(writePort(port, style, notes[port.name]))
  for (const svi of reading.vlanInterfaces) {
    blocks.push([`interface Vlan${svi.vlan}`, ...vlanInterfaceLines(null, svi).map((line) => ` ${line}`)])
  }
  return `${blocks.map((block) => block.join('\n')).join('\n!\n')}\n!\nend\n`
}

/** The VLANs that have a line of their own, where the text is where VLANs live (facts J3): not the built-in ones that nothing is told. */
function vlanBlocks(reading: DeviceReading, rows: readonly Command[], builtIn: VlanSet): string[][] {
  const { existing } = reading.device.vlans
  const listed = listsVlans(reading)
  const own = listed
    ? unionVlans(withoutVlans(existing.value, builtIn), commonVlans(existing.value, toldVlans(reading)))
    : namedVlans(reading)
  // A text without any VLAN line would be taken for a part of one, whose VLANs are not known.
  if (listed && own.length === 0) return [['vlan 1']]
  const writing = rows.flatMap(({ writeVlan }) => writeVlan ?? [])
  return [...eachVlan(own)].map((vlan) => {
    const lines = writing.flatMap((linesOf) => linesOf(reading, vlan))
    return [`vlan ${vlan}`, ...lines.map((line) => ` ${line}`)]
  })
}

/** The VLANs that are told something besides their name. */
function toldVlans({ device: { vlans } }: DeviceReading): VlanSet {
  return vlans.groups.reduce((all, group) => unionVlans(all, group.vlans.value), vlans.suspended.value)
}

/** Whether the VLANs that exist stand in the configuration itself, and are not assumed (facts J3). */
export function listsVlans({ device, sources }: DeviceReading): boolean {
  const { vtpMode } = device
  const kept = vtpMode.value === 'transparent' || vtpMode.value === 'off'
  return kept && device.vlans.existing.from.every((id) => sources[id]?.kind !== 'assumed')
}

function namedVlans(reading: DeviceReading): VlanSet {
  return unionVlans(vlanSet(...Object.keys(reading.vlanNames).map(Number)), toldVlans(reading))
}
