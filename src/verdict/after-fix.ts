import type { DeviceReading } from '../config/reading.ts'
import { AskedOnce } from '../net/asked-once.ts'
import { kindsOf, namedByPlace } from '../net/likeness.ts'
import type { Claim, FixStep } from '../rules/rule.ts'
import type { Site } from '../rules/site.ts'
import { type SiteView, viewSite } from '../rules/view.ts'
import { sceneOf } from './complete.ts'
import { fixedSite, partOf } from './fix.ts'
import { judgeAny } from './judge.ts'
import type { VerdictWord } from './judgement.ts'

const KNOWN = new AskedOnce<VerdictWord>(1_000)

/** What a claim's attacks come to once its fix was typed on the ports that they touch: they are run again, once for parts that are alike. */
export function verdictAfter(view: SiteView, claim: Claim): VerdictWord {
  const { part, steps } = touchedBy(view, claim)
  const { attempts } = claim
  return KNOWN.ask(
    partLikeness(part, { steps, attempts }),
    () => judgeAny(viewSite(fixedSite(part, steps)), attempts).verdict,
  )
}

/** Writes a part of a site, and what is asked of it, so that those are written alike that come to the same verdict. */
function partLikeness({ devices, links, purposes, hypervisors = [] }: Site, question: object): string {
  const names = devices.map(({ name }) => name)
  const unnamed = JSON.stringify(devices.map(settingsOf))
  const hung = names.map((name) => purposes[name])
  return `${unnamed}${JSON.stringify([hung, hypervisors])}${namedByPlace({ links, question }, names)}`
}

/** What a device is set to, without its name and without where its settings are written and what people are told of them. */
function settingsOf({ name, reasons, assumptions, vlanNames, sources, lines, ...reading }: DeviceReading) {
  const notes = Object.entries(reading.notes).map(([port, own]) => [
    port,
    { ...own, description: '', line: 0 },
  ])
  return {
    ...reading,
    device: { ...reading.device, name: '', mac: '' },
    notes,
    vlanInterfaces: reading.vlanInterfaces.map(({ vlan, hasAddress, enabled }) => ({
      vlan,
      hasAddress,
      enabled,
    })),
    doubts: lines.map(({ state, touches }) => ({ state, touches })),
    sources: kindsOf(sources),
  }
}

/** The part of a site that a claim's attacks touch, and the steps of its fix there or at a device as a whole. */
export function touchedBy(view: SiteView, { attempts, fix }: Claim): { part: Site; steps: FixStep[] } {
  const ports = attempts.flatMap((attempt) => sceneOf(view, attempt)?.ports ?? [attempt.from])
  const names = new Set(ports.map(({ device, port }) => `${device}\u0000${port}`))
  const steps = fix.filter(({ device, port }) => port === null || names.has(`${device}\u0000${port}`))
  const hosts = new Set(attempts.flatMap(({ guestOf }) => guestOf?.host ?? []))
  return { part: partOf(view, ports, hosts), steps }
}
