import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { HypervisorReading } from '../../src/config/hypervisor-reading.ts'
import type { DeviceReading } from '../../src/config/reading.ts'
import { RULES } from '../../src/rules/index.ts'
import type { Site } from '../../src/rules/site.ts'
import { viewSite } from '../../src/rules/view.ts'
import { touchedBy, verdictAfter } from '../../src/verdict/after-fix.ts'
import { fixedSite } from '../../src/verdict/fix.ts'
import { judgeAny } from '../../src/verdict/judge.ts'
import { showSite, sites, trunkedSites } from './random-site.ts'

/** The first of two sites, and what it is with one thing of the other: a setting of a port or a switch, cables, purposes, hosts. */
function siblings([one, other]: readonly [Site, Site]): Site[] {
  const [first, ...rest] = one.devices
  const giver = other.devices[0]
  if (!first || !giver) return [one]
  const having = (device: DeviceReading): Site => ({ ...one, devices: [device, ...rest] })
  const switches = Object.entries(giver.device).filter(([field]) => field !== 'name' && field !== 'ports')
  const ports = first.device.ports.flatMap((port, place) =>
    Object.entries(giver.device.ports[place] ?? {}).map(([field, value]) =>
      first.device.ports.with(place, { ...port, [field]: value }),
    ),
  )
  return [
    one,
    { ...one, links: other.links.filter(({ b }) => one.devices.some(({ name }) => name === b.device)) },
    { ...one, purposes: other.purposes },
    { ...one, hypervisors: one.hypervisors?.map((host) => tagging(host, other)) ?? [] },
    ...switches.map(([field, value]) => having({ ...first, device: { ...first.device, [field]: value } })),
    ...ports.map((each) => having({ ...first, device: { ...first.device, ports: each } })),
  ]
}

/** The host with the VLANs of the other site's first port group in all of its own. */
function tagging(host: HypervisorReading, { hypervisors = [] }: Site): HypervisorReading {
  const like = hypervisors[0]?.portGroups[0]
  return {
    ...host,
    portGroups: host.portGroups.map((group) => ({ ...group, vlan: like?.vlan ?? group.vlan })),
  }
}

it('says of a fix, and of none, what its part of the site judged anew says, after sites that differ in one thing', () => {
  const told = new Set<string>()
  const both = fc.oneof(fc.tuple(sites, sites), fc.tuple(trunkedSites, trunkedSites))
  fc.assert(
    fc.property(both, (pair) => {
      const claims = RULES.flatMap((rule) => rule.check(viewSite(pair[0])))
      for (const whole of claims.filter(({ attempts }) => attempts.length > 0)) {
        for (const site of siblings(pair)) {
          for (const claim of [whole, { ...whole, fix: [] }]) {
            const view = viewSite(site)
            const after = verdictAfter(view, claim)
            told.add(after)
            const { part, steps } = touchedBy(view, claim)
            const anew = judgeAny(viewSite(fixedSite(part, steps)), claim.attempts).verdict
            expect({ claim, after }, showSite(site)).toEqual({ claim, after: anew })
            if (claim !== whole || site !== pair[0]) continue
            // What was left out of the part makes no difference to the claim.
            const all = judgeAny(viewSite(fixedSite(site, claim.fix)), claim.attempts).verdict
            expect({ claim, after }, showSite(site)).toEqual({ claim, after: all })
          }
        }
      }
    }),
    { numRuns: 7, seed: 3 },
  )
  expect([...told].sort()).toEqual(['blocked', 'depends', 'works'])
})
