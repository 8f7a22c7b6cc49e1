import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printable } from '../../src/words/printable.ts'

test.each([
  ['\u001b[31mred\u001b[0m', '\\x1b[31mred\\x1b[0m'],
  ['\u009b2J', '\\x9b2J'],
  ['a\u0000b\u007f', 'a\\x00b\\x7f'],
  ['one\r\ntwo', 'one\\x0d\\x0atwo'],
  ['\u202egfc.1ws', '\\u202egfc.1ws'],
  ['tab\tand Zürich, 東京, 😀', 'tab\tand Zürich, 東京, 😀'],
])('%j stands as %s', (text, shown) => {
  expect(printable(text)).toBe(shown)
})

test('no control character comes through, and what is printable is left alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = printable(text)
      expect(shown).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u202a-\u202e]/)
      expect(printable(shown)).toBe(shown)
    }),
  )
})
