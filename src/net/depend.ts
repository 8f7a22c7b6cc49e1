import { OPTIONS, type OptionName, type OptionReading, type OptionValues } from './options.ts'
import { openValues } from './profiles.ts'
import type { RunSettings } from './trace.ts'

/** What a run assumes for the options that no profile settles: hand it to `simulate` as settings. */
export type Assumptions = Pick<RunSettings, 'assume' | 'otherwise'>

/** What one run answered, and the options it read on the way (`trace.readings`). */
export type Attempt = { readonly works: boolean; readonly readings: readonly OptionReading[] }

/** An option on a platform: what a verdict may hang on. */
export type OpenOption = { readonly profile: string; readonly option: OptionName }

/**
 * Whether something works on every switch these profiles may stand for. `depends` names the options that matter and holds
 * assumptions under which it works and is blocked, to be shown as two films; `unsure` gave up after `MOST_RUNS` and names every
 * open option that was read.
 */
export type Dependence =
  | {
      readonly verdict: 'works' | 'blocked'
      readonly dependsOn: readonly []
      readonly sample: Assumptions
      readonly runs: number
    }
  | {
      readonly verdict: 'depends'
      readonly dependsOn: readonly OpenOption[]
      readonly works: Assumptions
      readonly blocked: Assumptions
      readonly runs: number
    }
  | { readonly verdict: 'unsure'; readonly dependsOn: readonly OpenOption[]; readonly runs: number }

/** Runs after which a verdict is `unsure` rather than a long wait. */
export const MOST_RUNS = 64

type Choice = OpenOption & { readonly value: string }
type Tree =
  | { readonly leaf: boolean; readonly sample: Assumptions }
  | { readonly on: OpenOption; readonly branches: readonly Tree[] }

class TooManyRuns extends Error {}

/**
 * The three-valued verdict. Runs all-permissive and all-strict first: where both agree and only ordered options were read, that
 * is sure. Otherwise it branches on the open options in the order in which they were read, each branch again closed by its own
 * permissive and strict ends; options without an order are always tried value by value. Of the others one that settles a branch comes
 * first, since most of what is read changes nothing. `attempt` must be pure.
 */
export function dependence(attempt: (assumptions: Assumptions) => Attempt): Dependence {
  const seen = new Map<string, OpenOption>()
  let runs = 0
  const done: Attempt[] = []
  const attemptOnce = (assumptions: Assumptions): Attempt => {
    const same = done.find(({ readings }) => readings.every((reading) => answersSo(assumptions, reading)))
    if (same) return same
    if (runs >= MOST_RUNS) throw new TooManyRuns()
    runs++
    const made = attempt(assumptions)
    done.push(made)
    return made
  }
  const run = (choices: readonly Choice[], otherwise: Assumptions['otherwise']) => {
    const assumptions = { assume: assumed(choices), otherwise }
    const { works, readings } = attemptOnce(assumptions)
    const open = readings.filter((r) => !r.settled && !choices.some((c) => isSame(c, r)))
    for (const { profile, option } of open) seen.set(`${profile}/${option}`, { profile, option })
    return { works, open, assumptions }
  }
  /** Whether this option alone blocks what works, or lets through what is blocked, so that one of its branches ends at once. */
  const settles = (choices: readonly Choice[], { profile, option }: OpenOption): boolean => {
    const values = openValues(profile, option)
    const to = (value = '') => [...choices, { profile, option, value }]
    return !run(to(values.at(-1)), 'permissive').works || run(to(values[0]), 'strict').works
  }
  const explore = (choices: readonly Choice[]): Tree => {
    const permissive = run(choices, 'permissive')
    const sample = permissive.assumptions
    if (permissive.open.length === 0) return { leaf: permissive.works, sample }
    const strict = run(choices, 'strict')
    const open = [...permissive.open, ...strict.open]
    const unordered = open.find(({ option }) => !OPTIONS[option].ordered)
    if (!unordered && permissive.works === strict.works) return { leaf: permissive.works, sample }
    const on = unordered ?? open.find((each) => settles(choices, each)) ?? open[0]
    if (!on) return { leaf: permissive.works, sample }
    const { profile, option } = on
    const branches = openValues(profile, option).map((value) =>
      explore([...choices, { profile, option, value }]),
    )
    return reduced({ on: { profile, option }, branches })
  }
  try {
    return summary(explore([]), runs)
  } catch (error) {
    if (!(error instanceof TooManyRuns)) throw error
    return { verdict: 'unsure', dependsOn: [...seen.values()], runs }
  }
}

