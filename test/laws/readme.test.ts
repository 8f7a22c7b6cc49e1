import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { CHECK_OPTIONS } from '../../src/commands/check/run-check.ts'
import { readSettings } from '../../src/commands/check/settings-text.ts'
import { COMMANDS } from '../../src/commands/index.ts'
import { ATTACK_OPTIONS } from '../../src/commands/run-attack.ts'
import { EXPLAIN_OPTIONS } from '../../src/commands/run-explain.ts'
import { readmeParts, withParts } from '../../src/dev/readme.ts'
import { EXIT } from '../../src/edge/exit.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const README = readFileSync(join(ROOT, 'README.md'), 'utf8')
const CONTRIBUTING = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')

test('the film, the commands and the keys in the README are those of the program; npm run readme writes them', () => {
  expect(README).toBe(withParts(README, readmeParts(pathToFileURL(ROOT))))
  expect(README).toContain('| `Ctrl-Z` |')
})

test('a part without its marks is not lost in silence', () => {
  expect(() => withParts('<!-- end of keys --> <!-- keys -->', { keys: '' })).toThrow('<!-- keys -->')
})

test('the commands in the README exist', () => {
  const named = [...README.matchAll(/^(?:.*\| )?vlan-dojo ([a-z]+)/gm)].map(([, name = '']) => name)
  expect(named).toContain('check')
  expect(named.filter((name) => !COMMANDS.some((command) => command.name === name))).toEqual([])
})

test.each([
  ['check', CHECK_OPTIONS],
  ['attack', ATTACK_OPTIONS],
  ['explain', EXPLAIN_OPTIONS],
])('the help of %s names every option that it takes, and no other', (name, options) => {
  const usage = COMMANDS.find((command) => command.name === name)?.usage ?? ''
  const named = new Set([...usage.matchAll(/--([a-z][a-z-]*)/g)].map(([, option]) => option))
  named.delete('help')
  expect([...named].sort()).toEqual(Object.keys(options).sort())
})

test('the settings file in the README is one that the program reads, with every key but that of the dialect', () => {
  const [, example = ''] = /```yaml\n(.*?)```/s.exec(README) ?? []
  const { dialect, ...settings } = readSettings(example, 'README.md')
  expect(dialect).toBeUndefined()
  for (const [key, value] of Object.entries(settings)) {
    expect([key, typeof value === 'object' ? Object.keys(value).length > 0 : value !== undefined]).toEqual([
      key,
      true,
    ])
  }
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
