import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundle } from '../../src/dev/build.ts'

const folder = mkdtempSync(join(tmpdir(), 'vlan-dojo-test-'))
let metafile: Metafile

beforeAll(async () => {
  metafile = await bundle(['src/cli.tsx'], folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What is loaded with this source file: the packages by name, and how many bytes in all. */
function loadedWith(entryPoint: string) {
  const first = Object.keys(metafile.outputs).find(
    (path) => metafile.outputs[path]?.entryPoint === entryPoint,
  )
  const files = new Set(first === undefined ? [] : [first])
  for (const file of files) {
    for (const { path, kind } of metafile.outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && path in metafile.outputs) files.add(path)
    }
  }
  const inputs = [...files].flatMap((file) => Object.keys(metafile.outputs[file]?.inputs ?? {}))
  const packages = inputs.flatMap((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [])
  const bytes = [...files].reduce((sum, file) => sum + (metafile.outputs[file]?.bytes ?? 0), 0)
  return { packages: [...new Set(packages)].sort(), bytes }
}

test('what every start loads is small, and ours', () => {
  const { packages, bytes } = loadedWith('src/cli.tsx')
  expect(packages).toEqual([])
  expect(bytes).toBeGreaterThan(1_000)
  expect(bytes).toBeLessThan(48_000)
})

test('a check loads no screen, no store and no package', () => {
  const { packages, bytes } = loadedWith('src/commands/check/run-check.ts')
  expect(packages).toEqual([])
  expect(bytes).toBeGreaterThan(1_000)
})

test('the full screen reads no Markdown, and validates no schema', () => {
  const { packages } = loadedWith('src/tui/show.tsx')
  expect(packages).toEqual(expect.arrayContaining(['ink', 'ink-select-input', 'react']))
  expect(packages).not.toContain('yaml')
  expect(packages).not.toContain('ajv')
})

test('the terminal is asked for its background before Ink is loaded', () => {
  const { packages } = loadedWith('src/tui/start.ts')
  expect(packages).toContain('conf')
  expect(packages).not.toContain('ink')
  expect(packages).not.toContain('react')
})

test('plain text loads no screen', () => {
  const { packages } = loadedWith('src/plain/start.ts')
  expect(packages).not.toContain('ink')
  expect(packages).not.toContain('react')
})
