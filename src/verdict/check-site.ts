import { RULES } from '../rules/index.ts'
import { UNASKED } from '../rules/purpose.ts'
import type { Rule } from '../rules/rule.ts'
import type { Site } from '../rules/site.ts'
import { type SiteView, viewSite } from '../rules/view.ts'
import { type Finding, inOrderOfWeight } from './finding.ts'
import { prove } from './prove.ts'
import { judgeServices } from './services.ts'

/** What a check of a site found, and what it took for granted. */
export type SiteCheck = {
  readonly view: SiteView
  readonly findings: readonly Finding[]
}

/** Runs rules over a site and proves what they claim. */
export function checkSite(site: Site, rules: readonly Rule[] = RULES): SiteCheck {
  const view = viewSite(site)
  const findings = rules.flatMap((rule) =>
    rule.check(view).flatMap((claim) => prove(view, rule, claim) ?? []),
  )
  return { view, findings: inOrderOfWeight(findings) }
}

/** Everything the answer about one device rests on: its platform, its VLANs, its neighbours, what hangs on its ports. */
export function assumptionsOf({ view, findings }: SiteCheck, device: string): string[] {
  const found = view.devices.get(device)
  const host = view.site.hypervisors?.find(({ name }) => name === device)
  const own = findings.filter((finding) => finding.device === device)
  const unasked = found?.classes.some(
    ({ sample }) =>
      sample.purpose === undefined && (sample.role === 'entry' || sample.role === 'link') && !sample.peer,
  )
  return [
    ...new Set([
      ...(found?.reading.assumptions ?? host?.assumptions ?? []),
      ...(unasked ? [UNASKED] : []),
      ...own.flatMap(({ judgement }) => judgement.assumptions),
      ...judgeServices(view).flatMap(({ assumptions }) =>
        assumptions.flatMap((each) => (each.device === device ? each.text : [])),
      ),
    ]),
  ]
}
