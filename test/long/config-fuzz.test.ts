import { expect, test } from 'vitest'
import { holdsFor } from '../config/holds.ts'
import { mutated } from '../config/mutations.ts'

test('200,000 mutated configurations are read or refused, every line accounted for', () => {
  let read = 0
  for (let number = 3000; number < 203_000; number++) read += holdsFor(mutated(number)).length > 0 ? 1 : 0
  expect(read).toBeGreaterThan(150_000)
})
