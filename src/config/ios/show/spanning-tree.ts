import { usualCosts } from '../../../net/path-cost.ts'
import { numberIn } from '../../../net/per-vlan.ts'
import type { BridgeId, TreeRole, TreeView } from '../../../net/trees-seen.ts'
import { eachVlan, hasVlan, type Vid } from '../../../net/vlan-set.ts'
import { longVlan } from './inconsistent-ports.ts'
import { dotted } from './mac-table.ts'
import type { Moment } from './moment.ts'
import { type Shown, together } from './shown.ts'
import { type ShownPort, shownPorts } from './shown-ports.ts'
import { shownVlans } from './vlans.ts'

/** Widths of the columns. */
const INTERFACE = 20
const COST = 10
const NUMBER = 9

const ROLES: Readonly<Record<TreeRole, string>> = {
  root: 'Root',
  designated: 'Desg',
  alternate: 'Altn',
  backup: 'Back',
}

const NO_TREE = 'This run has no spanning tree.'
const MADE_UP =
  'Bridge addresses are made from host names and port numbers from the order of the ports, since no configuration holds them. Timers are left out.'

/** `show spanning-tree`: the tree of each VLAN that some port is up in. Format as in published transcripts. */
export function showSpanningTree(moment: Moment): Shown {
  const vlans = [...eachVlan(shownVlans(moment).active)]
  return together(vlans.filter((vlan) => portsIn(moment, vlan).length > 0).map((vlan) => tree(moment, vlan)))
}

/** `show spanning-tree vlan N`: the tree of one VLAN. */
export function showSpanningTreeVlan(moment: Moment, vlan: Vid): Shown {
  if (hasVlan(shownVlans(moment).active, vlan)) return tree(moment, vlan)
  return { lines: [], notes: [`VLAN ${vlan} does not exist here, or is suspended.`] }
}

function tree(moment: Moment, vlan: Vid): Shown {
  const view = moment.trees()?.(vlan)
  if (!view) return { lines: [], notes: [NO_TREE] }
  const rows = portsIn(moment, vlan).map((port) => row(moment, view, port, vlan))
  return {
    lines: [
      '',
      longVlan(vlan),
      '  Spanning tree enabled protocol ieee',
      ...rootLines(moment, view, vlan),
      '',
      `  Bridge ID  Priority    ${priority(view.own, vlan)}  (priority ${view.own.priority} sys-id-ext ${vlan})`,
      `             Address     ${dotted(view.own.mac)}`,
      '',
      'Interface           Role Sts Cost      Prio.Nbr Type',
      '------------------- ---- --- --------- -------- --------------------------------',
      ...rows,
    ],
    notes: [MADE_UP],
  }
}

function rootLines(moment: Moment, { root, own, cost, ports }: TreeView, vlan: Vid): string[] {
  const lines = [
    `  Root ID    Priority    ${priority(root, vlan)}`,
    `             Address     ${dotted(root.mac)}`,
  ]
  if (root.device === own.device) return [...lines, '             This bridge is the root']
  const up = shownPorts(moment).find(({ settings }) => ports[settings.name]?.role === 'root')
  return [
    ...lines,
    `             Cost        ${cost}`,
    ...(up ? [`             Port        ${numberOf(moment, up)} (${up.longName})`] : []),
  ]
}

/** The VLAN is a part of the priority as BPDUs carry it. */
function priority({ priority }: BridgeId, vlan: Vid): number {
  return priority + vlan
}

/** The ports that bridge in a VLAN, blocked or not. */
function portsIn(moment: Moment, vlan: Vid): ShownPort[] {
  return shownPorts(moment).filter(({ operating, memberOf, settings }) => {
    if (operating === 'down' || memberOf !== null || !settings.switching.value) return false
    if (operating === 'trunk') return hasVlan(settings.allowedVlans.value, vlan)
    return settings.accessVlan.value === vlan || settings.voiceVlan.value === vlan
  })
}

function row(moment: Moment, view: TreeView, port: ShownPort, vlan: Vid): string {
  const { settings, shortName } = port
  const { role, cost } = view.ports[settings.name] ?? { role: 'designated', cost: costOf(view, port, vlan) }
  const { state, remark } = stateOf(moment, port, role, vlan)
  const rank = `${numberIn(settings.portPriority.value, vlan) ?? 128}.${numberOf(moment, port)}`
  const head = `${shortName.padEnd(INTERFACE)}${ROLES[role]} ${state.padEnd(4)}${`${cost}`.padEnd(COST)}`
  const type = ['P2p', ...(isEdge(port) ? ['Edge'] : []), ...remark].join(' ')
  return `${head}${rank.padEnd(NUMBER)}${type}`
}

/** What a port costs that leads to no other switch. */
function costOf({ method }: TreeView, { settings }: ShownPort, vlan: Vid): number {
  return numberIn(settings.pathCost.value, vlan) ?? usualCosts([settings.name], [])[method]
}

/** The place of a port among those of its switch, counted from 1. */
function numberOf({ state }: Moment, { settings }: ShownPort): number {
  return Object.keys(state.ports).indexOf(settings.name) + 1
}

type PortStatus = { readonly state: string; readonly remark: readonly string[] }

/** A port that is found inconsistent is blocked and says why (facts B3, C5). */
function stateOf({ inconsistent }: Moment, port: ShownPort, role: TreeRole, vlan: Vid): PortStatus {
  const found = inconsistent.find((each) => each.port === port.settings.name && each.vlan === vlan)
  if (found) return { state: 'BKN*', remark: [found.why === 'type' ? '*TYPE_Inc' : '*PVID_Inc'] }
  if (!hasVlan(port.blocked, vlan)) return { state: 'FWD', remark: [] }
  return { state: role === 'alternate' || role === 'backup' ? 'BLK' : 'LIS', remark: [] }
}

function isEdge({ settings, operating }: ShownPort): boolean {
  const { value } = settings.portFast
  return value === 'trunk' || (value === 'edge' && operating === 'access')
}
