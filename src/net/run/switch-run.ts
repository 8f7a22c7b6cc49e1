import { type AskOption, type BridgePort, type Egress, egress, type Ingress, ingress } from '../bridge.ts'
import { operatingAtRest } from '../dtp.ts'
import type { EventId, Millis, OperatingMode } from '../event.ts'
import type { Mac, Tag } from '../frame.ts'
import type { Endpoint, Switch } from '../network.ts'
import type { PortSettings, Setting, VlanDatabase } from '../settings.ts'
import { NO_VLANS, type Vid, type VlanSet } from '../vlan-set.ts'

/** A port of a running switch. */
export type PortRun = {
  readonly name: string
  readonly mac: Mac
  settings: PortSettings
  operating: OperatingMode
  blocked: VlanSet
  peer: Endpoint | null
  /** The event that last set how this port operates or what it is told; null since the start. */
  setBy: EventId | null
  /** When and by which event the port last heard DTP. */
  heard: { readonly at: Millis; readonly event: EventId } | null
  readonly ingressByTag: Map<number, Ingress>
}

/** Where a source lives, and the event by which the switch learned it. */
export type Learned = { readonly port: string; readonly event: EventId }

/** Ports that send a frame of a VLAN, and trunks that refuse to. */
export type FloodPlan = readonly { readonly port: PortRun; readonly egress: Egress }[]

/** A running switch: what its bridge knows now. The decisions themselves are pure; this remembers their answers. */
export class SwitchRun {
  readonly name: string
  readonly ask: AskOption
  readonly ports = new Map<string, PortRun>()
  readonly macTable = new Map<Vid, Map<Mac, Learned>>()
  vlans: VlanDatabase
  tagNative: Setting<boolean>
  vtpDomain: Setting<string>
  readonly #floodPlans = new Map<Vid, FloodPlan>()

  constructor(device: Switch, ask: AskOption) {
    this.name = device.name
    this.ask = ask
    this.vlans = device.vlans
    this.tagNative = device.tagNative
    this.vtpDomain = device.vtpDomain
    device.ports.forEach((settings, index) => {
      this.ports.set(settings.name, {
        name: settings.name,
        mac: portMac(device.mac, index + 1),
        settings,
        operating: operatingAtRest(settings, ask),
        blocked: NO_VLANS,
        peer: null,
        setBy: null,
        heard: null,
        ingressByTag: new Map(),
      })
    })
  }

  /** Forgets every remembered decision: to be called after any change of a port or of the switch. */
  changed(): void {
    this.#floodPlans.clear()
    for (const port of this.ports.values()) port.ingressByTag.clear()
  }

  /** The ingress decision for a frame whose outermost tag is this. */
  ingress(port: PortRun, outer: Tag | undefined): Ingress {
    const key = outer ? outer.tpid * 0x10000 + ((outer.pcp << 13) | (outer.dei ? 0x1000 : 0) | outer.vid) : -1
    let decision = port.ingressByTag.get(key)
    if (!decision) {
      decision = ingress(this.#view(port), outer, this.ask)
      port.ingressByTag.set(key, decision)
    }
    return decision
  }

  /** The egress decision for a frame of this VLAN. */
  egress(port: PortRun, vlan: Vid): Egress {
    return egress(this.#view(port), vlan, this.ask)
  }

  /** All plugged ports that send a flooded frame of this VLAN, and the live trunks that hold it back. */
  floodPlan(vlan: Vid): FloodPlan {
    let plan = this.#floodPlans.get(vlan)
    if (!plan) {
      plan = [...this.ports.values()]
        .filter((port) => port.peer !== null)
        .map((port) => ({ port, egress: this.egress(port, vlan) }))
        .filter(
          ({ port, egress: out }) => out.sent || (port.operating === 'trunk' && port.settings.enabled.value),
        )
      this.#floodPlans.set(vlan, plan)
    }
    return plan
  }

  /** Where this address was seen in this VLAN. */
  lookUp(vlan: Vid, mac: Mac): Learned | undefined {
    return this.macTable.get(vlan)?.get(mac)
  }

  /** Notes where an address lives. */
  learn(vlan: Vid, mac: Mac, learned: Learned): void {
    let table = this.macTable.get(vlan)
    if (!table) {
      table = new Map()
      this.macTable.set(vlan, table)
    }
    table.set(mac, learned)
  }

  /** Forgets every address behind a port, as happens when it changes its mode or loses its link. */
  forgetBehind(port: string): void {
    for (const table of this.macTable.values()) {
      for (const [mac, learned] of table) if (learned.port === port) table.delete(mac)
    }
  }

  #view(port: PortRun): BridgePort {
    return {
      settings: port.settings,
      operating: port.operating,
      blocked: port.blocked,
      tagNative: this.tagNative,
      vlans: this.vlans,
    }
  }
}

/** The address a port sends its own frames from: the switch's base address plus the port's number. */
function portMac(base: Mac, number: number): Mac {
  const pairs = base.split(':')
  const low = Number.parseInt(pairs.slice(3).join(''), 16) + number
  const hex = (low & 0xffffff).toString(16).padStart(6, '0')
  return [...pairs.slice(0, 3), hex.slice(0, 2), hex.slice(2, 4), hex.slice(4, 6)].join(':')
}
