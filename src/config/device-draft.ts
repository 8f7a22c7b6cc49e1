import type { Switch, VtpMode } from '../net/network.ts'
import type { PerVlan } from '../net/per-vlan.ts'
import type { Setting, SourceId } from '../net/settings.ts'
import { NO_VLANS, unionVlans, type Vid, type VlanSet, vlanSet, withoutVlans } from '../net/vlan-set.ts'
import { addedSources } from './added-sources.ts'
import { newPortDraft, type PortDefaults, type PortDraft } from './port-draft.ts'
import { canSwitch, type PortName } from './port-name.ts'
import { PortTable } from './port-table.ts'
import type { VlanInterface } from './reading.ts'
import type { SourceList } from './source-list.ts'
import { TrunkGroupTable } from './trunk-group-table.ts'

/** VLANs every Cisco IOS switch has: the default one and the four of FDDI and Token Ring (facts D7). */
export const BUILT_IN_VLANS: VlanSet = vlanSet(1, [1002, 1005])

/** A command of a template, and the number of the line it stands on. */
export type TemplateLine = { readonly command: string; readonly line: number }

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** A device while its text is read or somebody types at it. */
export class DeviceDraft {
  hostname = ''
  readonly sources: SourceList
  readonly ports: PortTable
  readonly defaults: PortDefaults
  readonly vlanInterfaces = new Map<Vid, Mutable<VlanInterface>>()
  readonly vlanNames = new Map<Vid, string>()
  /** VLANs that exist without a line and cannot be taken out. */
  readonly builtInVlans: VlanSet
  declaredVlans: Setting<VlanSet>
  suspendedVlans: Setting<VlanSet> = { value: NO_VLANS, from: [] }
  /** The trunk groups that VLANs are in, as EOS has them. */
  trunkGroups = new TrunkGroupTable()
  tagNative: Setting<boolean>
  vtpMode: Setting<VtpMode>
  vtpDomain: Setting<string>
  bridgePriority: Setting<PerVlan>
  pathCostMethod: Switch['pathCostMethod']
  /** Templates by name: the lines that `source template` gives a port. */
  readonly templates = new Map<string, TemplateLine[]>()
  /** Global `spanning-tree portfast bpduguard default`: guards every port that has PortFast. */
  guardEdgePorts: readonly SourceId[] | null = null
  /** Global `spanning-tree portfast default`: what every access port is that has no line of its own. */
  edgePorts: Setting<'edge'> | null = null

  /** A draft whose sources are noted in this list. `defaults` gives what the platform has, noting each default there. */
  constructor(sources: SourceList, defaults: (source: (text: string) => SourceId) => DeviceDefaults) {
    this.sources = sources
    const made = defaults((text) => sources.addDefault(text))
    this.defaults = made.port
    this.ports = new PortTable(made.port)
    this.builtInVlans = made.builtInVlans
    this.declaredVlans = { value: made.builtInVlans, from: [] }
    this.tagNative = made.tagNative
    this.vtpMode = made.vtpMode
    this.vtpDomain = made.vtpDomain
    this.bridgePriority = made.bridgePriority
    this.pathCostMethod = made.pathCostMethod
  }

  /** The port of this name, made with the platform's defaults where no line named it yet; null for what is no switch port. */
  port(name: PortName, line: number): PortDraft | null {
    const known = this.ports.get(name)
    if (known) {
      if (known.line === 0) known.line = line
      return known
    }
    if (!canSwitch(name)) return null
    const port = newPortDraft(name.written, this.defaults, line)
    this.ports.set(name, port)
    return port
  }

  /** Takes a port back to how it was before any line: `default interface`. */
  resetPort(name: PortName, by: readonly SourceId[], line: number): PortDraft | null {
    const known = this.ports.get(name)
    if (!known) return this.port(name, line)
    const fresh = newPortDraft(known.settings.name, this.defaults, known.line || line)
    fresh.flagSources = by
    this.ports.set(name, fresh)
    return fresh
  }

  /** The VLAN interface of this number, made where no line named it yet: it is up and has no address. */
  vlanInterface(vlan: Vid, line: number): Mutable<VlanInterface> {
    let known = this.vlanInterfaces.get(vlan)
    if (!known) {
      known = { vlan, hasAddress: false, enabled: true, line }
      this.vlanInterfaces.set(vlan, known)
    }
    return known
  }

  /** Adds VLANs to the database. */
  declareVlans(vlans: VlanSet, by: readonly SourceId[]): void {
    const { value, from } = this.declaredVlans
    this.declaredVlans = { value: unionVlans(value, vlans), from: addedSources(from, by) }
  }

  /** Takes VLANs out of the database, and out of their trunk groups; the built-in ones stay (facts D7). */
  removeVlans(vlans: VlanSet, by: readonly SourceId[]): void {
    const { value, from } = this.declaredVlans
    this.declaredVlans = {
      value: unionVlans(withoutVlans(value, vlans), this.builtInVlans),
      from: addedSources(from, by),
    }
    this.trunkGroups.leaveAll(vlans)
  }

  /** Marks VLANs as suspended (or active again). */
  suspendVlans(vlans: VlanSet, suspended: boolean, by: readonly SourceId[]): void {
    const { value, from } = this.suspendedVlans
    const next = suspended ? unionVlans(value, vlans) : withoutVlans(value, vlans)
    this.suspendedVlans = { value: next, from: addedSources(from, by) }
  }
}

/** What a platform gives a device without a line. */
export type DeviceDefaults = {
  readonly port: PortDefaults
  readonly tagNative: Setting<boolean>
  readonly vtpMode: Setting<VtpMode>
  readonly vtpDomain: Setting<string>
  readonly bridgePriority: Setting<PerVlan>
  readonly pathCostMethod: Switch['pathCostMethod']
  /** VLANs that exist without a line (facts D7). */
  readonly builtInVlans: VlanSet
}
