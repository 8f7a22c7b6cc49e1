import { AskedOnce } from '../net/asked-once.ts'
import type { Claim, FixStep } from '../rules/rule.ts'
import type { Site } from '../rules/site.ts'
import { type SiteView, viewSite } from '../rules/view.ts'
import { sceneOf } from './complete.ts'
import { fixedSite, partOf } from './fix.ts'
import { judgeAny } from './judge.ts'
import type { VerdictWord } from './judgement.ts'

const KNOWN = new AskedOnce<VerdictWord>()

/** What a claim's attacks come to once its fix was typed on the ports that they touch: they are run again, once for parts that are alike. */
export function verdictAfter(view: SiteView, claim: Claim): VerdictWord {
  const { part, steps } = touchedBy(view, claim)
  const { attempts } = claim
  const purposes = part.devices.map(({ name }) => part.purposes[name])
  const names = [...part.devices, ...(part.hypervisors ?? [])].map(({ name }) => name)
  const question = { ...part, purposes, steps, attempts }
  return KNOWN.ask(
    question,
    names,
    ['mac'],
    () => judgeAny(viewSite(fixedSite(part, steps)), attempts).verdict,
  )
}

/** The part of a site that a claim's attacks touch, and the steps of its fix there or at a device as a whole. */
export function touchedBy(view: SiteView, { attempts, fix }: Claim): { part: Site; steps: FixStep[] } {
  const ports = attempts.flatMap((attempt) => sceneOf(view, attempt)?.ports ?? [attempt.from])
  const names = new Set(ports.map(({ device, port }) => `${device}\u0000${port}`))
  const steps = fix.filter(({ device, port }) => port === null || names.has(`${device}\u0000${port}`))
  const hosts = new Set(attempts.flatMap(({ guestOf }) => guestOf?.host ?? []))
  return { part: partOf(view, ports, hosts), steps }
}
