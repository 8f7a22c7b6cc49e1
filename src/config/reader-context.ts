import { ALL_VLANS, type VlanSet } from '../net/vlan-set.ts'
import { type Fate, HARMLESS } from './fate-log.ts'
import { WHOLE_SWITCH } from './line-log.ts'
import type { PortDraft } from './port-draft.ts'
import type { LineState, Touches } from './reading.ts'

/** What the lines that follow belong to. */
export type Context =
  | { readonly kind: 'global' }
  | PortsContext
  | { readonly kind: 'vlan-interface'; readonly vlan: number }
  | VlansContext
  | { readonly kind: 'template'; readonly name: string }
  | BlockContext

/** Ports, under `interface` or `interface range`. */
export type PortsContext = {
  readonly kind: 'ports'
  readonly ports: readonly PortDraft[]
  /** The fate of a line that makes a setting of these ports. */
  readonly modelled: Fate
}

/** VLANs, under `vlan`. */
export type VlansContext = { readonly kind: 'vlans'; readonly vlans: VlanSet; readonly touches: Touches }

/** A block whose lines all share its fate: `router ospf`, a sub-interface. */
export type BlockContext = {
  readonly kind: 'block'
  readonly fate: Fate
  /** Its lines may stand at the margin, where a text is not indented. */
  readonly marginToo: boolean
}

/** The device's own configuration. */
export const GLOBAL: Context = { kind: 'global' }

/** A block that cannot matter. */
export const HARMLESS_BLOCK: BlockContext = { kind: 'block', fate: HARMLESS, marginToo: true }

/** The context of these ports. */
export function portsContext(ports: readonly PortDraft[]): PortsContext {
  const [first] = ports
  const touches: Touches =
    ports.length === 1 && first
      ? { what: 'port', port: first.settings.name }
      : { what: 'ports', ports: ports.map(({ settings }) => settings.name) }
  return { kind: 'ports', ports, modelled: { state: 'modelled', touches } }
}

/** The names of the ports that a line stands under. */
export function namesOf({ ports }: PortsContext): string[] {
  return ports.map(({ settings }) => settings.name)
}

/** Words of our subject: an unknown line that holds one may change anything on the switch. */
const SUBJECT = /\b(?:vlan|switchport|trunk|dtp|vtp|dot1q|native|bridge|interface)/i

/** What decides a spanning tree: an unknown line that begins so may change which links are cut. */
const TREE = /^(?:no +)?spanning-tree +(?:vlan|vlan-id|cost|port-priority|priority|root|mode|mst|pathcost)\b/i

/**
 * The fate of a line that is not known. One of spanning tree touches the trees. Any other touches the port or the VLAN that it stands
 * under; elsewhere it touches nothing unless it speaks of our subject.
 */
export function fateOfUnknown(context: Context, command: string): Fate {
  const state: LineState = 'unknown'
  if (TREE.test(command)) {
    const ports = context.kind === 'ports' ? namesOf(context) : null
    return { state, touches: { what: 'tree', vlans: ALL_VLANS, ports } }
  }
  if (context.kind === 'ports') return { state, touches: context.modelled.touches }
  if (context.kind === 'vlans') return { state, touches: context.touches }
  const matters = context.kind === 'global' && SUBJECT.test(command)
  return { state, touches: matters ? WHOLE_SWITCH : HARMLESS.touches }
}
