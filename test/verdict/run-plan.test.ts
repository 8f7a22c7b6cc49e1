import fc from 'fast-check'
import { expect, it } from 'vitest'
import { likeness } from '../../src/net/likeness.ts'
import { simulate } from '../../src/net/simulate.ts'
import type { Site } from '../../src/rules/site.ts'
import { checkSite } from '../../src/verdict/check-site.ts'
import { channelledSites, sites, trunkedSites } from './random-site.ts'

/** The site with its switches called otherwise. */
function calledOtherwise(site: Site): Site {
  const called = (name: string) => `other-${name}`
  const end = <T extends { device: string }>(at: T) => ({ ...at, device: called(at.device) })
  return {
    ...site,
    devices: site.devices.map((reading) => {
      const name = called(reading.name)
      return { ...reading, name, device: { ...reading.device, name } }
    }),
    links: site.links.map(({ a, b }) => ({ a: end(a), b: end(b) })),
    purposes: Object.fromEntries(Object.entries(site.purposes).map(([name, of]) => [called(name), of])),
    services: [],
  }
}

it('shows as evidence the run of its own network, though one that is alike was run before', () => {
  const runs = new Map<string, number>()
  const all = fc.oneof(sites, trunkedSites, channelledSites)
  fc.assert(
    fc.property(all, (site) => {
      for (const each of [site, calledOtherwise(site)]) {
        for (const { judgement } of checkSite({ ...each, services: [] }).findings) {
          if (!judgement.evidence) continue
          const { trace } = judgement.evidence
          expect(trace).toEqual(simulate(trace.network, trace.stimuli, trace.settings))
          const key = likeness(trace.network, trace.stimuli)
          runs.set(key, (runs.get(key) ?? 0) + 1)
        }
      }
    }),
    { numRuns: 25, seed: 4 },
  )
  expect([...runs.values()].filter((times) => times > 1).length).toBeGreaterThan(20)
})
