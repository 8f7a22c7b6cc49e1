import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSurelyReply, splitReplies } from '../../../src/edge/terminal/split-replies.ts'

const COLOUR = '\u001b]11;rgb:1e1e/1e1e/1e1e'
const ATTRIBUTES = '\u001b[?64;1;22c'

test.each([
  ['a bell', '\u0007'],
  ['a string terminator', '\u001b\\'],
])('a colour ended by %s and what the terminal is are no keys', (_, end) => {
  expect(splitReplies(`j${COLOUR}${end}k${ATTRIBUTES}q`)).toEqual({
    keys: 'jkq',
    colours: ['rgb:1e1e/1e1e/1e1e'],
    isAttributed: true,
    open: '',
  })
})

test.each([
  '\u001b[A',
  '\u001b[1;5C',
  '\u001bOP',
  '\u001b]x',
  '\u001b]12',
  '\u001bj',
  'ä',
  '\u001b[?1u',
])('%j is a key', (key) => {
  expect(splitReplies(key)).toEqual({ keys: key, colours: [], isAttributed: false, open: '' })
})

test('a terminal that answers in another way is heard, and none of it is a key', () => {
  const { keys, colours } = splitReplies('\u001b]11;no idea, quit\u0007')
  expect({ keys, colours }).toEqual({ keys: '', colours: ['no idea, quit'] })
})

test('in whatever pieces replies come between keys, the keys are the same', () => {
  const sent = `1${COLOUR}\u001b\\\u001b[B${ATTRIBUTES}2${COLOUR}\u0007`
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: sent.length - 1 })), (cuts) => {
      const ends = [...cuts.sort((a, b) => a - b), sent.length]
      let open = ''
      let keys = ''
      const colours: string[] = []
      for (const [n, end] of ends.entries()) {
        const split = splitReplies(open + sent.slice(n === 0 ? 0 : ends[n - 1], end))
        keys += split.keys
        colours.push(...split.colours)
        open = split.open
      }
      expect({ keys, open, colours: colours.length }).toEqual({ keys: '1\u001b[B2', open: '', colours: 2 })
    }),
  )
})

test('Escape and Alt with a bracket may yet be keys; what goes on as a reply may not', () => {
  expect(['\u001b', '\u001b[', '\u001b]'].map(isSurelyReply)).toEqual([false, false, false])
  expect(['\u001b]1', '\u001b[?', COLOUR].map(isSurelyReply)).toEqual([true, true, true])
})
