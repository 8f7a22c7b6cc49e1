import fc from 'fast-check'
import type { Service, Site } from '../../src/rules/site.ts'
import { FEW_VLANS, sites } from './random-site.ts'

const PORTS = ['P1', 'P2', 'P3', 'P4'] as const

/** Sites with a service or two, each between two ports that are not joined to another switch. */
export const servedSites: fc.Arbitrary<Site> = fc
  .tuple(
    sites,
    fc.array(
      fc.record({
        vlan: fc.constantFrom(...FEW_VLANS),
        from: fc.nat(11),
        to: fc.nat(11),
      }),
      { maxLength: 2 },
    ),
  )
  .map(([site, wanted]) => {
    const joined = new Set(
      site.links.flatMap(({ a, b }) => [a, b]).map(({ device, port }) => `${device} ${port}`),
    )
    const free = site.devices
      .flatMap(({ name: device }) => PORTS.map((port) => ({ device, port })))
      .filter(({ device, port }) => !joined.has(`${device} ${port}`))
    const services = wanted.map(({ vlan, from, to }, index): Service => {
      const ends = [from, to].flatMap((place) => free[place % free.length] ?? [])
      return { name: `service ${index + 1}`, vlan, ends }
    })
    return { ...site, services }
  })
