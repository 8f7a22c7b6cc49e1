import { type Encapsulation, encapsulationAtRest, operatingAtRest, restartsPort } from './dtp.ts'
import type { Apart, Event, EventId, OperatingMode } from './event.ts'
import type { Mac } from './frame.ts'
import type { Network, SwitchSettings } from './network.ts'
import type { PortSettings } from './settings.ts'
import { switchSettings } from './switch-settings.ts'
import type { Trace } from './trace.ts'
import { NO_VLANS, type Vid, type VlanSet } from './vlan-set.ts'

/** A switch port at a moment. */
export type PortState = {
  readonly settings: PortSettings
  readonly operating: OperatingMode
  /** What the port encapsulates with while it is a trunk (facts B5). */
  readonly encapsulation: Encapsulation
  /** VLANs that spanning tree blocks here. */
  readonly blocked: VlanSet
  /** How it stands apart from its port-channel; null for a port that is bundled as it is meant to be, or not meant to be. */
  readonly apart: Apart | null
}

/** A MAC table entry at a moment: the port the address lives behind, and the event that taught it. */
export type MacEntry = {
  readonly vlan: Vid
  readonly mac: Mac
  readonly port: string
  readonly learned: EventId
}

/** A switch at a moment. */
export type SwitchState = {
  readonly device: SwitchSettings
  readonly ports: Readonly<Record<string, PortState>>
  readonly macTable: readonly MacEntry[]
}

/** All switches of a network at a moment, by name. */
export type NetworkState = { readonly switches: Readonly<Record<string, SwitchState>> }

/** The state before the first event: static ports as told, all others at rest as access (facts B3). */
export function initialState(network: Network): NetworkState {
  const switches: Record<string, SwitchState> = {}
  for (const device of network.devices) {
    if (device.kind !== 'switch') continue
    const ports = Object.fromEntries(
      device.ports.map((settings): [string, PortState] => [settings.name, atRest(settings)]),
    )
    switches[device.name] = { device: switchSettings(device), ports, macTable: [] }
  }
  return { switches }
}

function atRest(settings: PortSettings): PortState {
  const operating = operatingAtRest(settings)
  return { settings, operating, encapsulation: encapsulationAtRest(settings), blocked: NO_VLANS, apart: null }
}

function withoutPort(table: readonly MacEntry[], port: string): readonly MacEntry[] {
  return table.filter((entry) => entry.port !== port)
}

function applyToSwitch(state: SwitchState, event: Event): SwitchState {
  switch (event.kind) {
    case 'learn': {
      const { vlan, mac, port, id } = event
      const others = state.macTable.filter((entry) => entry.vlan !== vlan || entry.mac !== mac)
      return { ...state, macTable: [...others, { vlan, mac, port, learned: id }] }
    }
    case 'forget': {
      const { vlan, mac, port } = event
      const stays = (entry: MacEntry) =>
        (vlan !== null && entry.vlan !== vlan) ||
        (mac !== null && entry.mac !== mac) ||
        (port !== '' && entry.port !== port)
      return { ...state, macTable: state.macTable.filter(stays) }
    }
    case 'negotiate': {
      const port = state.ports[event.port]
      const encapsulation: Encapsulation = event.encapsulation ?? 'dot1q'
      if (!port || (event.from === event.to && port.encapsulation === encapsulation)) return state
      const ports = { ...state.ports, [event.port]: { ...port, operating: event.to, encapsulation } }
      return { ...state, ports, macTable: withoutPort(state.macTable, event.port) }
    }
    case 'block': {
      const port = state.ports[event.port]
      if (!port) return state
      return { ...state, ports: { ...state.ports, [event.port]: { ...port, blocked: event.blocked } } }
    }
    case 'bundle': {
      const port = state.ports[event.port]
      if (!port) return state
      const ports = { ...state.ports, [event.port]: { ...port, apart: event.apart } }
      return { ...state, ports, macTable: withoutPort(state.macTable, event.port) }
    }
    case 'configure': {
      if (event.global) return { ...state, device: { ...state.device, ...event.global } }
      const port = state.ports[event.port]
      if (!port || !event.settings) return state
      const restarts = restartsPort(event.settings)
      const settings = { ...port.settings, ...event.settings }
      const operating = event.operating ?? port.operating
      const encapsulation = restarts ? encapsulationAtRest(settings) : port.encapsulation
      const changed = { ...port, settings, operating, encapsulation }
      const macTable = restarts ? withoutPort(state.macTable, event.port) : state.macTable
      return { ...state, ports: { ...state.ports, [event.port]: changed }, macTable }
    }
    default:
      return state
  }
}

/** The state after one more event. */
export function apply(state: NetworkState, event: Event): NetworkState {
  const before = state.switches[event.device]
  if (!before) return state
  const after = applyToSwitch(before, event)
  return after === before ? state : { switches: { ...state.switches, [event.device]: after } }
}

/** The state right after event `id`, and before the first event for -1: stepping back is exact, because it is computed anew. */
export function stateAt(trace: Trace, id: EventId): NetworkState {
  let state = initialState(trace.network)
  for (let at = 0; at <= id && at < trace.events.length; at++) {
    const event = trace.events[at]
    if (event) state = apply(state, event)
  }
  return state
}
