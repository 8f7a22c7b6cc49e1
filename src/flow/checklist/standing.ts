import { applyLines, type DeviceReading, type Patch, patch } from '../../config/index.ts'
import type { Checklist, ChecklistItem } from '../../content/checklist.ts'
import { RULES } from '../../rules/index.ts'
import type { Purpose } from '../../rules/purpose.ts'
import type { Service, Site } from '../../rules/site.ts'
import { checkSite } from '../../verdict/check-site.ts'
import type { Finding } from '../../verdict/finding.ts'
import { fixLines } from '../../verdict/fix.ts'
import { judgeView, type SiteVerdict } from '../../verdict/matrix.ts'

/** What someone said of an item that no rule can settle: done, or left open on purpose. */
export type Tick = 'done' | 'accepted'

/**
 * How an item stands. `holds`: its rules find nothing. `open`: they do. `yours`: nothing can check it, a person must. `done` and
 * `accepted` are what a person said; a finding stays listed under an accepted item.
 */
export type ItemState = 'holds' | 'open' | 'yours' | Tick

/** An item with what the simulation says about it now. */
export type ItemStanding = {
  readonly item: ChecklistItem
  readonly group: string
  readonly state: ItemState
  readonly findings: readonly Finding[]
  /** Lines that would settle the findings, as they are typed. */
  readonly fix: readonly string[]
  /** Names of services that the fix would cut. */
  readonly cuts: readonly string[]
}

/** Everything that follows from the configuration as it stands: recomputed after every edit. */
export type Standing = {
  readonly after: DeviceReading
  readonly site: Site
  readonly items: readonly ItemStanding[]
  readonly verdict: SiteVerdict
  /** The commands so far, and the way back. */
  readonly patch: Patch
}

/** What a standing is computed from. */
export type Situation = {
  readonly checklist: Checklist
  readonly before: DeviceReading
  readonly purposes: Readonly<Record<string, Purpose>>
  readonly services: readonly Service[]
  readonly edits: readonly (readonly string[])[]
  readonly ticks: Readonly<Record<string, Tick>>
}

/** The switch with every edit typed at it. */
export function edited(before: DeviceReading, edits: readonly (readonly string[])[]): DeviceReading {
  return edits.reduce((device, lines) => applyLines(device, lines).device, before)
}

/** The switch as it stands, with what its user said about it: what is attacked. */
export function siteOf(
  after: DeviceReading,
  { purposes, services }: Pick<Situation, 'purposes' | 'services'>,
): Site {
  return { devices: [after], links: [], purposes: { [after.name]: purposes }, services }
}

/** Whether a finding is about ports of these purposes. A port nobody was asked about is everyone's. */
function concerns(
  { purposes }: ChecklistItem,
  finding: Finding,
  said: Readonly<Record<string, Purpose>>,
): boolean {
  if (purposes.length === 0) return true
  return finding.ports.some((port) => {
    const purpose = said[port]
    return purpose === undefined || purposes.includes(purpose)
  })
}

function standingOfItem(
  item: ChecklistItem,
  group: string,
  all: readonly Finding[],
  { purposes, ticks, before }: Situation,
): ItemStanding {
  const findings = all.filter(
    (finding) => item.rules.includes(finding.rule.id) && concerns(item, finding, purposes),
  )
  const isChecked = item.rules.some((id) => RULES.some((rule) => rule.id === id))
  const tick = Object.hasOwn(ticks, item.id) ? ticks[item.id] : undefined
  const found: ItemState = findings.length > 0 ? 'open' : isChecked ? 'holds' : 'yours'
  const state = found === 'holds' || !tick ? found : found === 'open' && tick === 'done' ? 'open' : tick
  return {
    item,
    group,
    state,
    findings,
    fix: fixLines(
      findings.flatMap(({ fix }) => fix),
      before.name,
    ),
    cuts: [...new Set(findings.flatMap(({ cuts }) => cuts))],
  }
}

/** Attacks the configuration as it stands and says how every item of the checklist stands with it. */
export function standingOf(situation: Situation): Standing {
  const { checklist, before, edits } = situation
  const after = edited(before, edits)
  const site = siteOf(after, situation)
  const { view, findings } = checkSite(site)
  const items = checklist.groups.flatMap(({ title, items: each }) =>
    each.map((item) => standingOfItem(item, title, findings, situation)),
  )
  return { after, site, items, verdict: judgeView(view), patch: patch(before, after) }
}
