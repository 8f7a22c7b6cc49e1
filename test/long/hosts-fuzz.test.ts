import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyHostText, fixturesOf, HOST_DIALECTS, holdsForHost } from '../config/any-host-text.ts'

test.each(
  HOST_DIALECTS,
)('30,000 mutated outputs of %s are read or refused, every line accounted for', (dialect) => {
  const fixtures = fixturesOf(dialect)
  expect(fixtures.length).toBeGreaterThan(2)
  fc.assert(
    fc.property(anyHostText(fixtures), (text) => holdsForHost(text, dialect)),
    { numRuns: 30_000 },
  )
})
