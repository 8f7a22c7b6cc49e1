import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConfig, UnreadableConfig } from '../../src/config/index.ts'
import { anyHostText, fixturesOf, HOST_DIALECTS, holdsForHost } from './any-host-text.ts'

describe.each(HOST_DIALECTS)('%s takes whatever comes', (dialect) => {
  const fixtures = fixturesOf(dialect)

  test('with every line accounted for, once and in order', () => {
    fc.assert(
      fc.property(anyHostText(fixtures), (text) => holdsForHost(text, dialect)),
      { numRuns: 600, seed: 1 },
    )
  })

  test('cut off anywhere', () => {
    for (const fixture of fixtures) {
      for (let end = 1; end < fixture.length; end += 7) {
        try {
          readConfig(fixture.slice(0, end), { path: 'f', dialect })
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableConfig)
        }
      }
    }
  })
})
