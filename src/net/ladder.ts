import type { CopyId, Event, EventId, EventOf } from './event.ts'
import { isGroup } from './frame.ts'
import { frameOf, type Trace } from './trace.ts'

/**
 * Rungs of the ladder of harm, from the lowest (facts J9): `inject`, a frame of the attacker reached a victim; `disrupt`, a victim
 * sends to the attacker what was meant for another; `read-floods`, a victim's broadcast or flooded frame reached the attacker;
 * `middle`, one victim's frame went to another through the attacker.
 */
const RUNGS = ['inject', 'disrupt', 'read-floods', 'middle'] as const
export type Rung = (typeof RUNGS)[number]

/** A rung that a trace shows the attacker on, and the event that proves it. */
export type Gained = { readonly rung: Rung; readonly proof: EventId }

/**
 * What the attacker got in this run, each rung with its first proof, lowest first; empty where nothing reached anyone. `victims` are
 * stations of the VLAN that is attacked.
 */
export function ladder(trace: Trace, attacker: string, victims: readonly string[]): Gained[] {
  const lineage = new Lineage(trace)
  const proofs = new Map<Rung, EventId>()
  const note = (rung: Rung, event: Event) => {
    if (!proofs.has(rung)) proofs.set(rung, event.id)
  }
  for (const event of trace.events) {
    if (event.kind !== 'deliver' || event.copy === null) continue
    const sender = lineage.sender(event.copy)
    if (!sender) continue
    if (event.device === attacker && victims.includes(sender.device)) {
      for (const rung of readBy(trace, event, sender)) note(rung, event)
    }
    if (victims.includes(event.device) && event.decision === 'station/addressed') {
      if (sender.device === attacker) note('inject', event)
      const before = lineage.source(event.copy, attacker)
      if (before && victims.includes(before) && before !== event.device) note('middle', event)
    }
  }
  return RUNGS.flatMap((rung) => {
    const proof = proofs.get(rung)
    return proof === undefined ? [] : [{ rung, proof }]
  })
}

/** What it means that a victim's frame is delivered to the attacker. */
function readBy(trace: Trace, event: EventOf<'deliver'>, sender: Event): Rung[] {
  const { dst } = frameOf(trace, sender.frame ?? -1)
  if (event.decision !== 'station/addressed') return ['read-floods']
  return isGroup(dst) ? ['read-floods'] : ['disrupt']
}

/** Where frames come from: each copy's nearest ancestor that a station sent. */
class Lineage {
  readonly #parents = new Map<CopyId, CopyId | null>()
  readonly #sends = new Map<CopyId, Event>()

  constructor({ events }: Trace) {
    for (const event of events) {
      if (event.copy === null) continue
      this.#parents.set(event.copy, event.parentCopy)
      if (event.kind === 'send') this.#sends.set(event.copy, event)
    }
  }

  /** The event by which a station put this frame on the wire. */
  sender(copy: CopyId): Event | null {
    for (let at: CopyId | null = copy; at !== null; at = this.#parents.get(at) ?? null) {
      const sent = this.#sends.get(at)
      if (sent && sent.decision !== 'station/forwards') return sent
      if (sent && !this.#parents.get(at)) return sent
    }
    return null
  }

  /** Who sent the frame that this station passed on as this one; null where it did not pass through it. */
  source(copy: CopyId, through: string): string | null {
    for (let at: CopyId | null = copy; at !== null; at = this.#parents.get(at) ?? null) {
      const sent = this.#sends.get(at)
      if (!sent) continue
      if (sent.device === through && sent.decision === 'station/forwards') {
        const before = this.#parents.get(at)
        return before === null || before === undefined ? null : (this.sender(before)?.device ?? null)
      }
    }
    return null
  }
}
