import { eachVlan, type Vid } from '../../../net/vlan-set.ts'
import { longVlan } from './inconsistent-ports.ts'
import type { Moment } from './moment.ts'
import type { Shown } from './shown.ts'
import { shownPorts } from './shown-ports.ts'
import { shownVlans } from './vlans.ts'

/** Width of the first column. */
const NAME = 21

/** `show spanning-tree blockedports`: where spanning tree lets a VLAN not pass. Format as in published transcripts. */
export function showBlockedPorts(moment: Moment): Shown {
  const blocked = new Map<Vid, string[]>()
  for (const vlan of eachVlan(shownVlans(moment).active)) blocked.set(vlan, [])
  for (const port of shownPorts(moment)) {
    if (port.operating === 'down' || port.memberOf !== null) continue
    for (const vlan of eachVlan(port.blocked)) blocked.get(vlan)?.push(port.shortName)
  }
  const rows = [...blocked].filter(([, ports]) => ports.length > 0)
  const count = rows.reduce((sum, [, ports]) => sum + ports.length, 0)
  return {
    lines: [
      '',
      'Name                 Blocked Interfaces List',
      '-------------------- ------------------------------------',
      ...rows.map(([vlan, ports]) => longVlan(vlan).padEnd(NAME) + ports.join(', ')),
      '',
      `Number of blocked ports (segments) in the system : ${count}`,
    ],
    notes:
      moment.spanningTree === 'none' ? ['This run has no spanning tree, so that nothing is blocked.'] : [],
  }
}
