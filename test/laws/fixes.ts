import { applyLines } from '../../src/config/apply-lines.ts'
import type { Site } from '../../src/rules/site.ts'
import { viewSite } from '../../src/rules/view.ts'
import { checkSite } from '../../src/verdict/check-site.ts'
import type { Finding } from '../../src/verdict/finding.ts'
import { fixedSite, fixLines } from '../../src/verdict/fix.ts'
import type { VerdictWord } from '../../src/verdict/judgement.ts'
import { judgeSite } from '../../src/verdict/matrix.ts'
import { judgeServices } from '../../src/verdict/services.ts'

/** After so many rounds of typing every fix nothing more is found: a port that has become a trunk or an access port is advised anew. */
const ROUNDS = 4

const show = ({ rule, device, ports, message }: Finding) =>
  `${rule.id} ${device} ${ports.join(',')}: ${message}`

/** What is wrong with the fixes of a site's findings, each typed alone, as sentences. */
export function faultsOfFixes(site: Site): string[] {
  const { findings } = checkSite(site)
  const before = reach(site)
  const working = servicesOf(site)
  return findings.flatMap((finding) => {
    if (finding.fix.length === 0)
      return finding.caution === null ? [`${show(finding)} has nothing to do`] : []
    const after = fixedSite(site, finding.fix)
    return [
      ...refused(site, finding),
      ...stays(after, finding),
      ...(finding.fixSafe ? unsafe(finding, before, reach(after), working, servicesOf(after)) : []),
    ]
  })
}

/** What is still found when every fix was typed, round after round. */
export function leftAfterFixes(site: Site): string[] {
  let at = site
  let findings = checkSite(at).findings
  for (let round = 0; round < ROUNDS && findings.some(({ fix }) => fix.length > 0); round++) {
    const fix = findings.flatMap((finding) => finding.fix)
    at = fixedSite(at, fix)
    findings = checkSite(at).findings
  }
  return findings.filter(({ fix }) => fix.length > 0).map((left) => `${show(left)} is left`)
}

/** Lines that a device does not take. */
function refused(site: Site, finding: Finding): string[] {
  return site.devices.flatMap((device) => {
    const { refused } = applyLines(device, fixLines(finding.fix, device.name))
    return refused ? [`${show(finding)}: "${refused.line}" is refused: ${refused.answer.text}`] : []
  })
}

/** A claim that is made again of the same ports, but where it says that no command closes all of it. */
function stays(after: Site, finding: Finding): string[] {
  if (finding.after !== null && finding.after !== 'blocked' && !finding.fixSafe) return []
  const again = checkSite(after, [finding.rule]).findings
  const same = again.some((each) => show(each) === show(finding))
  return same ? [`${show(finding)} stays`] : []
}

type Reach = ReadonlyMap<string, VerdictWord>

const RANK: Readonly<Record<VerdictWord, number>> = { blocked: 0, unsure: 1, depends: 1, works: 2 }

/** By port and VLAN the most that any attack from there comes to. */
function reach(site: Site): Reach {
  const most = new Map<string, VerdictWord>()
  for (const { device, ports, cells } of judgeSite(site).rows)
    for (const { vlan, verdict } of cells.flatMap(({ targets }) => targets))
      for (const port of ports) {
        const key = `${device} ${port} into VLAN ${vlan}`
        const known = most.get(key)
        if (known === undefined || RANK[verdict] > RANK[known]) most.set(key, verdict)
      }
  return most
}

function servicesOf(site: Site): string[] {
  return judgeServices(viewSite(site)).flatMap(({ service, works }) => (works ? [service.name] : []))
}

/** What a fix that is called safe opens or cuts. */
function unsafe(
  finding: Finding,
  before: Reach,
  after: Reach,
  working: readonly string[],
  still: readonly string[],
): string[] {
  const opened = [...after].flatMap(([key, verdict]) => {
    const was = before.get(key)
    return was !== undefined && RANK[verdict] > RANK[was] ? [`opens ${key}: ${was}, then ${verdict}`] : []
  })
  const cut = working.filter((name) => !still.includes(name)).map((name) => `cuts ${name}`)
  return [...opened, ...cut].map((what) => `${show(finding)} is called safe and ${what}`)
}
