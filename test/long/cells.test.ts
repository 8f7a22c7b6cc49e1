import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cellsAsSimulated } from '../verdict/as-simulated.ts'
import { crowdedSites } from '../verdict/crowded-site.ts'
import { fixAsEverySet } from '../verdict/fix-oracle.ts'
import { bridgedSites, channelledSites, sites, trunkedSites } from '../verdict/random-site.ts'
import { servedSites } from '../verdict/served-site.ts'

it.each([
  ['any switches', sites, 3_000],
  ['switches with a trunk between them', trunkedSites, 1_000],
  ['switches with a port-channel between them', channelledSites, 1_000],
  ['Linux bridges', bridgedSites, 1_300],
  ['switches with many VLANs and ports alike', crowdedSites, 500],
] as const)('says of 20,000 cells and more what their simulation says, over %s', (_, kind, numRuns) => {
  let cells = 0
  fc.assert(
    fc.property(kind, (site) => {
      cells += cellsAsSimulated(site).length
    }),
    { numRuns, seed: 41 },
  )
  expect(cells).toBeGreaterThan(20_000)
})

it.each([
  ['with services', servedSites],
  ['with a trunk', trunkedSites],
  ['of Linux bridges', bridgedSites],
] as const)('finds the fix that trying every set of commands finds, over sites %s', (_, kind) => {
  const found = new Set<string>()
  fc.assert(
    fc.property(kind, (site) => {
      found.add(fixAsEverySet(site))
    }),
    { numRuns: 400, seed: 5 },
  )
  expect([...found]).toEqual(expect.arrayContaining(['nothing-open', 'none', 'fix of 1', 'fix of 4']))
})
