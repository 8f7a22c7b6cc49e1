import {
  commonVlans,
  hasVlan,
  NO_VLANS,
  type Vid,
  type VlanSet,
  vlanSet,
  withoutVlans,
} from '../net/vlan-set.ts'
import type { PatchLine } from './patch.ts'
import type { DeviceChanges } from './patch-device.ts'
import { deviceLine } from './patch-line.ts'
import type { DeviceReading } from './reading.ts'
import { vlanListRanges, wrapVlanList } from './vlan-list.ts'
import { listsVlans } from './write-config.ts'

/**
 * What the VLANs of a device have to be told on the way from one configuration to another. A VLAN that is new is in its trunk groups
 * before any trunk could carry it.
 */
export function vlanChanges(before: DeviceReading, after: DeviceReading): DeviceChanges {
  const { come, gone } = movedVlans(before, after)
  const named = vlanSet(...changedNames(before, after))
  const unnamed = withoutVlans(come, named)
  const grouped = (vlans: VlanSet) => joined(before, after, vlans)
  const plain = grouped(unnamed).reduce((left, { vlans }) => withoutVlans(left, vlans), unnamed)
  return {
    first: [
      ...listed('vlan', plain).map((line) => deviceLine(line)),
      ...nameLines(before, after, come),
      ...groupLines('trunk group', grouped(unnamed)),
      ...groupLines('no trunk group', joined(after, before, withoutVlans(grouping(before), gone))),
      ...activeLines(before, after, gone),
    ],
    last: [
      ...groupLines('trunk group', grouped(withoutVlans(grouping(after), come)), LEAVES_TRUNKS),
      ...suspendLines(before, after),
      ...listed('no vlan', gone).map((line) =>
        deviceLine(line, 'Ports in a VLAN that is gone bridge nothing.'),
      ),
    ],
  }
}

/** Characters of a list of VLANs after `vlan`. */
const LIST_WIDTH = 60

function listed(command: string, vlans: VlanSet): string[] {
  const widths = { first: LIST_WIDTH, next: LIST_WIDTH }
  return wrapVlanList(vlanListRanges(vlans), widths).map((part) => `${command} ${part}`)
}

/** A line under VLANs. */
function under(vlans: VlanSet, line: string, mayCut: string | null = null): PatchLine[] {
  return listed('vlan', vlans).flatMap((header) => [deviceLine(header), deviceLine(` ${line}`, mayCut)])
}

/** The VLANs that come and go, where both configurations are where VLANs live (facts J3). */
function movedVlans(before: DeviceReading, after: DeviceReading): { come: VlanSet; gone: VlanSet } {
  if (!listsVlans(before) || !listsVlans(after)) return { come: [], gone: [] }
  const [was, is] = [before.device.vlans.existing.value, after.device.vlans.existing.value]
  return { come: withoutVlans(is, was), gone: withoutVlans(was, is) }
}

// --- names

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

/** The names that are others than before, those of new VLANs with their trunk groups. */
function nameLines(before: DeviceReading, after: DeviceReading, come: VlanSet): PatchLine[] {
  return changedNames(before, after).flatMap((vlan) => {
    const name = after.vlanNames[vlan]
    const groups = joined(before, after, commonVlans(come, vlanSet(vlan)))
    return [
      deviceLine(`vlan ${vlan}`),
      deviceLine(name === undefined ? ' no name' : ` name ${name}`),
      ...groups.map((group) => deviceLine(` trunk group ${group.name}`)),
    ]
  })
}

// --- trunk groups

const LEAVES_TRUNKS =
  'Trunks outside the group stop carrying these VLANs; one of them may carry your session.'

/** VLANs that a trunk group has. */
type Joined = { readonly name: string; readonly vlans: VlanSet }

/** Those of these VLANs that are in a trunk group later and were not before, group by group. */
function joined(before: DeviceReading, after: DeviceReading, among: VlanSet): Joined[] {
  const had = new Map(before.device.vlans.groups.map(({ name, vlans }) => [name, vlans.value]))
  return after.device.vlans.groups
    .map(({ name, vlans }) => ({
      name,
      vlans: commonVlans(withoutVlans(vlans.value, had.get(name) ?? NO_VLANS), among),
    }))
    .filter(({ vlans }) => vlans.length > 0)
}

/** The VLANs that are in any trunk group. */
function grouping({ device }: DeviceReading): VlanSet {
  return vlanSet(...device.vlans.groups.flatMap(({ vlans }) => vlans.value))
}

function groupLines(command: string, groups: readonly Joined[], mayCut: string | null = null): PatchLine[] {
  return groups.flatMap(({ name, vlans }) => under(vlans, `${command} ${name}`, mayCut))
}

// --- active or suspended

function suspended({ device }: DeviceReading): VlanSet {
  return device.vlans.suspended.value
}

function activeLines(before: DeviceReading, after: DeviceReading, gone: VlanSet): PatchLine[] {
  return under(withoutVlans(withoutVlans(suspended(before), suspended(after)), gone), 'state active')
}

function suspendLines(before: DeviceReading, after: DeviceReading): PatchLine[] {
  const vlans = withoutVlans(suspended(after), suspended(before))
  return under(vlans, 'state suspend', 'Nothing is bridged in a suspended VLAN.')
}
