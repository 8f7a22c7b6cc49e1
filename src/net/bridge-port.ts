import type { DecisionId } from './decisions.ts'
import type { OperatingMode } from './event.ts'
import type { Tag } from './frame.ts'
import type { OptionName, OptionValue } from './options.ts'
import type { PortSettings, Setting, SourceId, VlanDatabase } from './settings.ts'
import type { Vid, VlanSet } from './vlan-set.ts'

/** Answers an option for the switch at hand, and records that it was asked. */
export type AskOption = <N extends OptionName>(name: N) => OptionValue<N>

/** A port as ingress and egress see it: its settings, how it operates now, and what the switch around it says. */
export type BridgePort = {
  readonly settings: PortSettings
  readonly operating: OperatingMode
  /** VLANs that spanning tree blocks on this port. */
  readonly blocked: VlanSet
  readonly tagNative: Setting<boolean>
  readonly vlans: VlanDatabase
  /** What a negotiated trunk encapsulates with; absent means 802.1Q (facts B5). */
  readonly encapsulation?: 'dot1q' | 'isl'
  /** Where the port is suspended as a member of a port-channel: the setting that keeps it out (facts J10). */
  readonly suspendedBy?: Setting<unknown> | null
}

/** What ingress decides: the VLAN the frame is in and the one tag it read, or the reason it is dropped. */
export type Ingress =
  | {
      readonly accepted: true
      readonly vlan: Vid
      /** The outermost tag, which is read into "VLAN N" and kept only as that; null for an untagged frame. */
      readonly read: Tag | null
      readonly decision: DecisionId
      readonly because: readonly SourceId[]
    }
  | {
      readonly accepted: false
      readonly vlan: Vid | null
      readonly decision: DecisionId
      readonly because: readonly SourceId[]
    }

/** What egress decides: whether the frame leaves, and whether a tag is written. */
export type Egress =
  | {
      readonly sent: true
      readonly tagged: boolean
      readonly decision: DecisionId
      readonly because: readonly SourceId[]
    }
  | { readonly sent: false; readonly decision: DecisionId; readonly because: readonly SourceId[] }

/** Whether this trunk writes a tag on its native VLAN, and the setting that says so (facts C4). */
export function nativeTagging(port: BridgePort): Setting<boolean> {
  const own = port.settings.tagNative
  return own.value === 'inherit' ? port.tagNative : { value: own.value, from: own.from }
}

/** Whether a native VLAN outside the allowed list is carried all the same (facts C6, J8). */
export function carriesNativeOutsideList(ask: AskOption): boolean {
  return ask('nativeOutsideList') === 'carried'
}
