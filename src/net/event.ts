import type { DecisionId } from './decisions.ts'
import type { Mac } from './frame.ts'
import type { Endpoint } from './network.ts'
import type { SomePortSettings, SourceId } from './settings.ts'
import type { SwitchChanges } from './stimulus.ts'
import type { Vid, VlanSet } from './vlan-set.ts'

/** Position of an event in its trace, from 0. */
export type EventId = number
/** Index into a trace's table of frames. */
export type FrameId = number
/** One frame on its way. A switch that sends a frame out of a port makes a new copy, whose parent is the one that came in. */
export type CopyId = number
/** Virtual time in milliseconds. */
export type Millis = number

/** How a switch port bridges at a moment: as an access port or as a trunk. */
export type OperatingMode = 'access' | 'trunk'

/** A way to the root of a spanning tree: out of a port, over the end that leads there, and what it costs in all. */
export type LoopWay = { readonly port: string; readonly over: Endpoint; readonly cost: number }

/** Why spanning tree lets no frame of these VLANs through a port, where they would go in a loop. */
export type LoopCut = {
  readonly vlans: VlanSet
  readonly root: string
  /** The switch that has the same priority as the root: which of the two is the root, only their addresses say. */
  readonly rival: string | null
  /** The way to the root that the switch keeps; null on the root itself. */
  readonly kept: LoopWay | null
  /** The way through this port. */
  readonly cut: LoopWay
  /**
   * What decided: `cost` where the way that is kept is cheaper; `priority` or `address` of two switches, where two ways cost the same
   * or both ends of the link are as near to the root; `port` where the two are ports of one switch.
   */
  readonly by: 'cost' | 'priority' | 'address' | 'port'
}

/** How a port stands apart from the port-channel it is meant for: it bridges nothing, or by itself. */
export type Apart = 'suspended' | 'alone'

/** What all events have. */
export type EventBase = {
  readonly id: EventId
  readonly at: Millis
  /** First the mover, then the events that last set each state that was read. */
  readonly causes: readonly EventId[]
  readonly device: string
  /** The port it happened at; empty for what concerns the whole device. */
  readonly port: string
  readonly decision: DecisionId
  /** The configuration values read, as indexes into the trace's sources. */
  readonly because: readonly SourceId[]
  /** The frame concerned, as it is *after* this event. */
  readonly frame: FrameId | null
  readonly copy: CopyId | null
  readonly parentCopy: CopyId | null
}

/** What can happen. `kind` says what, `decision` says why. */
export type EventDetail =
  /** A station, or a switch's own protocol, puts a frame on the wire at `port`. */
  | { readonly kind: 'send' }
  /** A frame travels the cable from `port` to the far end, where it arrives at `arrives`. */
  | { readonly kind: 'cross'; readonly to: Endpoint; readonly arrives: Millis }
  /** Ingress puts the frame in a VLAN. `tagRead` is the tag's VLAN ID it read, or null for an untagged frame. */
  | { readonly kind: 'enter'; readonly vlan: Vid; readonly tagRead: Vid | null }
  /** The switch notes that this source lives behind this port. `movedFrom` is the port it was behind before. */
  | { readonly kind: 'learn'; readonly vlan: Vid; readonly mac: Mac; readonly movedFrom: string | null }
  /**
   * The switch forgets where addresses live: this one, or with null all of them; in this VLAN, or with null in every VLAN;
   * behind `port`, or with an empty `port` behind any.
   */
  | { readonly kind: 'forget'; readonly vlan: Vid | null; readonly mac: Mac | null }
  /** The switch looks the destination up and chooses ports, which egress may still refuse. */
  | { readonly kind: 'relay'; readonly vlan: Vid; readonly out: readonly string[] }
  /** Egress sends a copy out of `port`; `tagged` says whether it wrote a tag. */
  | { readonly kind: 'leave'; readonly vlan: Vid; readonly tagged: boolean }
  /** The frame ends here: dropped at ingress (`drop/...`) or not sent out of `port` (`hold/...`). */
  | { readonly kind: 'refuse'; readonly vlan: Vid | null }
  /** A switch port reads a protocol frame meant for the switch itself. */
  | { readonly kind: 'hear'; readonly protocol: 'dtp' }
  /** A port's negotiation comes to a result; the state changes where `from` and `to` differ. */
  | {
      readonly kind: 'negotiate'
      readonly from: OperatingMode
      readonly to: OperatingMode
      /** What a trunk agreed to encapsulate with, where that is not 802.1Q (facts B5). */
      readonly encapsulation?: 'isl'
    }
  /** A member of a port-channel, or a port-channel as a whole, comes to stand apart, or with null no longer does. */
  | { readonly kind: 'bundle'; readonly apart: Apart | null }
  /** Spanning tree changes which VLANs do not pass at this port: from now on these. `cuts` says why, where it is against loops. */
  | { readonly kind: 'block'; readonly blocked: VlanSet; readonly cuts?: readonly LoopCut[] }
  /** A frame reaches a station. */
  | { readonly kind: 'deliver' }
  /** A station notices something. */
  | {
      readonly kind: 'report'
      readonly says: string
      readonly detail: Readonly<Record<string, string | number | boolean>>
    }
  /** Settings of the switch's port (or of the switch, with an empty `port`) become these. */
  | {
      readonly kind: 'configure'
      readonly settings: SomePortSettings | null
      readonly global: SwitchChanges | null
      /** How the port operates from now on. */
      readonly operating: OperatingMode | null
    }
  /** A cable is plugged in or pulled. */
  | { readonly kind: 'cable'; readonly to: Endpoint; readonly connected: boolean }

/** The kinds of event, and an event with what every kind has. */
export type EventKind = EventDetail['kind']
export type Event = EventBase & EventDetail
/** An event of one kind. */
export type EventOf<K extends EventKind> = EventBase & Extract<EventDetail, { kind: K }>
