import type { AttackPlan, Outcome } from '../attacks/attack.ts'
import { ATTACKS } from '../attacks/index.ts'
import { type Assumptions, dependence } from '../net/depend.ts'
import { simulate } from '../net/simulate.ts'
import type { Trace } from '../net/trace.ts'
import type { Attempt } from '../rules/rule.ts'
import { portOf, type SiteView } from '../rules/view.ts'
import { sceneOf } from './complete.ts'
import { type Doubt, type Evidence, gravest, type Judgement, NOTHING_TO_TRY } from './judgement.ts'
import type { Scene } from './scene.ts'

type Run = { readonly plan: AttackPlan; readonly trace: Trace; readonly outcome: Outcome }

/**
 * Tries an attack under every setting of the options that are open and matter: `works` where it reaches under all, `blocked`
 * where it reaches under none, `depends` with their names where they decide. `unsure` where the ports rest on lines that were
 * not understood, or the options are too many to try.
 */
export function judge(view: SiteView, attempt: Attempt): Judgement {
  const scene = sceneOf(view, attempt)
  if (!scene) return NOTHING_TO_TRY
  const plans = ATTACKS[attempt.attack].plans(scene.network, scene.target)
  if (plans.length === 0) return { ...NOTHING_TO_TRY, assumptions: scene.assumptions }
  const found = dependence((under) => {
    const runs = tryAll(scene, attempt, plans, under)
    return {
      works: runs.some(({ outcome }) => outcome.reached),
      readings: runs.flatMap(({ trace }) => trace.readings),
    }
  })
  const under: Assumptions =
    found.verdict === 'depends' ? found.works : found.verdict === 'unsure' ? PERMISSIVE : found.sample
  const doubts = doubtsOf(view, scene)
  const verdict = doubts.length > 0 ? 'unsure' : found.verdict
  return {
    verdict,
    dependsOn: verdict === 'depends' || found.verdict === 'unsure' ? found.dependsOn : [],
    doubts,
    assumptions: scene.assumptions,
    evidence: evidenceOf(tryAll(scene, attempt, plans, under), attempt, under),
  }
}

const PERMISSIVE: Assumptions = { assume: {}, otherwise: 'permissive' }

/** The gravest judgement of several attempts, tried until one works for sure. */
export function judgeAny(view: SiteView, attempts: readonly Attempt[]): Judgement {
  const judgements: Judgement[] = []
  for (const attempt of attempts) {
    const judgement = judge(view, attempt)
    judgements.push(judgement)
    if (judgement.verdict === 'works') break
  }
  return gravest(judgements)
}

/** Runs the plans of an attack until one reaches. */
function tryAll(scene: Scene, { attack }: Attempt, plans: readonly AttackPlan[], under: Assumptions): Run[] {
  const runs: Run[] = []
  for (const plan of plans) {
    const trace = simulate(plan.network, plan.stimuli, under)
    const outcome = ATTACKS[attack].outcome(trace, plan, scene.target)
    runs.push({ plan, trace, outcome })
    if (outcome.reached) break
  }
  return runs
}

function evidenceOf(
  runs: readonly Run[],
  { attack, from, vlan }: Attempt,
  under: Assumptions,
): Evidence | null {
  const run = runs.find(({ outcome }) => outcome.reached) ?? runs[0]
  if (!run) return null
  const { plan, trace, outcome } = run
  return { attack, variant: plan.variant, from, vlan, ...outcome, trace, under }
}

function doubtsOf(view: SiteView, scene: Scene): Doubt[] {
  return scene.ports.flatMap((end) =>
    (portOf(view, end)?.doubts ?? []).map(({ line, text }) => ({ device: end.device, line, text })),
  )
}
