import {
  commonVlans,
  hasVlan,
  NO_VLANS,
  type Vid,
  type VlanSet,
  vlanSet,
  withoutVlans,
} from '../../../net/vlan-set.ts'
import type { DeviceReading } from '../../reading.ts'
import { vlanListText } from '../show/vlans.ts'
import type { Outcome } from './exec.ts'
import type { Mode } from './mode.ts'
import { type ScreenLine, say } from './screen.ts'
import { configure, type World } from './world.ts'

/** VLANs above the normal range: they need VTP transparent or off (facts D7). */
const EXTENDED: VlanSet = [[1006, 4094]]
/** VLANs that cannot be made or deleted (facts D7). */
const FIXED: VlanSet = vlanSet(1, [1002, 1005])

/** A `vlan` line: whether it is a `no` line, and its list, which `no vlan` may lack. */
export type VlanLine = { readonly line: string; readonly vlans: VlanSet | undefined; readonly undo: boolean }

/**
 * Makes VLANs and goes under them, or deletes them with `no`. A device makes them when one leaves the mode; here they are made at
 * once, those that it refuses excepted, of which it speaks when one leaves.
 */
export function enterVlans(world: World, { line, vlans = NO_VLANS, undo }: VlanLine): Outcome {
  const mode: Mode = { name: 'global' }
  if (world.reading.vtpMode.value === 'client') {
    return {
      world,
      mode,
      lines: say('ours', 'A VTP client takes its VLANs from a server: none can be made or deleted here.'),
    }
  }
  if (undo) return deleteVlans(world, line, vlans)
  const refused = refusedVlans(world.reading, vlans)
  const made = withoutVlans(vlans, refused)
  const under: Mode = { name: 'vlan', vlans: made, refused }
  if (made.length === 0) return { world, mode: under, lines: [] }
  const { world: changed, lines } = configure(world, [`vlan ${vlanListText(made)}`])
  return { world: changed, mode: under, lines }
}

function deleteVlans(world: World, line: string, vlans: VlanSet): Outcome {
  const mode: Mode = { name: 'global' }
  const fixed = commonVlans(vlans, FIXED)
  if (fixed.length > 0) {
    return { world, mode, lines: say('ours', `VLAN ${vlanListText(fixed)} cannot be deleted.`) }
  }
  const { world: changed, lines } = configure(world, [line])
  return { world: changed, mode, lines }
}

function refusedVlans({ vtpMode }: DeviceReading, vlans: VlanSet): VlanSet {
  return vtpMode.value === 'transparent' || vtpMode.value === 'off' ? NO_VLANS : commonVlans(vlans, EXTENDED)
}

/** What the device says when one leaves the VLANs: that it did not make some (facts D7). */
export function leaveVlans(mode: Mode): ScreenLine[] {
  if (mode.name !== 'vlan' || mode.refused.length === 0) return []
  return say(
    'device',
    `% Failed to create VLANs ${vlanListText(mode.refused)}`,
    'Extended VLAN(s) not allowed in current VTP mode.',
    '%Failed to commit extended VLAN(s) changes.',
  )
}

/** What putting a port into a VLAN brings with it: a VLAN that does not exist is made (facts D3). */
export function accessVlanLines(
  { reading }: World,
  vlan: Vid,
): { readonly lines: readonly string[]; readonly says: readonly ScreenLine[] } {
  if (hasVlan(reading.device.vlans.existing.value, vlan)) return { lines: [], says: [] }
  if (reading.vtpMode.value === 'client' || refusedVlans(reading, vlanSet(vlan)).length > 0) {
    const says = say(
      'ours',
      `VLAN ${vlan} does not exist, and cannot be made in this VTP mode: the port will be inactive.`,
    )
    return { lines: [], says }
  }
  return {
    lines: [`vlan ${vlan}`],
    says: say('device', `% Access VLAN does not exist. Creating vlan ${vlan}`),
  }
}
