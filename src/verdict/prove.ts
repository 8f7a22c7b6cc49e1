import type { SourceId } from '../net/settings.ts'
import type { Claim, Rule } from '../rules/rule.ts'
import { type SiteView, viewSite } from '../rules/view.ts'
import { verdictAfter } from './after-fix.ts'
import type { Finding, Level } from './finding.ts'
import { fixedSite, platformSteps } from './fix.ts'
import { judgeAny } from './judge.ts'
import { type Judgement, NOTHING_TO_TRY } from './judgement.ts'
import { servicesCut } from './services.ts'

/**
 * Puts a claim to the test: its attacks are run before the fix and after it. Null where the claim is about an attack that does
 * not get through, and the rule wants silence then.
 */
export function prove(view: SiteView, rule: Rule, claim: Claim): Finding | null {
  const judgement = claim.attempts.length > 0 ? judgeAny(view, claim.attempts) : NOTHING_TO_TRY
  if (claim.attempts.length > 0 && judgement.verdict === 'blocked' && claim.whenBlocked === 'silence')
    return null
  const { device, ports, message, effective, caution } = claim
  const fix = platformSteps(view.site.devices, claim.fix)
  // Advice that the platform has no command for is none.
  if (claim.fix.length > 0 && fix.length === 0 && claim.attempts.length === 0) return null
  const cuts = view.site.services.length > 0 && fix.length > 0 ? cutBy(view, claim) : []
  return {
    rule,
    claim,
    level: levelOf(judgement),
    device,
    ports,
    message,
    effective,
    judgement,
    ...restsOn(view, claim),
    fix,
    caution,
    after: judgement.evidence && fix.length > 0 ? verdictAfter(view, claim) : null,
    cuts,
    fixSafe: fix.length > 0 && caution === null && cuts.length === 0,
  }
}

/** The finding for some of its ports only, put to the test again where its witness came in by another one. */
export function provenOn(view: SiteView, finding: Finding, ports: readonly string[]): Finding {
  const { rule, claim, ports: all } = finding
  const [first] = ports
  if (ports.length === all.length || first === undefined) return finding
  const dropped = new Set(all.filter((port) => !ports.includes(port)))
  const isDropped = (end: { device: string; port: string | null }) =>
    end.device === claim.device && end.port !== null && dropped.has(end.port)
  const attempts = claim.attempts.map((attempt) =>
    isDropped(attempt.from) ? { ...attempt, from: { device: claim.device, port: first } } : attempt,
  )
  const fix = claim.fix.filter((step) => !isDropped(step))
  return prove(view, rule, { ...claim, ports, attempts, fix }) ?? { ...finding, ports }
}

function levelOf({ verdict }: Judgement): Level {
  if (verdict === 'works') return 'error'
  return verdict === 'blocked' ? 'advice' : 'warning'
}

function cutBy(view: SiteView, { fix }: Claim): string[] {
  return servicesCut(view, viewSite(fixedSite(view.site, fix)))
}

/** The lines a claim rests on, and whether any of its settings was written at all. */
function restsOn(
  view: SiteView,
  { device, ports, settings, also = [], atLines = [] }: Claim,
): Pick<Finding, 'lines' | 'written'> {
  const index = view.devices.get(device)?.index
  if (!index) return { lines: ascending(atLines), written: true }
  const lines = [...atLines]
  const add = (ids: readonly SourceId[]): boolean => {
    const before = lines.length
    for (const id of ids) {
      const line = index.lineOf(id)
      if (line !== undefined) lines.push(line)
    }
    return lines.length > before
  }
  let written = settings.length > 0 || atLines.length > 0
  for (const name of ports) {
    const place = index.place(name)
    const byLine = settings.map((setting) => place !== undefined && add(index.sourcesOf(place, setting)))
    if (byLine.includes(true) || atLines.length > 0) continue
    written = false
    const header = place === undefined ? 0 : index.headerLine(place)
    if (header > 0) lines.push(header)
  }
  add(also)
  return { lines: ascending(lines), written }
}

/** Each of these line numbers once, ascending. */
function ascending(lines: readonly number[]): number[] {
  return [...lines].sort((a, b) => a - b).filter((line, i, all) => line !== all[i - 1])
}
