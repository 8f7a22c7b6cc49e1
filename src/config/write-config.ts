import { eachVlan, hasVlan, sameVlans, type VlanSet, withoutVlans } from '../net/vlan-set.ts'
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
  blocks.push(...vlanBlocks(reading, builtInVlans))
  for (const port of device.ports) blocks.push(writePort(port, style, notes[port.name]))
  for (const svi of reading.vlanInterfaces) {
    blocks.push([`interface Vlan${svi.vlan}`, ...vlanInterfaceLines(null, svi).map((line) => ` ${line}`)])
  }
  return `${blocks.map((block) => block.join('\n')).join('\n!\n')}\n!\nend\n`
}

/** The VLANs that have a line of their own: all but the built-in ones, where the text is where VLANs live (facts J3). */
function vlanBlocks(reading: DeviceReading, builtIn: VlanSet): string[][] {
  const { existing, suspended } = reading.device.vlans
  const listed = listsVlans(reading)
  const own = listed ? withoutVlans(existing.value, builtIn) : namedVlans(reading)
  const blocks: string[][] = []
  // A text without any VLAN line would be taken for a part of one, whose VLANs are not known.
  if (listed && own.length === 0) blocks.push(['vlan 1'])
  for (const vlan of eachVlan(own)) {
    const name = reading.vlanNames[vlan]
    const block = [`vlan ${vlan}`]
    if (name !== undefined) block.push(` name ${name}`)
    if (hasVlan(suspended.value, vlan)) block.push(' state suspend')
    blocks.push(block)
  }
  return blocks
}

/** Whether the VLANs that exist stand in the configuration itself, and are not assumed (facts J3). */
export function listsVlans({ device, sources }: DeviceReading): boolean {
  const { vtpMode } = device
  const kept = vtpMode.value === 'transparent' || vtpMode.value === 'off'
  return kept && device.vlans.existing.from.every((id) => sources[id]?.kind !== 'assumed')
}

function namedVlans(reading: DeviceReading): VlanSet {
  const named = Object.keys(reading.vlanNames).map((vlan): [number, number] => [Number(vlan), Number(vlan)])
  const { suspended } = reading.device.vlans
  return sameVlans(suspended.value, []) ? named : [...named, ...suspended.value]
}
