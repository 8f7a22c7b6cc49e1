import { eachVlan, hasVlan, sameVlans, type VlanSet, withoutVlans } from '../net/vlan-set.ts'
import { cliDialectNamed, dialectNamed } from './dialects.ts'
import type { DeviceReading } from './reading.ts'
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
  const vtp = [
    ...(device.vtpDomain.value === '' ? [] : [`vtp domain ${device.vtpDomain.value}`]),
    ...(reading.vtpMode.value === 'server' ? [] : [`vtp mode ${reading.vtpMode.value}`]),
  ]
  if (vtp.length > 0) blocks.push(vtp)
  if (device.tagNative.value) blocks.push(['vlan dot1q tag native'])
  if (reading.guardEdgePorts) blocks.push(['spanning-tree portfast bpduguard default'])
  blocks.push(...vlanBlocks(reading))
  for (const port of device.ports) blocks.push(writePort(port, style, notes[port.name]))
  return `${blocks.map((block) => block.join('\n')).join('\n!\n')}\n!\nend\n`
}

/** The VLANs that have a line of their own: all but the built-in ones, where the text is where VLANs live (facts J3). */
function vlanBlocks(reading: DeviceReading): string[][] {
  const { existing, suspended } = reading.device.vlans
  const builtIn = cliDialectNamed(reading.dialect).defaults(styleOf(reading), () => 0).builtInVlans
  const own = listsVlans(reading) ? withoutVlans(existing.value, builtIn) : namedVlans(reading)
  const blocks: string[][] = []
  for (const vlan of eachVlan(own)) {
    const name = reading.vlanNames[vlan]
    const block = [`vlan ${vlan}`]
    if (name !== undefined) block.push(` name ${name}`)
    if (hasVlan(suspended.value, vlan)) block.push(' state suspend')
    blocks.push(block)
  }
  return blocks
}

/** Whether the VLANs that exist stand in the configuration itself. */
function listsVlans(reading: DeviceReading): boolean {
  const { value } = reading.vtpMode
  return value === 'transparent' || value === 'off'
}

function namedVlans(reading: DeviceReading): VlanSet {
  const named = Object.keys(reading.vlanNames).map((vlan): [number, number] => [Number(vlan), Number(vlan)])
  const { suspended } = reading.device.vlans
  return sameVlans(suspended.value, []) ? named : [...named, ...suspended.value]
}
