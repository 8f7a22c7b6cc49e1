import fc from 'fast-check'
import { expect, test } from 'vitest'
import { steps } from '../../../../src/config/ios/console/index.ts'
import { holdsAfter, input } from './any-input.ts'
import { at, OFFICE } from './at-console.ts'

const SW1 = at(OFFICE, 'SW1')

test('whatever is typed: no exception, no control character, and what is configured is what is simulated', () => {
  let typed = 0
  fc.assert(
    fc.property(fc.array(input, { minLength: 8, maxLength: 24, size: 'max' }), (inputs) => {
      typed += inputs.length
      holdsAfter(SW1, [{ line: 'conf t' }, ...inputs])
    }),
    { numRuns: 250 },
  )
  expect(typed).toBeGreaterThan(2_000)
})

test('the same inputs bring the same screen', () => {
  fc.assert(
    fc.property(fc.array(input, { maxLength: 12 }), (inputs) => {
      expect(steps(SW1, inputs).lines).toEqual(steps(SW1, inputs).lines)
    }),
    { numRuns: 20 },
  )
})
