import type { BridgeDraft, BridgePortDraft, BridgesDraft } from './draft.ts'

/** The ports of one bridge. */
export type PortGroup = {
  /** The bridge's name; empty where nothing tells it. */
  readonly name: string
  readonly bridge: BridgeDraft | null
  readonly ports: readonly BridgePortDraft[]
}

/** Names that people and programs give bridges, and hardly a card. */
const BRIDGE_NAME = /^(?:br|vmbr|virbr|xenbr|lxcbr|lxdbr|docker|bridge|ovirtmgmt|switch)[\w.-]*$/

/** Whether a card's name is one that bridges have. */
export function looksLikeBridge(name: string): boolean {
  return BRIDGE_NAME.test(name)
}

/**
 * The ports of a host by bridge. `bridge vlan show` does not tell which bridge a port is in; where nothing else does, all ports are
 * taken for ports of one bridge, and that is said.
 */
export function groupPorts(draft: BridgesDraft): { groups: PortGroup[]; assumptions: string[] } {
  const ports = [...draft.ports.values()]
  const known = [...draft.bridges.keys()].filter((name) => ports.some((port) => isIn(port, name)))
  const likely = ports.map(({ name }) => name).filter(looksLikeBridge)
  const names = known.length > 0 ? known : likely
  if (names.length <= 1) {
    const name = names[0] ?? ''
    return { groups: [groupOf(draft, name, ports)], assumptions: [] }
  }
  const lost = ports.filter((port) => !names.some((name) => isIn(port, name)))
  if (known.length === 0) {
    return { groups: [groupOf(draft, '', ports)], assumptions: [together(names)] }
  }
  const [first = ''] = names
  const groups = names.map((name) => {
    const own = ports.filter((port) => isIn(port, name) || (name === first && lost.includes(port)))
    return groupOf(draft, name, own)
  })
  return { groups, assumptions: lost.length > 0 ? [takenFor(lost, first)] : [] }
}

function isIn(port: BridgePortDraft, bridge: string): boolean {
  return port.master === bridge || (port.master === null && port.name === bridge)
}

function groupOf(draft: BridgesDraft, name: string, ports: readonly BridgePortDraft[]): PortGroup {
  const [only] = draft.bridges.size === 1 ? draft.bridges.values() : []
  const bridge = draft.bridges.get(name) ?? only ?? null
  return { name: name || (bridge?.name ?? ''), bridge, ports: ports.filter((port) => carries(port, name)) }
}

/** The bridge's own port without a VLAN hangs on nothing, and no listing shows it. */
function carries(port: BridgePortDraft, bridge: string): boolean {
  return port.name !== bridge || port.vlans.members.size > 0
}

function together(names: readonly string[]): string {
  return `Which port is in which of the bridges ${names.join(', ')} is not in the text: all are taken for ports of one. "bridge link show" tells.`
}

function takenFor(lost: readonly BridgePortDraft[], bridge: string): string {
  const names = lost.map(({ name }) => name).join(', ')
  return `Which bridge ${names} is in is not in the text: taken for a port of ${bridge}. "bridge link show" tells.`
}
