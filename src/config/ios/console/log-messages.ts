import type { Millis } from '../../../net/event.ts'
import { stateAt } from '../../../net/state.ts'
import type { Trace } from '../../../net/trace.ts'
import { readPortName } from '../../port-name.ts'
import {
  atTime,
  CDP_EVERY,
  farEnds,
  type Inconsistency,
  inconsistencies,
  longVlan,
  nativeMismatches,
  speaksCdp,
} from '../show/index.ts'
import { trunkMessages } from './trunk-messages.ts'

/**
 * What a switch logs of what happened to it after one moment and up to another: trunks that form and fall, and trunks that VTP
 * domains forbid (facts B4, B8); what PVST+ blocks and frees, and what CDP says every minute of native VLANs (facts B3, C5).
 */
export function logMessages(trace: Trace, device: string, after: Millis, upTo: Millis): string[] {
  return [
    ...trunkMessages(trace, device, after, upTo),
    ...treeMessages(trace, device, after, upTo),
    ...neighbourMessages(trace, device, after, upTo),
  ]
}

function treeMessages(trace: Trace, device: string, after: Millis, upTo: Millis): string[] {
  if (trace.settings.spanningTree === 'none') return []
  const [before, now] = [after, upTo].map((time) => {
    const { event } = atTime(trace, time)
    return inconsistencies(
      stateAt(trace, event),
      device,
      farEnds(trace, device, trace.events.slice(0, event + 1)),
    )
  })
  const isIn = (list: readonly Inconsistency[] | undefined, { port, vlan, why }: Inconsistency) =>
    list?.some((each) => each.port === port && each.vlan === vlan && each.why === why) ?? false
  const fresh = now?.filter((each) => !isIn(before, each)) ?? []
  const gone = before?.filter((each) => !isIn(now, each)) ?? []
  return [
    ...new Set([
      ...fresh.map(receivedMessage),
      ...fresh.map(blockMessage),
      ...gone.map(
        ({ port, vlan }) =>
          `%SPANTREE-2-UNBLOCK_CONSIST_PORT: Unblocking ${fullName(port)} on ${longVlan(vlan)}. Port consistency restored.`,
      ),
    ]),
  ]
}

function receivedMessage({ port, vlan, why, own, theirs }: Inconsistency): string {
  return why === 'type'
    ? `%SPANTREE-7-RECV_1Q_NON_TRUNK: Received 802.1Q BPDU on non trunk ${fullName(port)} VLAN${vlan}.`
    : `%SPANTREE-2-RECV_PVID_ERR: Received BPDU with inconsistent peer vlan id ${theirs} on ${fullName(port)} VLAN${own}.`
}

function blockMessage({ port, vlan, why, own }: Inconsistency): string {
  const what = `Blocking ${fullName(port)} on ${longVlan(vlan)}.`
  if (why === 'type') return `%SPANTREE-7-BLOCK_PORT_TYPE: ${what} Inconsistent port type.`
  return vlan === own
    ? `%SPANTREE-2-BLOCK_PVID_LOCAL: ${what} Inconsistent local vlan.`
    : `%SPANTREE-2-BLOCK_PVID_PEER: ${what} Inconsistent peer vlan.`
}

function neighbourMessages(trace: Trace, device: string, after: Millis, upTo: Millis): string[] {
  const last = Math.floor(upTo / CDP_EVERY) * CDP_EVERY
  if (last <= after) return []
  const { event } = atTime(trace, last)
  const ends = farEnds(trace, device, trace.events.slice(0, event + 1))
  const speaking = nativeMismatches(stateAt(trace, event), device, ends).filter(({ far }) =>
    speaksCdp(trace, far.device),
  )
  return speaking.map(
    ({ port, own, far, theirs }) =>
      `%CDP-4-NATIVE_VLAN_MISMATCH: Native VLAN mismatch discovered on ${fullName(port)} (${own}), with ${far.device} ${fullName(far.port)} (${theirs}).`,
  )
}

function fullName(port: string): string {
  return readPortName(port)?.key ?? port
}
