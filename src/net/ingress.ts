import {
  type AskOption,
  type BridgePort,
  carriesNativeOutsideList,
  type Ingress,
  nativeTagging,
} from './bridge-port.ts'
import type { DecisionId } from './decisions.ts'
import { type Tag, TPID_CUSTOMER, TPID_SERVICE } from './frame.ts'
import type { Setting } from './settings.ts'
import { crossingOf } from './trunk-groups.ts'
import { hasVlan, type Vid } from './vlan-set.ts'

/** VLAN ID of a tag that carries priority only, and the one no frame may carry (facts A2). */
const PRIORITY_ONLY = 0
const RESERVED = 4095

function drop(decision: DecisionId, vlan: Vid | null, ...from: readonly Setting<unknown>[]): Ingress {
  return { accepted: false, vlan, decision, because: from.flatMap((s) => s.from) }
}

/** The outermost tag, if this switch takes its TPID for a tag; any other is payload (facts A3). */
export function tagRead(outer: Tag | undefined, ask: AskOption): Tag | null {
  if (!outer) return null
  if (outer.tpid === TPID_CUSTOMER) return outer
  return outer.tpid === TPID_SERVICE && ask('tagTypes') === '8100+88a8' ? outer : null
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
  const own = accessVlan.value
  if (!read) return admitted(port, own, null, 'in/untagged-access', mode, accessVlan)
  if (read.vid === PRIORITY_ONLY) {
    const phone = voiceVlan.value === 'dot1p' ? [voiceVlan] : []
    if (phone.length === 0 && ask('priorityTag') === 'drop') return drop('drop/priority-tag', null, mode)
    return admitted(port, own, read, 'in/priority-tag', mode, accessVlan, ...phone)
  }
  if (read.vid === voiceVlan.value) return admitted(port, read.vid, read, 'in/voice-tag', voiceVlan)
  if (read.vid !== own) return drop('drop/other-tag-on-access', read.vid, mode, accessVlan)
  if (ask('tagOnAccess') === 'drop') return drop('drop/tag-on-access', read.vid, mode, accessVlan)
  return admitted(port, own, read, 'in/own-tag-access', mode, accessVlan)
}

function ingressTrunk(port: BridgePort, read: Tag | null, ask: AskOption): Ingress {
  const { nativeVlan, encapsulation } = port.settings
  if (port.encapsulation === 'isl') return drop('drop/isl-not-modelled', null, encapsulation)
  if (!read || read.vid === PRIORITY_ONLY) return ingressNative(port, read, ask)
  const { barrier, by } = crossingOf(port, read.vid)
  if (barrier) {
    if (read.vid !== nativeVlan.value || !carriesNativeOutsideList(ask))
      return drop(`drop/${barrier}`, read.vid, ...by)
  }
  return admitted(port, read.vid, read, 'in/tag-trunk', ...by)
}

/** A frame without a VLAN of its own on a trunk: it belongs to the native VLAN, where the trunk takes it at all. */
function ingressNative(port: BridgePort, read: Tag | null, ask: AskOption): Ingress {
  const { nativeVlan } = port.settings
  const native = nativeVlan.value
  if (read && ask('priorityTag') === 'drop') return drop('drop/priority-tag', null)
  const tagging = nativeTagging(port)
  if (tagging.value && ask('untaggedOnTaggedNative') === 'drop') {
    return drop('drop/untagged-on-tagged-native', native, tagging)
  }
  const { barrier, by } = crossingOf(port, native)
  if (barrier && !carriesNativeOutsideList(ask))
    return drop(`drop/native-${barrier}`, native, nativeVlan, ...by)
  const decision = read ? 'in/priority-tag' : 'in/untagged-native'
  return admitted(port, native, read, decision, nativeVlan, ...by)
}

/**
 * Ingress: which VLAN is this frame in? Reads the outermost tag and nothing beneath it; whatever follows is payload
 * (facts A3 steps 1-3, G2). That is half of double tagging.
 */
export function ingress(port: BridgePort, outer: Tag | undefined, ask: AskOption): Ingress {
  const { enabled, switching, mode, accessVlan, untagged } = port.settings
  if (!enabled.value) return drop('drop/port-down', null, enabled)
  if (!switching.value) return drop('drop/routed-port', null, switching)
  if (port.suspendedBy) return drop('drop/channel-suspended', null, port.suspendedBy)
  if (mode.value === 'dot1q-tunnel') {
    return admitted(port, accessVlan.value, null, 'in/tunnel', mode, accessVlan)
  }
  const read = tagRead(outer, ask)
  if (read?.vid === RESERVED) return drop('drop/reserved-vid', null)
  const bare = !read || read.vid === PRIORITY_ONLY
  if (bare && untagged.value === 'drop') return drop('drop/untagged-not-taken', null, untagged)
  return port.operating === 'trunk' ? ingressTrunk(port, read, ask) : ingressAccess(port, read, ask)
}
