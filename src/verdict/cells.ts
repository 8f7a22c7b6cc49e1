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
import type { VlanKinds, Yardsticks } from './vlan-kinds.ts'

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

/** One attack from one class of ports: the gravest over all VLANs, and each of them, made when it is asked for. */
export type Cell = {
  readonly attack: AttackId
  readonly verdict: VerdictWord
  readonly targets: readonly Target[]
  /** The target that says the verdict; undefined where there is no VLAN to reach. */
  readonly gravest: Target | undefined
}

/** The VLANs that a class of ports may want, and what tells them apart on its ways. */
export type Wanted = { readonly kinds: VlanKinds; readonly yardsticks: Yardsticks }

type Answer = Pick<Target, 'verdict' | 'dependsOn'>

/** What no platform lets anybody reach. */
export const OUT_OF_REACH: Answer = { verdict: 'blocked', dependsOn: [] }

const ORDER: readonly VerdictWord[] = ['works', 'depends', 'unsure', 'blocked']

/**
 * An attack over all VLANs: `into` gives the ways into one of them, or null for a VLAN that nobody wants; `answer` says what those
 * come to. Both are asked once for the VLANs that nothing tells apart.
 */
export function cell(
  view: SiteView,
  attack: AttackId,
  { kinds, yardsticks }: Wanted,
  into: (vlan: Vid) => readonly Attempt[] | null,
  answer: (attempts: readonly Attempt[]) => Answer = (attempts) => answerTo(view, attempts),
): Cell {
  const answers = kinds.ask(yardsticks, (vlan) => {
    const attempts = into(vlan)
    return attempts && answer(attempts)
  })
  const target = (vlan: Vid): Target[] => {
    const said = answers.of(vlan)
    const attempts = said ? into(vlan) : null
    return said && attempts ? [{ vlan, ...said, attempts, film: filmOf(view, attempts) }] : []
  }
  const verdict = ORDER.find((word) => answers.given.some((said) => said?.verdict === word)) ?? 'blocked'
  return {
    attack,
    verdict,
    get targets() {
      return kinds.vlans.flatMap(target)
    },
    get gravest() {
      const first = kinds.vlans.find((vlan) => answers.of(vlan)?.verdict === verdict)
      return first === undefined ? undefined : target(first)[0]
    },
  }
}

/** A target by some of its ways alone. */
export function targetBy(view: SiteView, vlan: Vid, attempts: readonly Attempt[]): Target {
  return { vlan, ...answerTo(view, attempts), attempts, film: filmOf(view, attempts) }
}

/** What the decisions along each way say; `unsure` where a way rests on lines that were not understood. */
function answerTo(view: SiteView, attempts: readonly Attempt[]): Answer {
  if (attempts.length === 0) return OUT_OF_REACH
  const clean = attempts.filter((attempt) => doubtsOn(view, attempt).length === 0)
  const found = dependence((under) => analyseAll(view, clean, under))
  const isSure = clean.length === attempts.length || found.verdict === 'works'
  if (!isSure) return { verdict: 'unsure', dependsOn: [] }
  return { verdict: found.verdict, dependsOn: found.dependsOn.map(({ option }) => option) }
}

/**
 * Ports of a class are judged by the first of them, which is where its attempts begin; a film begins where the person is. The two
 * change places, since a way may lead out by the other one. A guest is on no port of a switch: its attempts stay as they are.
 */
function filmOf(view: SiteView, attempts: readonly Attempt[]): Target['film'] {
  const first = attempts[0]?.from
  return (at = first) => {
    if (!first || at?.device !== first.device || at.port === first.port) return judgeAny(view, attempts)
    const swapped = (end: Endpoint): Endpoint => {
      if (end.device !== first.device) return end
      if (end.port === first.port) return at
      return end.port === at.port ? first : end
    }
    return judgeAny(
      view,
      attempts.map((each) => ({ ...each, from: swapped(each.from), way: each.way.map(swapped) })),
    )
  }
}
