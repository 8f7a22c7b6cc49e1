import { expect } from 'vitest'
import { type DeviceReading, type DialectName, readConfig, UnreadableConfig } from '../../src/config/index.ts'
import { vlanSet, withoutVlans } from '../../src/net/vlan-set.ts'

/** Lines as a reader counts them: what follows the last line end counts only if it holds something. */
export function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') || text === '' ? 1 : 0)
}

/**
 * What holds for any text: it is refused with one sentence, or every line of it is accounted for once and in order, and whatever was
 * read is a device that can be simulated. Gives what was read.
 */
export function holdsFor(text: string, dialect?: DialectName): readonly DeviceReading[] {
  let devices: readonly DeviceReading[]
  try {
    devices = readConfig(text, { path: 'any.cfg', dialect }).devices
  } catch (error) {
    if (!(error instanceof UnreadableConfig)) throw error
    if (!error.message.startsWith('any.cfg ')) throw new Error(`no sentence about the file: ${error.message}`)
    return []
  }
  let line = 0
  for (const device of devices) {
    for (const reading of device.lines) {
      line++
      if (reading.line !== line) throw new Error(`line ${line} is accounted for as ${reading.line}`)
      if (reading.text.includes('\n')) throw new Error(`line ${line} holds a line end`)
    }
    holdsForDevice(device)
  }
  expect(line).toBe(countLines(text))
  return devices
}

function holdsForDevice({ device, sources, notes, vlanInterfaces }: DeviceReading): void {
  const names = new Set<string>()
  for (const { name, ...settings } of device.ports) {
    if (names.has(name)) throw new Error(`two ports ${name}`)
    names.add(name)
    if (!notes[name]) throw new Error(`no notes on ${name}`)
    for (const [setting, { from }] of Object.entries(settings)) {
      if (from.length === 0) throw new Error(`${name} has ${setting} from nowhere`)
      for (const id of from) if (!sources[id]) throw new Error(`${name} has ${setting} from source ${id}`)
    }
    for (const vlan of [settings.accessVlan.value, settings.nativeVlan.value]) {
      if (!(vlan >= 1 && vlan <= 4094)) throw new Error(`${name} is in VLAN ${vlan}`)
    }
    const allowed = settings.allowedVlans.value
    if (JSON.stringify(vlanSet(...allowed)) !== JSON.stringify(allowed))
      throw new Error(`${name} allows no set`)
  }
  for (const { name, vlans } of device.vlans.groups) {
    if (vlans.value.length === 0) throw new Error(`the trunk group ${name} has no VLAN`)
    if (withoutVlans(vlans.value, device.vlans.existing.value).length > 0)
      throw new Error(`the trunk group ${name} has VLANs that the switch lacks`)
    for (const id of vlans.from) if (!sources[id]) throw new Error(`${name} is a group from source ${id}`)
  }
  for (const { vlan } of vlanInterfaces)
    if (!Number.isInteger(vlan)) throw new Error(`interface of VLAN ${vlan}`)
}
