import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import mutation from '../../.vitest.mutation.ts'

const LIST = 'test/net/mutants.md'
const text = readFileSync(LIST, 'utf8')
const { mutate } = JSON.parse(readFileSync('.stryker.json', 'utf8')) as { mutate: string[] }

/** The rows of the list: the file of src/net a change is in, and how many changes the row stands for, one or those in brackets. */
const rows = [...text.matchAll(/^\| `([\w/-]+\.ts)`[^|]*\|([^|]*)\|/gm)].map(([, file, change = '']) => ({
  file: `src/net/${file}`,
  changes: Number(/\((\d+)\)\s*$/.exec(change)?.[1] ?? 1),
}))

it('every file whose decisions are changed is there, and so is every test that is asked about them', () => {
  const asked = mutation.test?.include ?? []
  expect(asked.length).toBeGreaterThan(0)
  expect([...mutate, ...asked].filter((file) => !existsSync(file))).toEqual([])
})

it('every change that no test notices is in a file whose decisions are changed', () => {
  expect(rows.map(({ file }) => file).filter((file) => !mutate.includes(file))).toEqual([])
})

it('there are as many such changes as the list says', () => {
  const listed = rows.reduce((sum, { changes }) => sum + changes, 0)
  expect(text).toContain(`these ${listed} go unnoticed, each for a reason`)
})
