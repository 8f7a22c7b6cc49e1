import {
  commonVlans,
  countVlans,
  hasVlan,
  NO_VLANS,
  type Vid,
  type VlanSet,
  vlanSet,
  withoutVlans,
} from '../../../net/vlan-set.ts'
import { applyLines } from '../../apply-lines.ts'
import type { DeviceReading } from '../../reading.ts'
import { vlanListText } from '../show/vlans.ts'
import type { Outcome } from './exec.ts'
import type { Mode } from './mode.ts'
import { type ScreenLine, say, sayAnswer } from './screen.ts'
import { configure, type Done, type World } from './world.ts'

/** VLANs above the normal range: they need VTP transparent or off (facts D7). */
const EXTENDED: VlanSet = [[1006, 4094]]
/** VLANs that cannot be made or deleted (facts D7). */
const FIXED: VlanSet = vlanSet(1, [1002, 1005])

/** A `vlan` line: whether it is a `no` line, and its list, which `no vlan` may lack. */
export type VlanLine = { readonly line: string; readonly vlans: VlanSet | undefined; readonly undo: boolean }

/** Goes under VLANs, which are made when one leaves them, or deletes them with `no` (facts D7). */
export function enterVlans(world: World, { line, vlans = NO_VLANS, undo }: VlanLine): Outcome {
  if (world.reading.device.vtpMode.value === 'client') {
    return {
      world,
      mode: { name: 'global' },
      lines: say('ours', 'A VTP client takes its VLANs from a server: none can be made or deleted here.'),
    }
  }
  if (undo) return deleteVlans(world, line, vlans)
  return { world, mode: { name: 'vlan', vlans, lines: [] }, lines: [] }
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

function refusedVlans({ device: { vtpMode } }: DeviceReading, vlans: VlanSet): VlanSet {
  return vtpMode.value === 'transparent' || vtpMode.value === 'off' ? NO_VLANS : commonVlans(vlans, EXTENDED)
}

/** Longest name of a VLAN: as wide as the column of `show vlan brief` (facts D5). */
const LONGEST_NAME = 32

/** A line under VLANs: it waits with the others, unless it would be refused. */
export function underVlans(world: World, mode: Mode & { readonly name: 'vlan' }, line: string): Outcome {
  const [, name] = /^name[ \t]+(.*)$/.exec(line) ?? []
  if (name !== undefined && countVlans(mode.vlans) > 1) {
    return { world, mode, lines: say('ours', 'A name is given to one VLAN at a time: these keep theirs.') }
  }
  if (name !== undefined && name.length > LONGEST_NAME) {
    return { world, mode, lines: say('ours', `A VLAN's name has at most ${LONGEST_NAME} characters.`) }
  }
  const waiting = [...mode.lines, line]
  const { refused } = applyLines(world.reading, [`vlan ${vlanListText(mode.vlans)}`, ...waiting])
  if (refused) return { world, mode, lines: sayAnswer(refused.answer) }
  return { world, mode: { ...mode, lines: waiting }, lines: [] }
}

/** Leaves the VLANs one is under, if any: they are made now, those that the device refuses excepted (facts D7). */
export function leaveVlans(world: World, mode: Mode): Done {
  if (mode.name !== 'vlan') return { world, lines: [] }
  const refused = refusedVlans(world.reading, mode.vlans)
  const made = withoutVlans(mode.vlans, refused)
  const done =
    made.length === 0 ? { world, lines: [] } : configure(world, [`vlan ${vlanListText(made)}`, ...mode.lines])
  return { world: done.world, lines: [...notMade(refused), ...done.lines] }
}

function notMade(refused: VlanSet): ScreenLine[] {
  if (refused.length === 0) return []
  return say(
    'device',
    `% Failed to create VLANs ${vlanListText(refused)}`,
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
  if (reading.device.vtpMode.value === 'client' || refusedVlans(reading, vlanSet(vlan)).length > 0) {
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