/** Whether a run under these assumptions would be told the same when it reads this option; then it is the same run. */
function answersSo(
  { assume, otherwise }: Assumptions,
  { profile, option, value, settled }: OptionReading,
): boolean {
  if (settled) return true
  const values = openValues(profile, option)
  const strict = otherwise === 'strict' && OPTIONS[option].ordered
  return value === (assume[profile]?.[option] ?? (strict ? values.at(-1) : values[0]))
}

function isSame(a: OpenOption, b: OpenOption): boolean {
  return a.profile === b.profile && a.option === b.option
}

function assumed(choices: readonly Choice[]): Record<string, OptionValues> {
  const assume: Record<string, OptionValues> = {}
  for (const { profile, option, value } of choices)
    assume[profile] = { ...assume[profile], [option]: value } as OptionValues
  return assume
}

/** A branching whose branches all say the same is no branching: its option does not matter here. */
function reduced(tree: Tree): Tree {
  if ('leaf' in tree) return tree
  const [first, ...others] = tree.branches
  return first && others.every((other) => sameTree(first, other)) ? first : tree
}

function sameTree(a: Tree, b: Tree): boolean {
  if ('leaf' in a || 'leaf' in b) return 'leaf' in a && 'leaf' in b && a.leaf === b.leaf
  return isSame(a.on, b.on) && a.branches.every((branch, i) => sameTree(branch, b.branches[i] ?? a))
}

function summary(tree: Tree, runs: number): Dependence {
  if ('leaf' in tree) {
    return { verdict: tree.leaf ? 'works' : 'blocked', dependsOn: [], sample: tree.sample, runs }
  }
  const matter = new Map<string, OpenOption>()
  const samples = new Map<boolean, Assumptions>()
  const walk = (node: Tree): void => {
    if ('leaf' in node) {
      if (!samples.has(node.leaf)) samples.set(node.leaf, node.sample)
      return
    }
    matter.set(`${node.on.profile}/${node.on.option}`, node.on)
    for (const branch of node.branches) walk(branch)
  }
  walk(tree)
  const works = samples.get(true)
  const blocked = samples.get(false)
  if (!works || !blocked) throw new RangeError('A reduced tree that branches has both kinds of leaf.')
  const dependsOn = [...matter.values()].filter((option) => decides(tree, option))
  return { verdict: 'depends', dependsOn, works, blocked, runs }
}

/** Whether some setting of all other options lets this one decide: branches may differ in their order of reading alone. */
function decides(tree: Tree, option: OpenOption): boolean {
  return openValues(option.profile, option.option).some(
    (_, value) => !sameAnswers(pinned(tree, option, 0), pinned(tree, option, value)),
  )
}

/** The tree with one option settled to its value number `value`. */
function pinned(tree: Tree, option: OpenOption, value: number): Tree {
  if ('leaf' in tree) return tree
  if (isSame(tree.on, option)) return pinned(tree.branches[value] ?? tree, option, value)
  return { on: tree.on, branches: tree.branches.map((branch) => pinned(branch, option, value)) }
}

/** Whether two trees answer the same under every setting, whatever order they ask in. */
function sameAnswers(a: Tree, b: Tree): boolean {
  const on = 'leaf' in a ? ('leaf' in b ? null : b.on) : a.on
  if (on === null) return 'leaf' in a && 'leaf' in b && a.leaf === b.leaf
  return openValues(on.profile, on.option).every((_, value) =>
    sameAnswers(pinned(a, on, value), pinned(b, on, value)),
  )
}
