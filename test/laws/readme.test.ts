import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { EXIT } from '../../src/edge/exit.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const README = readFileSync(join(ROOT, 'README.md'), 'utf8')
const CONTRIBUTING = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')

test('the film in the README is one that is drawn', () => {
  const [, picture = ''] = /```text\n([\s\S]*?)```/.exec(README) ?? []
  const golden = join(ROOT, 'test', 'golden')
  const drawn = readdirSync(golden, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(join(golden, file), 'utf8').trimEnd())
  expect(drawn).toContain(picture.trimEnd())
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
