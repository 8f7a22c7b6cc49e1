import type { DecisionId } from './decisions.ts'
import type { OperatingMode } from './event.ts'
import type { Tag } from './frame.ts'
import type { OptionName, OptionValue } from './options.ts'
import type { PortSettings, Setting, SourceId, VlanDatabase } from './settings.ts'
import { hasVlan, type Vid, type VlanSet } from './vlan-set.ts'

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

/** VLAN ID of a tag that carries priority only, and the one no frame may carry (facts A2). */
const PRIORITY_ONLY = 0
const RESERVED = 4095

function drop(decision: DecisionId, vlan: Vid | null, ...from: readonly Setting<unknown>[]): Ingress {
  return { accepted: false, vlan, decision, because: from.flatMap((s) => s.from) }
}

function hold(decision: DecisionId, ...from: readonly Setting<unknown>[]): Egress {
  return { sent: false, decision, because: from.flatMap((s) => s.from) }
}

function send(tagged: boolean, decision: DecisionId, ...from: readonly Setting<unknown>[]): Egress {
  return { sent: true, tagged, decision, because: from.flatMap((s) => s.from) }
}

/** Whether this trunk writes a tag on its native VLAN, and the setting that says so (facts C4). */
export function nativeTagging(port: BridgePort): Setting<boolean> {
  const own = port.settings.tagNative
  return own.value === 'inherit' ? port.tagNative : { value: own.value, from: own.from }
}

/** The outermost tag, if this switch takes its TPID for a tag; any other is payload (facts A3). */
export function tagRead(outer: Tag | undefined, ask: AskOption): Tag | null {
  if (!outer) return null
  if (outer.tpid === 0x8100) return outer
  return ask('tagTypes') === '8100+88a8' ? outer : null
}

/** A frame that found its VLAN still needs the VLAN to be there, and the port to be forwarding in it. */
function admitted(
  port: BridgePort,
  vlan: Vid,
  read: Tag | null,
  decision: DecisionId,
  ...from: readonly Setting<unknown>[]
): Ingress {
  const { existing, suspended } = port.vlans
  if (!hasVlan(existing.value, vlan)) return drop('drop/vlan-missing', vlan, ...from, existing)
  if (hasVlan(suspended.value, vlan)) return drop('drop/vlan-suspended', vlan, ...from, suspended)
  if (hasVlan(port.blocked, vlan)) return drop('drop/blocked', vlan, ...from)
  return { accepted: true, vlan, read, decision, because: from.flatMap((s) => s.from) }
}

function ingressAccess(port: BridgePort, read: Tag | null, ask: AskOption): Ingress {
  const { accessVlan, voiceVlan, mode } = port.settings
  if (!read) return admitted(port, accessVlan.value, null, 'in/untagged-access', mode, accessVlan)
  if (read.vid === PRIORITY_ONLY) {
    const phone = voiceVlan.value === 'dot1p'
    if (!phone && ask('priorityTag') === 'drop') return drop('drop/priority-tag', null, mode)
    return admitted(
      port,
      accessVlan.value,
      read,
      'in/priority-tag',
      mode,
      accessVlan,
      ...(phone ? [voiceVlan] : []),
    )
  }
  if (read.vid === voiceVlan.value) return admitted(port, read.vid, read, 'in/voice-tag', voiceVlan)
  if (read.vid !== accessVlan.value) return drop('drop/other-tag-on-access', read.vid, mode, accessVlan)
  if (ask('tagOnAccess') === 'drop') return drop('drop/tag-on-access', read.vid, mode, accessVlan)
  return admitted(port, read.vid, read, 'in/own-tag-access', mode, accessVlan)
}

function ingressTrunk(port: BridgePort, read: Tag | null, ask: AskOption): Ingress {
  const { nativeVlan, allowedVlans } = port.settings
  const native = nativeVlan.value
  if (read && read.vid !== PRIORITY_ONLY) {
    if (!hasVlan(allowedVlans.value, read.vid) && !(read.vid === native && carriesNative(ask))) {
      return drop('drop/not-allowed', read.vid, allowedVlans)
    }
    return admitted(port, read.vid, read, 'in/tag-trunk', allowedVlans)
  }
  if (read && ask('priorityTag') === 'drop') return drop('drop/priority-tag', null)
  const tagging = nativeTagging(port)
  if (tagging.value && ask('untaggedOnTaggedNative') === 'drop') {
    return drop('drop/untagged-on-tagged-native', native, tagging)
  }
  if (!hasVlan(allowedVlans.value, native) && !carriesNative(ask)) {
    return drop('drop/native-not-allowed', native, nativeVlan, allowedVlans)
  }
  return admitted(
    port,
    native,
    read,
    read ? 'in/priority-tag' : 'in/untagged-native',
    nativeVlan,
    allowedVlans,
  )
}

function carriesNative(ask: AskOption): boolean {
  return ask('nativeOutsideList') === 'carried'
}

/**
 * Ingress: which VLAN is this frame in? Reads the outermost tag and nothing beneath it; whatever follows is payload
 * (facts A3 steps 1-3, G2). That is half of double tagging.
 */
export function ingress(port: BridgePort, outer: Tag | undefined, ask: AskOption): Ingress {
  const { enabled, switching } = port.settings
  if (!enabled.value) return drop('drop/port-down', null, enabled)
  if (!switching.value) return drop('drop/routed-port', null, switching)
  const read = tagRead(outer, ask)
  if (read?.vid === RESERVED) return drop('drop/reserved-vid', null)
  return port.operating === 'trunk' ? ingressTrunk(port, read, ask) : ingressAccess(port, read, ask)
}

function egressAccess(port: BridgePort, vlan: Vid): Egress {
  const { accessVlan, voiceVlan, mode } = port.settings
  if (vlan === accessVlan.value) return send(false, 'out/access', mode, accessVlan)
  if (vlan === voiceVlan.value) return send(true, 'out/voice-tagged', voiceVlan)
  return hold('hold/not-member', mode, accessVlan)
}

function egressTrunk(port: BridgePort, vlan: Vid, ask: AskOption): Egress {
  const { nativeVlan, allowedVlans } = port.settings
  const native = vlan === nativeVlan.value
  if (!hasVlan(allowedVlans.value, vlan) && !(native && carriesNative(ask))) {
    return hold(native ? 'hold/native-not-allowed' : 'hold/not-allowed', allowedVlans)
  }
  if (!native) return send(true, 'out/tagged', nativeVlan, allowedVlans)
  const tagging = nativeTagging(port)
  return tagging.value
    ? send(true, 'out/native-tagged', nativeVlan, tagging)
    : send(false, 'out/native-untagged', nativeVlan, tagging)
}

/**
 * Egress: may a frame of this VLAN leave by this port, and with a tag or without? It writes at most one tag and removes none:
 * where no tag is written, the outer tag that ingress read is gone for good, and the one beneath becomes the first
 * (facts A3 steps 6-7, C1). That is the other half of double tagging.
 */
export function egress(port: BridgePort, vlan: Vid, ask: AskOption): Egress {
  const { enabled, switching } = port.settings
  if (!enabled.value) return hold('hold/port-down', enabled)
  if (!switching.value) return hold('hold/routed-port', switching)
  if (hasVlan(port.blocked, vlan)) return hold('hold/blocked')
  return port.operating === 'trunk' ? egressTrunk(port, vlan, ask) : egressAccess(port, vlan)
}
