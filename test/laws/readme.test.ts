import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { EXIT } from '../../src/edge/exit.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const README = readFileSync(join(ROOT, 'README.md'), 'utf8')
const CONTRIBUTING = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')

test('the film in the README is the lesson as it stands on a screen', () => {
  const [, picture] = /```text\n([\s\S]*?)```/.exec(README) ?? []
  expect(picture).toBe(readFileSync(join(ROOT, 'test/golden/screens/double-tagging-80x24.txt'), 'utf8'))
})

test('the scripts that the papers name exist', () => {
  const named = [...`${README}\n${CONTRIBUTING}`.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name)
  expect(named.filter((name) => !Object.hasOwn(packageJson.scripts, name))).toEqual([])
  expect(named.length).toBeGreaterThan(3)
})

test('the README lists every exit status', () => {
  const listed = [...README.matchAll(/^\| (\d+) \|/gm)].map(([, status]) => Number(status))
  expect(listed).toEqual(Object.values(EXIT))
})
