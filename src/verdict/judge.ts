import type { AttackCase, AttackPlan } from '../attacks/attack.ts'
import { ATTACKS } from '../attacks/index.ts'
import { type Assumptions, type Dependence, dependence } from '../net/depend.ts'
import type { Attempt } from '../rules/rule.ts'
import type { SiteView } from '../rules/view.ts'
import { analyse, analyseAll } from './analyse.ts'
import { sceneOf } from './complete.ts'
import { doubtsOn } from './doubts.ts'
import { type Evidence, type Judgement, NOTHING_TO_TRY } from './judgement.ts'
import { middleOf } from './middle.ts'
import { type PlanRun, runPlan } from './run-plan.ts'
import type { Scene } from './scene.ts'
import { nearnessAssumptions } from './tree-assumptions.ts'

type Trial = {
  readonly attempt: Attempt
  readonly scene: Scene
  readonly target: AttackCase
  readonly plans: readonly AttackPlan[]
}
type Run = PlanRun & { readonly trial: Trial; readonly plan: AttackPlan }

/**
 * Tries an attack under every setting of the options that are open and matter: `works` where it reaches under all, `blocked`
 * where it reaches under none, `depends` with their names where they decide. `unsure` where the ports rest on lines that were
 * not understood, or the options are too many to try.
 */
export function judge(view: SiteView, attempt: Attempt): Judgement {
  return judgeAny(view, [attempt])
}

/**
 * The same for several attempts, any of which is enough for the attacker. The verdict comes from the decisions along each way,
 * which property tests hold equal to runs; the evidence is a run.
 */
export function judgeAny(view: SiteView, attempts: readonly Attempt[]): Judgement {
  const clean = attempts.filter((attempt) => doubtsOn(view, attempt).length === 0)
  if (clean.length === attempts.length) return judgeAsRead(view, attempts)
  const sure = judgeAsRead(view, clean)
  if (sure.verdict === 'works') return sure
  return {
    ...judgeAsRead(view, attempts),
    verdict: 'unsure',
    dependsOn: [],
    doubts: doubtsOn(view, ...attempts),
  }
}

/** The judgement of the configuration as it was read, as if every line had been understood. */
function judgeAsRead(view: SiteView, attempts: readonly Attempt[]): Judgement {
  const answers = new Map<Attempt, boolean>()
  const found = dependence((under) => analyseAll(view, attempts, under))
  const under = shownUnder(found)
  for (const attempt of attempts) answers.set(attempt, analyse(view, attempt, under).works)
  const shown = attempts.find((attempt) => answers.get(attempt)) ?? attempts[0]
  const runs = shown ? tryAll(trialsOf(view, [shown]), under) : []
  const reached = runs.some(({ outcome }) => outcome.reached)
  // What is shown is run. Should a run ever end otherwise than its analysis, the runs alone decide.
  if (reached !== [...answers.values()].includes(true)) return judgeBySimulation(view, attempts)
  return judgementOf(view, found, runs, under)
}

/** The same by runs alone: the yardstick that the analysis is held to. */
export function judgeBySimulation(view: SiteView, attempts: readonly Attempt[]): Judgement {
  const trials = trialsOf(view, attempts)
  const found = dependence((under) => {
    const runs = tryAll(trials, under)
    return {
      works: runs.some(({ outcome }) => outcome.reached),
      readings: runs.flatMap(({ trace }) => trace.readings),
    }
  })
  const under = shownUnder(found)
  return judgementOf(view, found, tryAll(trials, under), under)
}

function trialsOf(view: SiteView, attempts: readonly Attempt[]): Trial[] {
  return attempts.flatMap((attempt): Trial[] => {
    const scene = sceneOf(view, attempt)
    return scene ? [{ attempt, scene, ...plansOf(scene, attempt) }] : []
  })
}

function plansOf({ network, target }: Scene, { attack, outer }: Attempt): Pick<Trial, 'target' | 'plans'> {
  const asked = outer === undefined ? target : { ...target, outer }
  return { target: asked, plans: ATTACKS[attack].plans(network, asked) }
}

function judgementOf(view: SiteView, found: Dependence, runs: readonly Run[], under: Assumptions): Judgement {
  const shown = runs.find(({ outcome }) => outcome.reached) ?? runs[0]
  if (!shown) return NOTHING_TO_TRY
  return {
    verdict: found.verdict,
    dependsOn: found.dependsOn,
    doubts: [],
    assumptions: [...shown.trial.scene.assumptions, ...nearnessAssumptions(shown.trace)],
    evidence: evidenceOf(view, shown, under),
  }
}

/** The options under which the evidence is shown: such that the attack reaches, where it ever does. */
function shownUnder(found: Dependence): Assumptions {
  if (found.verdict === 'unsure') return { assume: {}, otherwise: 'permissive' }
  return found.verdict === 'depends' ? found.works : found.sample
}

/** Runs every plan of every trial until one reaches. */
function tryAll(trials: readonly Trial[], under: Assumptions): Run[] {
  const runs: Run[] = []
  for (const trial of trials) {
    for (const plan of trial.plans) {
      const run = runPlan(plan, trial.target, under)
      runs.push({ trial, plan, ...run })
      if (run.outcome.reached) return runs
    }
  }
  return runs
}

function evidenceOf(view: SiteView, run: Run, under: Assumptions): Evidence {
  const { trial, plan, trace, outcome } = run
  const { attack, from, vlan, guestOf, way } = trial.attempt
  const over = way.at(-1)
  const inTheMiddle = () => middleOf(view, run, trial.target)
  const where = { from, vlan, ...(guestOf && { guestOf }), ...(over && { over }) }
  return { attack, variant: plan.variant, ...where, ...outcome, inTheMiddle, trace, under }
}
