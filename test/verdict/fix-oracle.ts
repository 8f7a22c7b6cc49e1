import { expect } from 'vitest'
import type { Endpoint, Link } from '../../src/net/network.ts'
import { showVlans } from '../../src/net/vlan-set.ts'
import type { FixStep } from '../../src/rules/rule.ts'
import type { Site } from '../../src/rules/site.ts'
import { portOf, type SiteView, viewSite } from '../../src/rules/view.ts'
import { vlansOfSite } from '../../src/rules/vlans-in-use.ts'
import { openAttempts } from '../../src/verdict/atoms.ts'
import { fixedSite } from '../../src/verdict/fix.ts'
import { type Candidate, candidatesFor } from '../../src/verdict/fix-candidates.ts'
import { judgeView } from '../../src/verdict/matrix.ts'
import { judgeServices } from '../../src/verdict/services.ts'
import { type FixSearch, smallestFix } from '../../src/verdict/smallest-fix.ts'
import { showSite } from './random-site.ts'

/** Sets of commands that are tried on one site at most. */
const MOST_SETS = 1_500

/**
 * Holds the smallest fix of a site to trying every set of the rules' candidates: what is found closes the whole matrix, keeps services
 * and the ends of trunks, each of its commands holds something shut, and no cheaper set does. Gives what was found.
 */
export function fixAsEverySet(site: Site): string {
  const search = smallestFix(site)
  const before = viewSite(site)
  const open = openCells(before, before)
  expect({ found: search.found === 'nothing-open', open }, showSite(site)).toEqual({
    found: open.length === 0,
    open,
  })
  if (search.found === 'fix') {
    expect(wrongWith(site, before, search.fix.steps), showSite(site)).toEqual([])
    expect(search.fix.breaks.map(({ opens }) => opens)).not.toContain(0)
  }
  let tried = 0
  for (const set of setsOf(candidatesFor(before, openAttempts(before)), budgetBelow(search))) {
    const steps = set.flatMap((each) => each.steps)
    expect(wrongWith(site, before, steps), `${JSON.stringify(steps)}\n${showSite(site)}`).not.toEqual([])
    if (++tried === MOST_SETS) break
  }
  return search.found === 'fix' ? `fix of ${search.fix.commands}` : search.found
}

/** The commands below which nothing else may do. */
function budgetBelow(search: FixSearch): number {
  if (search.found === 'nothing-open') return -1
  return search.found === 'none' ? 4 : Math.min(search.fix.commands - 1, 4)
}

function* setsOf(candidates: readonly Candidate[], budget: number, first = 0): Generator<Candidate[]> {
  if (budget < 0) return
  yield []
  for (const [index, each] of candidates.entries()) {
    if (index < first) continue
    for (const rest of setsOf(candidates, budget - each.commands, index + 1)) yield [each, ...rest]
  }
}

/** What these steps leave open, cut, or make disagree. */
function wrongWith(site: Site, before: SiteView, steps: readonly FixStep[]): string[] {
  const after = viewSite(fixedSite(site, steps))
  const wrong = openCells(after, before)
  for (const link of site.links) {
    const now = agreed(after, link)
    wrong.push(...agreed(before, link).filter((each) => !now.includes(each)))
  }
  if (wrong.length > 0 || site.services.length === 0) return wrong
  const now = judgeServices(after, before)
  return judgeServices(before).flatMap(({ works, service }, index) =>
    works && now[index]?.works !== true ? [service.name] : [],
  )
}

/** The attacks that are not blocked into the VLANs that anybody missed before or misses now, but for those of made-up guests. */
function openCells(view: SiteView, before: SiteView): string[] {
  const { rows } = judgeView(view, vlansOfSite(before))
  return rows
    .filter(({ role, device }) => role !== 'hypervisor' || !view.devices.has(device))
    .flatMap(({ device, ports, cells }) =>
      cells.flatMap(({ attack, verdict }) =>
        verdict === 'blocked' ? [] : [`${device} ${ports.join()} ${attack}`],
      ),
    )
}

/** In what the ends of a cable agree, where both may be trunks. */
function agreed(view: SiteView, { a, b }: Link): string[] {
  const [one, other] = [sidesOf(view, a), sidesOf(view, b)]
  const isTrunk = one.mode !== 'access' && other.mode !== 'access'
  return (['native', 'list', 'tagging'] as const)
    .filter((what) => !isTrunk || one[what] === other[what])
    .map((what) => `${a.device} ${a.port} ${what}`)
}

function sidesOf(view: SiteView, end: Endpoint) {
  const port = portOf(view, end)?.port
  const device = view.devices.get(end.device)?.reading.device
  const own = port?.tagNative.value
  return {
    mode: port?.mode.value,
    native: port?.nativeVlan.value,
    list: showVlans(port?.allowedVlans.value ?? []),
    tagging: own === 'inherit' ? device?.tagNative.value : own,
  }
}
