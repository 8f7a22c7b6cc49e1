import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fixAsEverySet } from './fix-oracle.ts'
import { bridgedSites, trunkedSites } from './random-site.ts'
import { servedSites } from './served-site.ts'

it.each([
  ['with services', servedSites, 40, ['nothing-open', 'none', 'fix of 1', 'fix of 2']],
  ['with a trunk', trunkedSites, 40, ['nothing-open', 'none', 'fix of 1', 'fix of 2']],
  ['of Linux bridges', bridgedSites, 10, ['nothing-open', 'fix of 1']],
] as const)('finds the fix that trying every set of commands finds, over random sites %s', (_, kind, numRuns, met) => {
  const found = new Set<string>()
  fc.assert(
    fc.property(kind, (site) => {
      found.add(fixAsEverySet(site))
    }),
    { numRuns, seed: 23 },
  )
  expect([...found]).toEqual(expect.arrayContaining([...met]))
})
