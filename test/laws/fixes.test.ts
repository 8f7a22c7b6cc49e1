import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RULES } from '../../src/rules/index.ts'
import { siteOf } from './example-site.ts'
import { faultsOfFixes, leftAfterFixes } from './fixes.ts'
import { randomSites, siteOfTexts } from './random-config.ts'

const EXAMPLES = RULES.flatMap(({ id, examples }) =>
  examples.bad.map((example, i) => [`${id} ${i + 1}`, example] as const),
)

describe.each(EXAMPLES)('the fixes of bad example %s', (_, example) => {
  const site = siteOf(example)

  it('are taken by their devices, settle what they are for, and are called safe only where they open and cut nothing', () => {
    expect(faultsOfFixes(site)).toEqual([])
  })

  it('lead to silence', () => {
    expect(leftAfterFixes(site)).toEqual([])
  })
})

it('the same of fixes of random configurations', () => {
  fc.assert(
    fc.property(randomSites, (random) => {
      const site = siteOfTexts(random)
      expect([...faultsOfFixes(site), ...leftAfterFixes(site)], random.texts.join('')).toEqual([])
    }),
    { numRuns: 80, seed: 7 },
  )
})
