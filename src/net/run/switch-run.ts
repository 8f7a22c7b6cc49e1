import type { AskOption, BridgePort, Egress, Ingress } from '../bridge-port.ts'
import { egress } from '../egress.ts'
import type { Mac, Tag } from '../frame.ts'
import { ingress } from '../ingress.ts'
import type { Switch, VtpMode } from '../network.ts'
import type { PerVlan } from '../per-vlan.ts'
import type { ProfileName } from '../profiles.ts'
import type { Setting, VlanDatabase } from '../settings.ts'
import type { Vid, VlanSet } from '../vlan-set.ts'
import type { Jack } from './jack.ts'
import { MacTable } from './mac-table.ts'
import { outlet, type PortRun, portRun } from './port-run.ts'

/** A port that egress was asked about, and the jack the frame would leave by. */
export type Way = { readonly port: PortRun; readonly jack: Jack; readonly egress: Egress }

/** The far ends that a frame leaves for, in the order of the ports, and whether each is sent a tag of the bridge's own. */
export type FarEnds = { readonly ends: readonly Jack[]; readonly tagged: readonly boolean[] }

/** A running switch: what its bridge knows now. The decisions themselves are pure; this remembers their answers. */
export class SwitchRun {
  readonly name: string
  readonly mac: Mac
  readonly profile: ProfileName
  readonly ask: AskOption
  readonly ports = new Map<string, PortRun>()
  readonly macTable = new MacTable()
  vlans: VlanDatabase
  tagNative: Setting<boolean>
  vtpDomain: Setting<string>
  vtpMode: Setting<VtpMode>
  bridgePriority: Setting<PerVlan>
  pathCostMethod: Switch['pathCostMethod']
  readonly #floodPlans = new Map<Vid, readonly Way[]>()
  readonly #floodEnds = new Map<Vid, FarEnds>()
  /** Whether any decision is remembered that a change would make void. */
  #remembers = false

  constructor(device: Switch, ask: AskOption) {
    this.name = device.name
    this.mac = device.mac
    this.profile = device.profile
    this.ask = ask
    this.vlans = device.vlans
    this.tagNative = device.tagNative
    this.vtpDomain = device.vtpDomain
    this.vtpMode = device.vtpMode
    this.bridgePriority = device.bridgePriority
    this.pathCostMethod = device.pathCostMethod
    device.ports.forEach((settings, index) => {
      this.ports.set(settings.name, portRun(this, settings, index + 1))
    })
  }

  /** Forgets every remembered decision: to be called after any change of a port or of the switch. */
  changed(): void {
    if (!this.#remembers) return
    this.#remembers = false
    this.#floodPlans.clear()
    this.#floodEnds.clear()
    for (const port of this.ports.values()) {
      port.bareIngress = null
      port.ingressByTag = null
    }
  }

  /** The ingress decision for a frame whose outermost tag is this. */
  ingress(port: PortRun, outer: Tag | undefined): Ingress {
    if (!outer) {
      port.bareIngress ??= this.#decideIngress(port, outer)
      return port.bareIngress
    }
    const key = outer.tpid * 0x10000 + ((outer.pcp << 13) | (outer.dei ? 0x1000 : 0) | outer.vid)
    port.ingressByTag ??= new Map()
    let decision = port.ingressByTag.get(key)
    if (!decision) {
      decision = this.#decideIngress(port, outer)
      port.ingressByTag.set(key, decision)
    }
    return decision
  }

  #decideIngress(port: PortRun, outer: Tag | undefined): Ingress {
    this.#remembers = true
    return ingress(this.view(port), outer, this.ask)
  }

  /** The egress decision for a frame of this VLAN, and the jack it would use; null where nothing is plugged in. */
  way(port: PortRun, vlan: Vid): Way | null {
    const jack = outlet(port)
    return jack ? { port, jack, egress: egress(this.view(port), vlan, this.ask) } : null
  }

  /** All plugged ports that send a flooded frame of this VLAN, and the live trunks that hold it back. */
  floodPlan(vlan: Vid): readonly Way[] {
    let plan = this.#floodPlans.get(vlan)
    if (!plan) {
      plan = [...this.ports.values()]
        .map((port) => this.way(port, vlan))
        .filter((way) => way !== null)
        .filter(
          ({ port, egress: out }) => out.sent || (port.operating === 'trunk' && port.settings.enabled.value),
        )
      this.#floodPlans.set(vlan, plan)
      this.#remembers = true
    }
    return plan
  }

  /** Where a flooded frame of this VLAN gets to: the flood plan as two plain lists, which a large network reads far faster. */
  floodEnds(vlan: Vid): FarEnds {
    let ends = this.#floodEnds.get(vlan)
    if (!ends) {
      ends = farEnds(this.floodPlan(vlan))
      this.#floodEnds.set(vlan, ends)
    }
    return ends
  }

  /** The port as the bridge's decisions see it; with what spanning tree blocks left out where asked. */
  view(port: PortRun, blocked: VlanSet = port.blocked): BridgePort {
    return {
      settings: port.settings,
      operating: port.operating,
      blocked,
      tagNative: this.tagNative,
      vlans: this.vlans,
      encapsulation: port.encapsulation,
      suspendedBy: port.suspendedBy,
    }
  }
}

/** The far ends of the ways that send. */
export function farEnds(ways: readonly Way[]): FarEnds {
  const ends: Jack[] = []
  const tagged: boolean[] = []
  for (const { jack, egress: out } of ways) {
    if (!out.sent || !jack.peer) continue
    ends.push(jack.peer)
    tagged.push(out.tagged)
  }
  return { ends, tagged }
}
