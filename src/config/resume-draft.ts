import type { Setting } from '../net/settings.ts'
import type { CliDialect } from './cli-dialect.ts'
import { DeviceDraft } from './device-draft.ts'
import { newPortDraft, type PortDefaults } from './port-draft.ts'
import { readPortName } from './port-name.ts'
import type { DeviceReading } from './reading.ts'
import { SourceList } from './source-list.ts'
import { TrunkGroupTable } from './trunk-group-table.ts'
import { styleOf } from './write-port.ts'

/** A draft that goes on where a reading ended, so that somebody can type at the device. The reading stays as it is. */
export function resumeDraft(reading: DeviceReading, dialect: CliDialect): DeviceDraft {
  const draft = new DeviceDraft(new SourceList(reading.sources), (source) =>
    dialect.defaults(styleOf(reading), source),
  )
  draft.hostname = reading.name
  draft.declaredVlans = reading.device.vlans.existing
  draft.suspendedVlans = reading.device.vlans.suspended
  draft.trunkGroups = new TrunkGroupTable(reading.device.vlans.groups)
  draft.tagNative = reading.device.tagNative
  draft.vtpDomain = reading.device.vtpDomain
  draft.vtpMode = reading.device.vtpMode
  draft.bridgePriority = reading.device.bridgePriority
  draft.pathCostMethod = reading.device.pathCostMethod
  draft.guardEdgePorts = reading.guardEdgePorts
  draft.edgePorts = reading.edgePorts
  for (const svi of reading.vlanInterfaces) draft.vlanInterfaces.set(svi.vlan, { ...svi })
  for (const [vlan, name] of Object.entries(reading.vlanNames)) draft.vlanNames.set(Number(vlan), name)
  const defaults = defaultsIn(reading, draft.defaults)
  for (const settings of reading.device.ports) {
    const id = readPortName(settings.name)
    if (!id) continue
    const notes = reading.notes[settings.name]
    const port = newPortDraft(settings.name, defaults, notes?.line ?? 0)
    Object.assign(port.settings, settings)
    // What a port-channel shows of this is its members'.
    if (settings.channel.value === null) port.settings.channelMode = defaults.channelMode
    if (notes) {
      port.description = notes.description
      port.bpduGuard = notes.ownBpduGuard
      if (notes.ownPortFast === null) port.settings.portFast = defaults.portFast
      port.portSecurity = notes.portSecurity
      port.flagSources = [...notes.from]
      if (notes.overwritten) port.overwritten = notes.overwritten
    }
    draft.ports.set(id, port)
  }
  return draft
}

/** The defaults that the ports of a reading share: a setting that no line made stays the very setting that it was. */
function defaultsIn({ device, sources }: DeviceReading, fresh: PortDefaults): PortDefaults {
  const found: Record<string, Setting<unknown>> = {}
  const isDefault = ({ from }: Setting<unknown>) => from.every((id) => sources[id]?.kind === 'default')
  for (const name of Object.keys(fresh) as (keyof PortDefaults)[]) {
    const port = device.ports.find((each) => isDefault(each[name]))
    if (port) found[name] = port[name]
  }
  return { ...fresh, ...found }
}
