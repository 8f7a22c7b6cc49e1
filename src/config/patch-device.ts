import { hasVlan, type Vid, type VlanSet, vlanSet, withoutVlans } from '../net/vlan-set.ts'
import { cliDialectNamed } from './dialects.ts'
import type { PatchLine } from './patch.ts'
import { undoOf } from './patch-port.ts'
import { readPortName } from './port-name.ts'
import type { DeviceReading } from './reading.ts'
import { vlanInterfaceLines } from './vlan-interface-line.ts'
import { vlanListRanges, wrapVlanList } from './vlan-list.ts'
import { listsVlans } from './write-config.ts'
import { sameValue } from './write-port.ts'

/** Lines of the device itself: what only adds comes first, what may cut last. */
export type DeviceChanges = { readonly first: readonly PatchLine[]; readonly last: readonly PatchLine[] }

/** What the device itself has to be told on the way from one configuration to another. */
export function deviceChanges(before: DeviceReading, after: DeviceReading): DeviceChanges {
  const { come, gone } = movedVlans(before, after)
  const plain = withoutVlans(come, vlanSet(...changedNames(before, after)))
  return {
    first: [
      ...(before.name === after.name ? [] : [own(`hostname ${after.name}`)]),
      ...vtpLines(before, after),
      ...listed('vlan', plain).map((line) => own(line)),
      ...nameLines(before, after),
      ...activeLines(before, after),
    ],
    last: [
      ...settingLines(before, after),
      ...suspendLines(before, after),
      ...listed('no vlan', gone).map((line) => own(line, 'Ports in a VLAN that is gone bridge nothing.')),
      ...changedInterfaces(before, after),
      ...goneInterfaces(before, after),
    ],
  }
}

function own(line: string, mayCut: string | null = null): PatchLine {
  return { line, ports: [], mayCut }
}

// --- VLANs

/** Characters of a list of VLANs after `vlan`. */
const LIST_WIDTH = 60

function listed(command: string, vlans: VlanSet): string[] {
  const widths = { first: LIST_WIDTH, next: LIST_WIDTH }
  return wrapVlanList(vlanListRanges(vlans), widths).map((part) => `${command} ${part}`)
}

/** The VLANs that come and go, where both configurations are where VLANs live (facts J3). */
function movedVlans(before: DeviceReading, after: DeviceReading): { come: VlanSet; gone: VlanSet } {
  if (!listsVlans(before) || !listsVlans(after)) return { come: [], gone: [] }
  const [was, is] = [before.device.vlans.existing.value, after.device.vlans.existing.value]
  return { come: withoutVlans(is, was), gone: withoutVlans(was, is) }
}

/** The VLANs of the later configuration whose name is another than before. */
function changedNames(before: DeviceReading, after: DeviceReading): Vid[] {
  const named = new Set([...Object.keys(before.vlanNames), ...Object.keys(after.vlanNames)].map(Number))
  return [...named].filter(
    (vlan) =>
      hasVlan(after.device.vlans.existing.value, vlan) && nameNow(before, vlan) !== nameNow(after, vlan),
  )
}

/** The name of a VLAN, as long as it exists. */
function nameNow({ vlanNames, device }: DeviceReading, vlan: Vid): string | undefined {
  return hasVlan(device.vlans.existing.value, vlan) ? vlanNames[vlan] : undefined
}

function nameLines(before: DeviceReading, after: DeviceReading): PatchLine[] {
  return changedNames(before, after).flatMap((vlan) => {
    const name = after.vlanNames[vlan]
    return [own(`vlan ${vlan}`), own(name === undefined ? ' no name' : ` name ${name}`)]
  })
}

function suspended({ device }: DeviceReading): VlanSet {
  return device.vlans.suspended.value
}

function activeLines(before: DeviceReading, after: DeviceReading): PatchLine[] {
  const { gone } = movedVlans(before, after)
  const vlans = withoutVlans(withoutVlans(suspended(before), suspended(after)), gone)
  return listed('vlan', vlans).flatMap((line) => [own(line), own(' state active')])
}

function suspendLines(before: DeviceReading, after: DeviceReading): PatchLine[] {
  const vlans = withoutVlans(suspended(after), suspended(before))
  return listed('vlan', vlans).flatMap((line) => [
    own(line),
    own(' state suspend', 'Nothing is bridged in a suspended VLAN.'),
  ])
}

// --- the switch

/** A domain that is gone cannot be taken back: no command makes it empty again. */
function vtpLines(before: DeviceReading, after: DeviceReading): PatchLine[] {
  const [domain, mode] = [after.device.vtpDomain.value, after.device.vtpMode.value]
  return [
    ...(domain === before.device.vtpDomain.value || domain === '' ? [] : [own(`vtp domain ${domain}`)]),
    ...(mode === before.device.vtpMode.value ? [] : [own(`vtp mode ${mode}`)]),
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
    return (row.rewriteDevice?.(before, after) ?? written).map((line) => own(line, mayCut))
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
    const typed = lines.map((line) => own(` ${line}`, CUTS_SESSION.test(line) ? SESSION : null))
    return [own(`interface Vlan${svi.vlan}`), ...typed]
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
    ...bundles.map(({ name }) => own(`no interface ${name}`)),
    ...interfaces.map(({ vlan }) => own(`no interface Vlan${vlan}`, SESSION)),
  ]
}
