import type { Event, Millis } from '../../../net/event.ts'
import { apply, type NetworkState, stateAt } from '../../../net/state.ts'
import type { Trace } from '../../../net/trace.ts'
import { shortPortName } from '../../port-name.ts'
import { atTime, farEnds } from '../show/index.ts'

/**
 * What a switch logs of its trunks after one moment and up to another: those that form and fall, and those that VTP domains forbid
 * (facts B4, B8). A port without a link is no trunk, whatever it is told; a port-channel speaks for its members.
 */
export function trunkMessages(trace: Trace, device: string, after: Millis, upTo: Millis): string[] {
  const from = atTime(trace, after).event
  const messages: string[] = []
  let state = stateAt(trace, from)
  let before = trunksAt(trace, device, state, from)
  for (const event of trace.events.slice(from + 1)) {
    if (event.at > upTo) break
    state = apply(state, event)
    if (event.device === device && event.decision === 'dtp/domain-mismatch') {
      messages.push(domainMessage(event.port))
    }
    if (!mayMoveTrunks(event, device)) continue
    const now = trunksAt(trace, device, state, event.id)
    messages.push(...changes(before, now))
    before = now
  }
  return messages
}

function mayMoveTrunks({ kind, device }: Event, here: string): boolean {
  return kind === 'cable' || (device === here && (kind === 'negotiate' || kind === 'configure'))
}

/** The ports and port-channels that are trunks and up right after an event. */
function trunksAt(trace: Trace, device: string, state: NetworkState, event: number): ReadonlySet<string> {
  const ends = farEnds(trace, device, trace.events.slice(0, event + 1))
  const ports = Object.values(state.switches[device]?.ports ?? {})
  const linked = ports
    .filter(({ settings }) => settings.enabled.value && ends.has(settings.name))
    .map(({ settings }) => settings.channel.value ?? settings.name)
  const up = new Set(linked)
  const trunks = ports.filter(
    ({ settings, operating }) => operating === 'trunk' && settings.enabled.value && up.has(settings.name),
  )
  return new Set(trunks.map(({ settings }) => settings.name))
}

function changes(before: ReadonlySet<string>, now: ReadonlySet<string>): string[] {
  return [
    ...[...before]
      .filter((port) => !now.has(port))
      .map((port) => `%DTP-5-NONTRUNKPORTON: Port ${shortPortName(port)} has become non-trunk.`),
    ...[...now]
      .filter((port) => !before.has(port))
      .map((port) => `%DTP-5-TRUNKPORTON: Port ${shortPortName(port)} has become dot1q trunk`),
  ]
}

function domainMessage(port: string): string {
  return `%DTP-5-DOMAINMISMATCH: Unable to perform trunk negotiation on port ${shortPortName(port)} because of VTP domain mismatch.`
}
