import {
  type AskOption,
  type BridgePort,
  carriesNativeOutsideList,
  type Egress,
  nativeTagging,
} from './bridge-port.ts'
import type { DecisionId } from './decisions.ts'
import type { Setting } from './settings.ts'
import { crossingOf } from './trunk-groups.ts'
import { hasVlan, type Vid } from './vlan-set.ts'

function hold(decision: DecisionId, ...from: readonly Setting<unknown>[]): Egress {
  return { sent: false, decision, because: from.flatMap((s) => s.from) }
}

function send(tagged: boolean, decision: DecisionId, ...from: readonly Setting<unknown>[]): Egress {
  return { sent: true, tagged, decision, because: from.flatMap((s) => s.from) }
}

function egressAccess(port: BridgePort, vlan: Vid): Egress {
  const { accessVlan, voiceVlan, mode } = port.settings
  if (vlan === accessVlan.value) return send(false, 'out/access', mode, accessVlan)
  if (vlan === voiceVlan.value) return send(true, 'out/voice-tagged', voiceVlan)
  return hold('hold/not-member', mode, accessVlan)
}

function egressTrunk(port: BridgePort, vlan: Vid, ask: AskOption): Egress {
  const { nativeVlan, egressUntagged, encapsulation } = port.settings
  const native = vlan === nativeVlan.value
  if (port.encapsulation === 'isl') return hold('hold/isl-not-modelled', encapsulation)
  const { barrier, by } = crossingOf(port, vlan)
  if (barrier && !(native && carriesNativeOutsideList(ask))) {
    return hold(native ? `hold/native-${barrier}` : `hold/${barrier}`, ...by)
  }
  if (hasVlan(egressUntagged.value, vlan)) return send(false, 'out/egress-untagged', egressUntagged)
  if (!native) return send(true, 'out/tagged', nativeVlan, ...by)
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
  if (port.suspendedBy) return hold('hold/channel-suspended', port.suspendedBy)
  if (hasVlan(port.blocked, vlan)) return hold('hold/blocked')
  return port.operating === 'trunk' ? egressTrunk(port, vlan, ask) : egressAccess(port, vlan)
}
