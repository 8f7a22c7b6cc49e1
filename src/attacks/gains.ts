import type { Event, EventId, Millis } from '../net/event.ts'
import type { Trace } from '../net/trace.ts'
import type { AttackCase, AttackPlan, Gain, Outcome } from './attack.ts'
import { stationWithMac } from './attack-frame.ts'
import { endOf, journey, takenIn } from './journey.ts'
import { VICTIM_SPEAKS_AT } from './victim.ts'

/** The frame that a station puts on the wire as an answer to one it took in. */
function answerTo(trace: Trace, taken: Event): Event | undefined {
  return trace.events.find(
    (e) => e.kind === 'send' && e.device === taken.device && e.causes.includes(taken.id),
  )
}

/** Whether a frame sent at this event reaches the station of this name in any way, if only to be overheard. */
export function arrivesAt(trace: Trace, sent: EventId, station: string): Event | undefined {
  return journey(trace, sent).find((e) => e.kind === 'deliver' && e.device === station)
}

/** What an injected frame brought: whether the victim took it in, and whether an answer found its way back to the attacker. */
export function injection(
  trace: Trace,
  sent: EventId,
  attacker: string,
  victim: string | undefined,
): Outcome {
  const events = journey(trace, sent)
  const taken = victim === undefined ? undefined : takenIn(events, victim)
  if (!taken) return { reached: false, proof: endOf(events)?.id ?? sent, gains: [] }
  const gains: Gain[] = ['inject']
  const answer = answerTo(trace, taken)
  if (answer && arrivesAt(trace, answer.id, attacker)) gains.push('answered')
  return { reached: true, proof: taken.id, gains }
}

/** The same outcome with what the attacker overhears when the victim speaks, which alone is harm enough. */
export function overheard(
  trace: Trace,
  injected: Outcome,
  attacker: string,
  victim: string | undefined,
  speaksAt: Millis,
): Outcome {
  const spoken = trace.events.find((e) => e.kind === 'send' && e.device === victim && e.at >= speaksAt)
  const heard = spoken && arrivesAt(trace, spoken.id, attacker)
  if (!heard) return injected
  const gains: Gain[] = [...injected.gains, 'read-floods']
  return injected.reached ? { ...injected, gains } : { reached: true, proof: heard.id, gains }
}

/**
 * What an attacker's frame brought, and what it overhears of the victim afterwards. `alone`: whether overhearing is harm enough where
 * the frame did not get in.
 */
export function tagging(
  trace: Trace,
  { attacker }: AttackPlan,
  { victim }: AttackCase,
  { alone }: { readonly alone: boolean },
): Outcome {
  const sent = trace.events.find((e) => e.kind === 'send' && e.device === attacker)
  const name = stationWithMac(trace.network, victim)?.name
  const injected = injection(trace, sent?.id ?? 0, attacker, name)
  return injected.reached || alone ? overheard(trace, injected, attacker, name, VICTIM_SPEAKS_AT) : injected
}
