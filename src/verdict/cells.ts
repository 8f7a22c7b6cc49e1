import type { AttackId } from '../attacks/attack.ts'
import { dependence } from '../net/depend.ts'
import type { Endpoint } from '../net/network.ts'
import type { Vid } from '../net/vlan-set.ts'
import type { Attempt } from '../rules/rule.ts'
import type { SiteView } from '../rules/view.ts'
import { analyseAll } from './analyse.ts'
import { doubtsOn } from './doubts.ts'
import { judgeAny } from './judge.ts'
import type { Judgement, VerdictWord } from './judgement.ts'

/** One attack into one VLAN from one class of ports. */
export type Target = {
  readonly vlan: Vid
  readonly verdict: VerdictWord
  /** Names of the options that decide. */
  readonly dependsOn: readonly string[]
  /** The ways that were tried; any of them is enough. */
  readonly attempts: readonly Attempt[]
  /** Runs the attack: the film behind this cell, from this port of the class; without one from the first. */
  readonly film: (at?: Endpoint) => Judgement
}

/** One attack from one class of ports: the gravest over all VLANs, and each of them. */
export type Cell = {
  readonly attack: AttackId
  readonly verdict: VerdictWord
  readonly targets: readonly Target[]
  /** The target that says the verdict; undefined where there is no VLAN to reach. */
  readonly gravest: Target | undefined
}

/** A target that no platform lets anybody reach this way. */
export function blockedTarget(view: SiteView, vlan: Vid, attempts: readonly Attempt[]): Target {
  return { vlan, verdict: 'blocked', dependsOn: [], attempts, film: filmOf(view, attempts) }
}

/** Ports of a class are judged by the first of them, which is where its attempts begin; a film begins where the person is. */
function filmOf(view: SiteView, attempts: readonly Attempt[]): Target['film'] {
  const first = attempts[0]?.from
  const begin = ({ device, port }: Endpoint, at: Endpoint | undefined) =>
    at && device === at.device && port === first?.port ? at : { device, port }
  return (at) =>
    judgeAny(
      view,
      attempts.map((each) => ({ ...each, from: begin(each.from, at) })),
    )
}

/** A target as the decisions along each way say; `unsure` where a way rests on lines that were not understood. */
export function target(view: SiteView, vlan: Vid, attempts: readonly Attempt[]): Target {
  if (attempts.length === 0) return blockedTarget(view, vlan, attempts)
  const film = filmOf(view, attempts)
  const clean = attempts.filter((attempt) => doubtsOn(view, attempt).length === 0)
  const found = dependence((under) => analyseAll(view, clean, under))
  const isSure = clean.length === attempts.length || found.verdict === 'works'
  const { verdict, dependsOn } = isSure ? found : { verdict: 'unsure' as const, dependsOn: [] }
  return { vlan, verdict, dependsOn: dependsOn.map(({ option }) => option), attempts, film }
}

const ORDER: readonly VerdictWord[] = ['works', 'depends', 'unsure', 'blocked']

/** An attack over all its targets. */
export function cell(attack: AttackId, targets: readonly Target[]): Cell {
  const gravest = ORDER.map((word) => targets.find(({ verdict }) => verdict === word)).find((each) => each)
  return { attack, verdict: gravest?.verdict ?? 'blocked', targets, gravest }
}
