import fc from 'fast-check'
import { test } from 'vitest'
import { holdsAfter, input } from '../config/ios/console/any-input.ts'
import { at, OFFICE } from '../config/ios/console/at-console.ts'

test('4,000 sessions of any input end in a switch that is simulated as it is configured', () => {
  const console = at(OFFICE, 'SW1')
  fc.assert(
    fc.property(fc.array(input, { minLength: 8, maxLength: 24, size: 'max' }), (inputs) =>
      holdsAfter(console, [{ line: 'conf t' }, ...inputs]),
    ),
    { numRuns: 4_000 },
  )
})
