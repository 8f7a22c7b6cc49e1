import type { Event, Millis, OperatingMode } from '../../../net/event.ts'
import { stateAt } from '../../../net/state.ts'
import type { Trace } from '../../../net/trace.ts'
import { shortPortName } from '../../port-name.ts'
import { atTime } from '../show/index.ts'

/**
 * What a switch logs of what happened to it after one moment and up to another: trunks that form and fall, and trunks that VTP
 * domains forbid (facts B4, B8).
 */
export function logMessages(trace: Trace, device: string, after: Millis, upTo: Millis): string[] {
  const from = atTime(trace, after).event
  const ports = stateAt(trace, from).switches[device]?.ports ?? {}
  const operating = new Map(Object.entries(ports).map(([name, port]) => [name, port.operating]))
  const messages: string[] = []
  for (const event of trace.events.slice(from + 1)) {
    if (event.at > upTo) break
    if (event.device !== device || event.port === '') continue
    const to = operatesAs(event)
    if (to !== null && to !== operating.get(event.port)) {
      operating.set(event.port, to)
      messages.push(trunkMessage(event.port, to))
    }
    if (event.decision === 'dtp/domain-mismatch') messages.push(domainMessage(event.port))
  }
  return messages
}

function operatesAs(event: Event): OperatingMode | null {
  if (event.kind === 'negotiate') return event.to
  return event.kind === 'configure' ? event.operating : null
}

function trunkMessage(port: string, to: OperatingMode): string {
  const name = shortPortName(port)
  return to === 'trunk'
    ? `%DTP-5-TRUNKPORTON: Port ${name} has become dot1q trunk`
    : `%DTP-5-NONTRUNKPORTON: Port ${name} has become non-trunk.`
}

function domainMessage(port: string): string {
  return `%DTP-5-DOMAINMISMATCH: Unable to perform trunk negotiation on port ${shortPortName(port)} because of VTP domain mismatch.`
}
