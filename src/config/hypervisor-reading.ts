import type { Setting, Source } from '../net/settings.ts'
import type { Vid, VlanSet } from '../net/vlan-set.ts'
import type { DialectName, LineReading } from './reading.ts'

/**
 * Who writes the tag of a guest's frames (facts E1): nobody on the host, so that the physical port decides (`external`, VLAN 0);
 * the virtual switch (`vswitch`, VLAN 1-4094); or the guest itself (`guest`, 4095, or a trunk range on a distributed switch).
 * Neither 0 nor 4095 ever stands in a frame (facts A2).
 */
export type PortGroupVlan =
  | { readonly tagging: 'external' }
  | { readonly tagging: 'vswitch'; readonly vlan: Vid }
  /** The tags a guest may write and reads. A trunk range that holds 0 takes untagged frames too; 4095 takes everything. */
  | { readonly tagging: 'guest'; readonly vlans: VlanSet; readonly untagged: boolean }

/** What a security policy says; `unknown` where the text does not hold it, since the defaults hang on the release (facts E1). */
export type PolicyAnswer = 'accept' | 'reject' | 'unknown'

/** What guests may do with addresses. A promiscuous port group that tags nothing itself sees every VLAN of its vSwitch (facts E1). */
export type SecurityPolicy = {
  readonly promiscuous: Setting<PolicyAnswer>
  readonly macChanges: Setting<PolicyAnswer>
  readonly forgedTransmits: Setting<PolicyAnswer>
}

/** The name of each thing a security policy decides. */
export type PolicyName = keyof SecurityPolicy

/** A virtual switch of a host. */
export type VSwitchReading = {
  readonly name: string
  readonly kind: 'standard' | 'distributed'
  /** Physical cards that lead out, such as `vmnic0`; null where the text does not tell. None at all is a switch without a way out. */
  readonly uplinks: Setting<readonly string[] | null>
  readonly policy: SecurityPolicy
  /** Line that first names it. */
  readonly line: number
}

/** A port group: guests or VMkernel ports that share a VLAN and a policy. */
export type PortGroupReading = {
  readonly name: string
  /** Name of its virtual switch. */
  readonly vSwitch: string
  readonly vlan: Setting<PortGroupVlan>
  /** Ports in use; null where the text does not tell. */
  readonly activeClients: number | null
  /** What applies to it: its own policy, else that of its vSwitch. */
  readonly policy: SecurityPolicy
  readonly line: number
}

/** A port of the host itself: management, vMotion, storage. */
export type VmKernelPort = {
  /** `vmk0`. */
  readonly name: string
  /** Name of its port group; null where the text names none, as for ports of a distributed switch. */
  readonly portGroup: string | null
  readonly vSwitch: string | null
  readonly mac: string | null
  readonly enabled: boolean
  /** What it is tagged for, as `esxcli` writes it: `Management`, `VMotion`. Null where the text does not tell. */
  readonly tags: Setting<readonly string[] | null>
  readonly line: number
}

/** A line of one of the texts that a host was read from. */
export type HypervisorLine = LineReading & { readonly file: string }

/** One hypervisor as its own tools list it. Every `from` points into `sources`. */
export type HypervisorReading = {
  /** Host name from a prompt in the text, else the file's name. */
  readonly name: string
  /** Whether the name is the host's own; a file's name may be another for each text of the same host. */
  readonly named: boolean
  readonly dialect: DialectName
  readonly reasons: readonly string[]
  readonly lines: readonly HypervisorLine[]
  readonly vSwitches: readonly VSwitchReading[]
  readonly portGroups: readonly PortGroupReading[]
  readonly vmKernelPorts: readonly VmKernelPort[]
  /** Policies of port groups that no list in the text names, by the port group's name: another text of the same host may. */
  readonly loosePolicies: Readonly<Record<string, SecurityPolicy>>
  readonly sources: readonly Source[]
  /** What had to be assumed, and which command would tell, as sentences for people. */
  readonly assumptions: readonly string[]
}
