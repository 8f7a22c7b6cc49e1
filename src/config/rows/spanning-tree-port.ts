import { type PerVlan, tellAll, tellVlans } from '../../net/per-vlan.ts'
import type { PortSettings, SourceId } from '../../net/settings.ts'
import { NO_VLANS, type VlanSet } from '../../net/vlan-set.ts'
import { type Command, type NumberRange, portCommand } from '../command.ts'
import type { PortDraft } from '../port-draft.ts'
import { ownNumberEdits, ownNumberLines, type PerVlanWords, retold } from './per-vlan-lines.ts'

/** How a dialect speaks of the spanning tree of VLANs. */
export type TreeWords = {
  /** The word before a list of VLANs; of several the first is how it is written. */
  readonly vlan: readonly ('vlan' | 'vlan-id')[]
  /** A set's elements as the dialect writes them. */
  readonly elements: (set: VlanSet) => string[]
}

/** What decides a port's place in the spanning tree. */
type TreeSetting = 'pathCost' | 'portPriority'

const NAMES = { pathCost: 'cost', portPriority: 'port-priority' } as const
const HELP = {
  pathCost: 'What the way to the root through this port costs',
  portPriority: 'Which port of the switch is preferred, the lowest first',
} as const

/** Why a line that moves a spanning tree may cut a link. */
export const TREE_CHANGES =
  'Spanning tree works out anew which links forward; what crosses them may stop for half a minute.'

function tell(
  port: PortDraft,
  setting: TreeSetting,
  change: (told: PerVlan) => PerVlan,
  by: readonly SourceId[],
) {
  const before = port.settings[setting]
  port.settings[setting] = retold(before, change(before.value), by)
}

/** A number that a port is told for the trees of all VLANs, or of some. */
function treeRows(setting: TreeSetting, range: NumberRange, { vlan: words, elements }: TreeWords): Command[] {
  const name = NAMES[setting]
  const told = (port: PortSettings) => port[setting].value
  return [
    portCommand(`spanning-tree ${name} <${range}>`, {
      help: HELP[setting],
      port: (port, [value], by) => tell(port, setting, (was) => tellAll(was, value), by),
      noPort: (port, _args, by) => tell(port, setting, (was) => tellAll(was, null), by),
      write: (port) => {
        const { all } = told(port)
        return all === null ? [] : [`spanning-tree ${name} ${all}`]
      },
      cuts: () => TREE_CHANGES,
    }),
    ...words.map((vlan, index) => {
      const line: PerVlanWords = { before: `spanning-tree ${vlan}`, after: name, elements }
      return portCommand(`spanning-tree ${vlan} <vlans> ${name} <${range}>`, {
        help: HELP[setting],
        port: (port, [vlans, value], by) => tell(port, setting, (was) => tellVlans(was, vlans, value), by),
        noPort: (port, [vlans = NO_VLANS], by) =>
          tell(port, setting, (was) => tellVlans(was, vlans, null), by),
        ...(index === 0 && {
          write: (port) => ownNumberLines(line, told(port)),
          rewrite: (from, to) => ownNumberEdits(line, told(from), told(to)),
          cuts: () => TREE_CHANGES,
        }),
      })
    }),
  ]
}

/** A cost that follows from the speed, as without a line. */
export function autoCostRows({ vlan: words }: Pick<TreeWords, 'vlan'>): Command[] {
  const help = 'The cost goes by the speed of the port'
  return [
    portCommand('spanning-tree cost auto', {
      help,
      port: (port, _args, by) => tell(port, 'pathCost', (was) => tellAll(was, null), by),
    }),
    ...words.map((vlan) =>
      portCommand(`spanning-tree ${vlan} <vlans> cost auto`, {
        help,
        port: (port, [vlans], by) => tell(port, 'pathCost', (was) => tellVlans(was, vlans, null), by),
      }),
    ),
  ]
}

/** The cost and the priority of a port in the spanning tree. `priorities` are those that the platform takes. */
export function spanningTreePortRows(words: TreeWords, priorities: NumberRange): Command[] {
  return [...treeRows('pathCost', '1-200000000', words), ...treeRows('portPriority', priorities, words)]
}
