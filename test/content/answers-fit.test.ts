import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Columns for an answer at 80x24: the panel's 72 without the cursor and the number. */
const ROOM = 67

test.each(
  readdirSync('lessons').filter((name) => name.endsWith('.md')),
)('every answer of %s fits in its line', (name) => {
  const text = readFileSync(`lessons/${name}`, 'utf8')
  const answers = [...text.matchAll(/^ {2}- text: (.+)$/gm)].map(([, answer = '']) => answer)
  expect(answers.filter((answer) => answer.length > ROOM)).toEqual([])
})
