import type { Setting, Source, SourceId } from '../../net/settings.ts'
import type { PolicyAnswer, PolicyName, PortGroupVlan } from '../hypervisor-reading.ts'

/** A virtual switch while its host is read. */
export type VSwitchDraft = {
  readonly name: string
  readonly line: number
  kind: 'standard' | 'distributed'
  uplinks: Setting<readonly string[]> | null
  readonly policy: PolicyDraft
}

/** What a text says about a policy so far; what it does not say is not there. */
export type PolicyDraft = { [K in PolicyName]?: Setting<PolicyAnswer> }

/** A port group while its host is read. */
export type PortGroupDraft = {
  readonly name: string
  readonly line: number
  vSwitch: string
  vlan: Setting<PortGroupVlan>
  activeClients: number | null
  readonly policy: PolicyDraft
}

/** A VMkernel port while its host is read. */
export type VmKernelDraft = {
  readonly name: string
  readonly line: number
  portGroup: string | null
  vSwitch: string | null
  mac: string | null
  enabled: boolean
  tags: Setting<readonly string[]> | null
}

/** What the output that follows is about, when the command before it was pasted too. */
export type Subject =
  | { readonly what: 'vswitch-policy'; readonly name: string }
  | { readonly what: 'port-group-policy'; readonly name: string }
  | { readonly what: 'tags'; readonly name: string }

/** A hypervisor while its text is read. */
export class HypervisorDraft {
  /** Host name that a prompt gave away. */
  name: string | null = null
  readonly sources: Source[] = []
  readonly vSwitches = new Map<string, VSwitchDraft>()
  readonly portGroups = new Map<string, PortGroupDraft>()
  readonly vmKernelPorts = new Map<string, VmKernelDraft>()
  /** Policies of port groups that no line has listed yet. */
  readonly loosePolicies = new Map<string, PolicyDraft>()
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  /** Notes a line as a source and returns its number. */
  written(line: number, text: string): SourceId {
    return this.sources.push({ kind: 'written', file: this.#file, line, text: text.trim() }) - 1
  }

  vSwitch(name: string, line: number): VSwitchDraft {
    let known = this.vSwitches.get(name)
    if (!known) {
      known = { name, line, kind: 'standard', uplinks: null, policy: {} }
      this.vSwitches.set(name, known)
    }
    return known
  }

  /** Makes a port group, or gives a known one what a later line says. */
  portGroup(
    name: string,
    vSwitch: string,
    vlan: Setting<PortGroupVlan>,
    activeClients: number | null,
    line: number,
  ): void {
    const known = this.portGroups.get(name)
    if (known) {
      Object.assign(known, { vSwitch, vlan, activeClients })
      return
    }
    const policy = this.loosePolicies.get(name) ?? {}
    this.loosePolicies.delete(name)
    this.portGroups.set(name, { name, line, vSwitch, vlan, activeClients, policy })
  }

  vmKernelPort(name: string, line: number): VmKernelDraft {
    let known = this.vmKernelPorts.get(name)
    if (!known) {
      known = { name, line, portGroup: null, vSwitch: null, mac: null, enabled: true, tags: null }
      this.vmKernelPorts.set(name, known)
    }
    return known
  }

  /** The policy of a port group by its name, listed already or not. */
  policyOfPortGroup(name: string): PolicyDraft {
    const known = this.portGroups.get(name)?.policy ?? this.loosePolicies.get(name)
    if (known) return known
    const made: PolicyDraft = {}
    this.loosePolicies.set(name, made)
    return made
  }
}
