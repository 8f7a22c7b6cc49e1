import { cliDialectNamed } from './dialects.ts'
import type { PatchLine } from './patch.ts'
import { deviceLine } from './patch-line.ts'
import { undoOf } from './patch-port.ts'
import { vlanChanges } from './patch-vlans.ts'
import { readPortName } from './port-name.ts'
import type { DeviceReading } from './reading.ts'
import { vlanInterfaceLines } from './vlan-interface-line.ts'
import { sameValue } from './write-port.ts'

/** Lines of the device itself: what only adds comes first, what may cut last. */
export type DeviceChanges = { readonly first: readonly PatchLine[]; readonly last: readonly PatchLine[] }

/** What the device itself has to be told on the way from one configuration to another. */
export function deviceChanges(before: DeviceReading, after: DeviceReading): DeviceChanges {
  const vlans = vlanChanges(before, after)
  return {
    first: [
      ...(before.name === after.name ? [] : [deviceLine(`hostname ${after.name}`)]),
      ...vtpLines(before, after),
      ...vlans.first,
    ],
    last: [
      ...settingLines(before, after),
      ...vlans.last,
      ...changedInterfaces(before, after),
      ...goneInterfaces(before, after),
    ],
  }
}

// --- the switch

/** A domain that is gone cannot be taken back: no command makes it empty again. */
function vtpLines(before: DeviceReading, after: DeviceReading): PatchLine[] {
  const [domain, mode] = [after.device.vtpDomain.value, after.device.vtpMode.value]
  return [
    ...(domain === before.device.vtpDomain.value || domain === ''
      ? []
      : [deviceLine(`vtp domain ${domain}`)]),
    ...(mode === before.device.vtpMode.value ? [] : [deviceLine(`vtp mode ${mode}`)]),
  ]
}

/** What the rows of the dialect's table say of the device itself. */
function settingLines(before: DeviceReading, after: DeviceReading): PatchLine[] {
  return cliDialectNamed(before.dialect).globalCommands.flatMap((row) => {
    const had = row.writeDevice?.(before) ?? []
    const has = row.writeDevice?.(after) ?? []
    if (sameValue(had, has)) return []
    const written = has.length > 0 ? has : [undoOf(row, had[0] ?? '')]
    const mayCut = row.cutsDevice?.(before, after) ?? null
    return (row.rewriteDevice?.(before, after) ?? written).map((line) => deviceLine(line, mayCut))
  })
}

// --- VLAN interfaces

/** A line that takes the interface down or its address away. */
const CUTS_SESSION = /^(?:shutdown$|no ip)/
const SESSION = 'A session that comes in through this VLAN interface is cut.'

function changedInterfaces(before: DeviceReading, after: DeviceReading): PatchLine[] {
  const known = new Map(before.vlanInterfaces.map((svi) => [svi.vlan, svi]))
  return after.vlanInterfaces.flatMap((svi) => {
    const old = known.get(svi.vlan) ?? null
    const lines = vlanInterfaceLines(old, svi)
    if (old && lines.length === 0) return []
    const typed = lines.map((line) => deviceLine(` ${line}`, CUTS_SESSION.test(line) ? SESSION : null))
    return [deviceLine(`interface Vlan${svi.vlan}`), ...typed]
  })
}

/** VLAN interfaces and port-channels that are no more; those have lost their members by then. */
function goneInterfaces(before: DeviceReading, after: DeviceReading): PatchLine[] {
  const stays = new Set(after.device.ports.map(({ name }) => name))
  const bundles = before.device.ports.filter(
    ({ name }) => !stays.has(name) && readPortName(name)?.kind === 'Port-channel',
  )
  const vlans = new Set(after.vlanInterfaces.map(({ vlan }) => vlan))
  const interfaces = before.vlanInterfaces.filter(({ vlan }) => !vlans.has(vlan))
  return [
    ...bundles.map(({ name }) => deviceLine(`no interface ${name}`)),
    ...interfaces.map(({ vlan }) => deviceLine(`no interface Vlan${vlan}`, SESSION)),
  ]
}
