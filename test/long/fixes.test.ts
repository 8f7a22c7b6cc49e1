import fc from 'fast-check'
import { expect, it } from 'vitest'
import { faultsOfFixes, leftAfterFixes } from '../laws/fixes.ts'
import { randomSites, siteOfTexts } from '../laws/random-config.ts'

it('holds the fixes of 1,000 random configurations to their laws', () => {
  fc.assert(
    fc.property(randomSites, (random) => {
      const site = siteOfTexts(random)
      expect([...faultsOfFixes(site), ...leftAfterFixes(site)], random.texts.join('')).toEqual([])
    }),
    { numRuns: 1_000, seed: 1234 },
  )
})
