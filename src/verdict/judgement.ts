import type { AttackId, Gain } from '../attacks/attack.ts'
import type { Assumptions, OpenOption } from '../net/depend.ts'
import type { EventId } from '../net/event.ts'
import type { Endpoint } from '../net/network.ts'
import type { Trace } from '../net/trace.ts'
import type { Vid } from '../net/vlan-set.ts'
import type { GuestSeat } from '../rules/rule.ts'
import type { Middle } from './middle.ts'

/** What an attack comes to on every switch that this configuration may stand for. */
export type VerdictWord = 'works' | 'blocked' | 'depends' | 'unsure'

/** A line that was not understood and that a verdict rests on. */
export type Doubt = { readonly device: string; readonly line: number; readonly text: string }

/** The run behind a verdict: for `works` and `depends` one that reaches, for `blocked` the one that went furthest. */
export type Evidence = {
  readonly attack: AttackId
  /** What the attacker sends: `[1|20]`. */
  readonly variant: string
  readonly from: Endpoint
  /** For a guest that tags, the port group it is in, where its hypervisor was read. */
  readonly guestOf?: GuestSeat
  /** The port where the frame is to leave without its outer tag, where the attack needs one. */
  readonly over?: Endpoint
  /** The VLAN the attacker wants to be in. */
  readonly vlan: Vid
  readonly reached: boolean
  readonly trace: Trace
  /** The event that shows it; its story is the film. */
  readonly proof: EventId
  readonly gains: readonly Gain[]
  /** Whether it brings the attacker into the middle of a migration in that VLAN; simulated when it is asked for. */
  readonly inTheMiddle: () => Middle
  /** What the open options were in this run. */
  readonly under: Assumptions
}

/** A verdict with what it rests on. */
export type Judgement = {
  readonly verdict: VerdictWord
  /** The options that decide, where the platform leaves them open; empty for the other verdicts. */
  readonly dependsOn: readonly OpenOption[]
  /** Lines not understood that it rests on: `unsure` because of these. */
  readonly doubts: readonly Doubt[]
  /** What was assumed about the world around the configuration, as sentences. */
  readonly assumptions: readonly string[]
  /** Null only where the attack makes no sense at that port, so that there is nothing to run. */
  readonly evidence: Evidence | null
}

/** No attack of this kind makes sense here. */
export const NOTHING_TO_TRY: Judgement = {
  verdict: 'blocked',
  dependsOn: [],
  doubts: [],
  assumptions: [],
  evidence: null,
}
