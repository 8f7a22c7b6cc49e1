import type { AttackCase, AttackPlan, Outcome } from '../attacks/attack.ts'
import { ATTACKS } from '../attacks/index.ts'
import { standsInTheMiddle } from '../attacks/middle.ts'
import { once } from '../config/once.ts'
import { AskedOnce } from '../net/asked-once.ts'
import type { Assumptions } from '../net/depend.ts'
import { likeness } from '../net/likeness.ts'
import { retold } from '../net/retold.ts'
import { simulate } from '../net/simulate.ts'
import type { Trace } from '../net/trace.ts'

/** A run of an attack's plan. */
export type PlanRun = {
  readonly trace: Trace
  readonly outcome: Outcome
  /** Whether the attacker gets into the middle of a migration so, as another run shows; null where there is none to make. */
  readonly standsInTheMiddle: () => boolean | null
}

/** Runs of some tens of KB each. */
const KNOWN = new AskedOnce<PlanRun>(200)

/** Runs a plan, once for scenes that are alike: most switches of a site fall as others do. */
export function runPlan(plan: AttackPlan, target: AttackCase, under: Assumptions): PlanRun {
  const { network, stimuli, variant, ...means } = plan
  const known = KNOWN.ask(likeness(network, { stimuli, means, target, under }), () => {
    const trace = simulate(network, stimuli, { ...under, spanningTree: plan.spanningTree ?? 'none' })
    return {
      trace,
      outcome: ATTACKS[plan.attack].outcome(trace, plan, target),
      standsInTheMiddle: once(() => standsInTheMiddle(plan, target, under)),
    }
  })
  if (known.trace.network === network) return known
  return { ...known, trace: retold(known.trace, network, stimuli) }
}
