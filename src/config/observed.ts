import type { SourceId } from '../net/settings.ts'
import type { Vid } from '../net/vlan-set.ts'

/** How a port operated when its device was asked: bridging as an access port or as a trunk, or not at all. */
export type Operation = 'access' | 'trunk' | 'down'

/** What a device itself said about a port, in an output of a show command. */
export type ObservedPort = { readonly operating: Operation; readonly from: readonly SourceId[] }

/** What announced itself at a port by CDP or LLDP: one end of a cable. */
export type Neighbour = {
  /** The local port, named as in the device's configuration where it has it. */
  readonly port: string
  /** Its host name without a domain, as the output has it. Not yet safe for a terminal. */
  readonly device: string
  /** The port at the far end, as the output has it. Not yet safe for a terminal. */
  readonly farPort: string
  readonly by: 'CDP' | 'LLDP'
  /** The native VLAN (CDP) or port VLAN (LLDP) that the far end announced. */
  readonly nativeVlan: Vid | null
  readonly from: readonly SourceId[]
}

/** The state of a device, where outputs of its show commands were pasted beside or instead of its configuration. */
export type Observed = {
  /** By port, named as in the device's configuration where it has it. */
  readonly ports: Readonly<Record<string, ObservedPort>>
  readonly neighbours: readonly Neighbour[]
  /** Whether the text told which VLANs exist. */
  readonly vlansListed: boolean
}
