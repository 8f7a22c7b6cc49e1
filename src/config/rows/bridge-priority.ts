import { type PerVlan, tellAll, tellVlans } from '../../net/per-vlan.ts'
import type { SourceId } from '../../net/settings.ts'
import { NO_VLANS } from '../../net/vlan-set.ts'
import { type Command, globalCommand } from '../command.ts'
import type { DeviceDraft } from '../device-draft.ts'
import type { DeviceReading } from '../reading.ts'
import { ownNumberEdits, ownNumberLines, type PerVlanWords, retold } from './per-vlan-lines.ts'
import { TREE_CHANGES, type TreeWords } from './spanning-tree-port.ts'

/** The priorities a bridge can have where the VLAN's ID is a part of it, as documented. */
const PRIORITIES = '0-61440/4096'

/** What `root primary` and `root secondary` make of the priority on IOS and NX-OS as long as no other switch has less, as documented. */
const ROOT_PRIORITIES = { primary: 24_576, secondary: 28_672 } as const

function tell(device: DeviceDraft, change: (told: PerVlan) => PerVlan, by: readonly SourceId[]): void {
  const before = device.bridgePriority
  device.bridgePriority = retold(before, change(before.value), by)
}

const HELP = 'Which switch becomes the root: the lowest priority'

/** The priority of the switch in the spanning trees of VLANs. */
export function bridgePriorityRows({ vlan: words, elements }: TreeWords): Command[] {
  const told = ({ device }: DeviceReading) => device.bridgePriority.value
  return words.map((vlan, index) => {
    const line: PerVlanWords = { before: `spanning-tree ${vlan}`, after: 'priority', elements }
    return globalCommand(`spanning-tree ${vlan} <vlans> priority <${PRIORITIES}>`, {
      help: HELP,
      device: (device, [vlans, value], by) => tell(device, (was) => tellVlans(was, vlans, value), by),
      noDevice: (device, [vlans = NO_VLANS], by) => tell(device, (was) => tellVlans(was, vlans, null), by),
      ...(index === 0 && {
        writeDevice: (reading) => ownNumberLines(line, told(reading)),
        rewriteDevice: (from, to) => ownNumberEdits(line, told(from), told(to)),
        cutsDevice: () => TREE_CHANGES,
      }),
    })
  })
}

/** The priority of the switch in the one tree of all VLANs. What a switch with a tree for each VLAN makes of it is not simulated. */
export const COMMON_PRIORITY = globalCommand(`spanning-tree priority <${PRIORITIES}>`, {
  help: HELP,
  state: 'unmodelled',
  touches: 'tree',
  remark: {
    text: 'Taken for every VLAN: other trees than one for each VLAN are not simulated.',
    exact: false,
  },
  device: (device, [value], by) => tell(device, (was) => tellAll(was, value), by),
  noDevice: (device, _args, by) => tell(device, (was) => tellAll(was, null), by),
  writeDevice: ({ device }) => {
    const { all } = device.bridgePriority.value
    return all === null ? [] : [`spanning-tree priority ${all}`]
  },
  cutsDevice: () => TREE_CHANGES,
})

/**
 * `root primary` and `root secondary`: a macro that looks at the present root and then writes a priority, as documented. What it looks
 * at is not in a text, so that the usual priority is taken and the line counts as not simulated.
 */
export function rootRows({ vlan: words }: Pick<TreeWords, 'vlan'>): Command[] {
  const places = Object.entries(ROOT_PRIORITIES)
  return words.flatMap((vlan) =>
    places.map(([place, value]) =>
      globalCommand(`spanning-tree ${vlan} <vlans> root ${place} ...`, {
        help: place === 'primary' ? 'Become the root' : 'Become the root where the root fails',
        state: 'unmodelled',
        touches: 'tree',
        remark: {
          text: `Taken as priority ${value}. A real switch goes lower where another switch has less.`,
          exact: false,
        },
        device: (device, [vlans], by) => tell(device, (was) => tellVlans(was, vlans, value), by),
        noDevice: (device, [vlans = NO_VLANS], by) => tell(device, (was) => tellVlans(was, vlans, null), by),
        undoLine: `no spanning-tree ${vlan} <vlans> root`,
      }),
    ),
  )
}
