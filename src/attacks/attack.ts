import type { EventId } from '../net/event.ts'
import type { Mac } from '../net/frame.ts'
import type { Endpoint, Network } from '../net/network.ts'
import type { RelaySpec } from '../net/stations/relay.ts'
import type { Stimulus } from '../net/stimulus.ts'
import type { RunSettings, Trace } from '../net/trace.ts'
import type { Vid } from '../net/vlan-set.ts'

/** The attacks by the names that stay put in output and lessons. */
export type AttackId =
  | 'switch-spoofing'
  | 'plain-tagging'
  | 'double-tagging'
  | 'guest-tagging'
  | 'native-mismatch'

/** What an attacker wants: from this switch port into this VLAN, where this victim listens. */
export type AttackCase = {
  /** The switch port the attacker is plugged into. */
  readonly from: Endpoint
  readonly vlan: Vid
  /** The victim's address, learned beforehand; the attack frame is sent to it. */
  readonly victim: Mac
  /** The outer tag of double tagging, where it is to be this one; of a native VLAN mismatch the only one, which is a phone's. */
  readonly outer?: Vid
}

/** A network with the attacker plugged in, and what the attacker does. */
export type AttackPlan = {
  readonly attack: AttackId
  /** A sentence fragment for people: `[1|20] as if from VLAN 1`. */
  readonly variant: string
  readonly network: Network
  readonly stimuli: readonly Stimulus[]
  /** The station that is the attacker in `network`. */
  readonly attacker: string
  /** How the same machine would hold a conversation in the VLAN; absent where what it sends there can only go one way. */
  readonly asRelay?: Pick<RelaySpec, 'mac' | 'vlan' | 'spoofs'>
  /** Whether it is run with spanning tree, where what that blocks decides; absent means without. */
  readonly spanningTree?: RunSettings['spanningTree']
}

/** What a run of an attack proves. */
export type Outcome = {
  readonly reached: boolean
  /** The event that shows the harm, or the one at which the attack ended. Its story is the film. */
  readonly proof: EventId
  /** What the attacker got; nothing where it was stopped. */
  readonly gains: readonly Gain[]
}

/**
 * What an attacker got, as the trace shows it (facts J9): a frame of theirs was taken in by the victim; floods of the VLAN
 * reached them; an answer to what they sent came back.
 */
export type Gain = 'inject' | 'read-floods' | 'answered'

/** One way to attack. A new one is a file here and a line in `index.ts`. */
export type Attack = {
  readonly id: AttackId
  /** The plans worth trying for this case, likeliest first; none where the attack makes no sense there. */
  readonly plans: (network: Network, target: AttackCase) => readonly AttackPlan[]
  /** Reads the outcome from a trace of one of its plans. */
  readonly outcome: (trace: Trace, plan: AttackPlan, target: AttackCase) => Outcome
}
