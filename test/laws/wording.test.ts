import { expect, test } from 'vitest'
import { SOURCES } from './sources.ts'

/** The faces: what they say to people stands in words/, in lessons, checklists and rules, so that a translation touches no logic. */
const FACES = ['tui', 'plain']

/** Two words of a language in a row, which no name, key or route has. */
const SENTENCE = /\b[A-Za-z]?[a-z]{2,} [a-z]{2,}\b/

/** Texts of the faces that are no wording: names of keys, commands of a device, and what only an author of code can meet. */
const NO_WORDING = new Set([
  'delete word',
  'delete to start',
  'delete to end',
  'configure terminal',
  'A screen needs the program around it.',
])

/** Every string of a source, without the code that stands in its holes. */
function stringsOf(code: string): string[] {
  return [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)].map(
    ([, single, double, template]) => single ?? double ?? (template ?? '').replace(/\$\{[^}]*\}/g, ' '),
  )
}

test('the law sees a sentence in every kind of string, and none in names', () => {
  const code = "const a = 'at-once'; say('That is it.'); b = `one of `; c = \"no such file\""
  expect(stringsOf(code).filter((text) => SENTENCE.test(text))).toEqual([
    'That is it.',
    'one of ',
    'no such file',
  ])
})

test('faces hold no wording of their own', () => {
  const found = SOURCES.filter(({ room }) => FACES.includes(room)).flatMap(({ path, code }) =>
    stringsOf(code.replace(/^import .*$/gm, ''))
      .filter((text) => SENTENCE.test(text) && !NO_WORDING.has(text))
      .map((text) => `${path}: ${text}`),
  )
  expect(found).toEqual([])
})
