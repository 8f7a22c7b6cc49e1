import type { Attempt, FixStep } from '../rules/rule.ts'
import type { Site } from '../rules/site.ts'
import { type SiteView, viewSite } from '../rules/view.ts'
import { vlansOfSite } from '../rules/vlans-in-use.ts'
import { isOpen, isShut, openAttempts } from './atoms.ts'
import { fixedSite } from './fix.ts'
import { type Candidate, candidatesFor } from './fix-candidates.ts'
import { servicesCut } from './services.ts'
import { partsTrunkEnds } from './trunk-ends.ts'

/** A set of commands that closes every way of attack, and what each of them alone holds shut. */
export type SmallestFix = {
  readonly steps: readonly FixStep[]
  readonly commands: number
  /** Whether no smaller set exists among the candidates; else it is called small. */
  readonly minimal: boolean
  /** Left out, each of these opens that many ways again: the smallest break. */
  readonly breaks: readonly { readonly without: readonly FixStep[]; readonly opens: number }[]
}

/** What could be found. `none`: no set of candidates closes everything and keeps all services. */
export type FixSearch =
  | { readonly found: 'nothing-open' }
  | { readonly found: 'none'; readonly open: number }
  | { readonly found: 'fix'; readonly fix: SmallestFix }

/** Up to this many commands every set is tried; beyond it the search takes what closes most. */
const EXHAUSTIVE = 4
/** Sets that are tried as wholes: on a small site every one. */
const TRIED_AS_WHOLES = 250
/** Sets that are looked at before the search gives up proving that none is smaller. */
const MOST_SETS = 200_000

/**
 * The fewest commands that block all open ways of attack under every setting of the open options, keep all services that work,
 * and leave both ends of every trunk agreeing. Each way of attack is a chain: one command that breaks it anywhere is enough, so
 * that on a large site the search is for the cheapest cover; the result is tried as a whole before it is given.
 */
export function smallestFix(site: Site): FixSearch {
  const view = viewSite(site)
  const open = openAttempts(view)
  if (open.length === 0) return { found: 'nothing-open' }
  const candidates = candidatesFor(view, open).map((each) => ({
    ...each,
    closes: closedBy(site, each, open),
  }))
  for (const { set, minimal } of setsWorthTrying(candidates, open.length)) {
    if (!holds(site, view, stepsOf(set))) continue
    const lean = withoutNeedless(set, (fewer) => holds(site, view, stepsOf(fewer)))
    const breaks = lean.map((left) => {
      const others = lean.filter((each) => each !== left)
      return { without: left.steps, opens: openAfter(site, view, stepsOf(others)).length }
    })
    return { found: 'fix', fix: { steps: stepsOf(lean), commands: costOf(lean), minimal, breaks } }
  }
  return { found: 'none', open: open.length }
}

type Weighed = Candidate & { readonly closes: ReadonlySet<number> }

/** The ways of attack, by number, that these steps alone close. */
function closedBy(site: Site, { steps }: Candidate, open: readonly Attempt[]): ReadonlySet<number> {
  const after = viewSite(fixedSite(site, steps))
  return new Set(open.flatMap((attempt, index) => (isOpen(after, attempt) ? [] : [index])))
}

function stepsOf(set: readonly Candidate[]): FixStep[] {
  return set.flatMap(({ steps }) => steps)
}

/** The set without those that it holds without: what closed most at first may be closed by the others together. */
function withoutNeedless(
  set: readonly Weighed[],
  enough: (fewer: readonly Weighed[]) => boolean,
): readonly Weighed[] {
  return set.reduce((kept, each) => {
    const fewer = kept.filter((other) => other !== each)
    return enough(fewer) ? fewer : kept
  }, set)
}

function costOf(set: readonly Candidate[]): number {
  return set.reduce((sum, { commands }) => sum + commands, 0)
}

/**
 * Sets of candidates by cost while all of them can be tried, then a small one. The first ones are tried whatever each of their commands
 * closes by itself, since together they may close more; of many, those that close everything command by command.
 */
function* setsWorthTrying(
  candidates: readonly Weighed[],
  open: number,
): Generator<{ set: Weighed[]; minimal: boolean }> {
  let tried = 0
  for (let budget = 1; budget <= EXHAUSTIVE; budget++) {
    for (const set of setsOf(candidates, budget)) {
      if (++tried > MOST_SETS) break
      if (tried <= TRIED_AS_WHOLES || closesAll(set, open)) yield { set, minimal: tried <= MOST_SETS }
    }
  }
  const small = greedy(candidates, open)
  if (small) yield { set: small, minimal: false }
}

/** Every set whose commands add up to the budget. */
function* setsOf(candidates: readonly Weighed[], budget: number, first = 0): Generator<Weighed[]> {
  if (budget === 0) {
    yield []
    return
  }
  for (let index = first; index < candidates.length; index++) {
    const each = candidates[index]
    if (!each || each.commands > budget) continue
    for (const rest of setsOf(candidates, budget - each.commands, index + 1)) yield [each, ...rest]
  }
}

function closesAll(set: readonly Weighed[], open: number): boolean {
  if (set.reduce((sum, { closes }) => sum + closes.size, 0) < open) return false
  return new Set(set.flatMap(({ closes }) => [...closes])).size === open
}

/** What closes most for a command, again and again. */
function greedy(candidates: readonly Weighed[], open: number): Weighed[] | null {
  const closed = new Set<number>()
  const set: Weighed[] = []
  while (closed.size < open) {
    const gain = ({ closes, commands }: Weighed) =>
      [...closes].filter((each) => !closed.has(each)).length / commands
    const best = candidates.reduce<Weighed | null>(
      (found, each) => (gain(each) > (found ? gain(found) : 0) ? each : found),
      null,
    )
    if (!best) return null
    set.push(best)
    for (const each of best.closes) closed.add(each)
  }
  return set
}

/** Whether the steps as a whole close everything, cut no service and leave the ends of every trunk agreeing where they did. */
function holds(site: Site, before: SiteView, steps: readonly FixStep[]): boolean {
  const after = viewSite(fixedSite(site, steps))
  if (partsTrunkEnds(before, after) || !isShut(after, vlansOfSite(before))) return false
  return servicesCut(before, after).length === 0
}

/** The ways of attack that are open after these steps, into every VLAN that somebody would miss before them or after them. */
function openAfter(site: Site, before: SiteView, steps: readonly FixStep[]): Attempt[] {
  return openAttempts(viewSite(fixedSite(site, steps)), vlansOfSite(before))
}
