import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { tempFolder } from '../support/temp-folder.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

type Packed = { readonly filename: string; readonly files: readonly { readonly path: string }[] }

/** Packs the built program as `npm publish` would, into this folder. */
function pack(folder: string): Packed {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]
  const [packed] = JSON.parse(execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8' })) as Packed[]
  if (!packed) throw new Error('npm pack made nothing.')
  return packed
}

/** A folder in which the packed program is installed, with no registry to ask. */
function installed(): string {
  const folder = tempFolder()
  const { filename } = pack(folder)
  writeFileSync(join(folder, 'package.json'), '{"name":"empty","private":true}')
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, filename)], {
    cwd: folder,
    stdio: 'ignore',
  })
  return folder
}

test('the package holds the program, its papers and nothing else', () => {
  const { files } = pack(tempFolder())
  const paths = files.map(({ path }) => path)
  expect(paths.filter((path) => !path.startsWith('dist/')).sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'package.json',
  ])
  expect(paths).toContain('dist/cli.js')
  expect(paths).toContain('dist/check.schema.json')
  expect(paths).toContain('dist/THIRD-PARTY-LICENSES.txt')
})

test('it needs no other package, and an install in an empty folder runs', () => {
  expect(packageJson).not.toHaveProperty('dependencies')
  const folder = installed()
  const run = (...args: string[]) =>
    spawnSync(join(folder, 'node_modules', '.bin', 'vlan-dojo'), args, { cwd: folder, encoding: 'utf8' })
  expect(run('--version')).toMatchObject({ status: 0, stdout: `${packageJson.version}\n`, stderr: '' })
  expect(run('--help')).toMatchObject({ status: 0, stderr: '' })
  expect(run('--plain')).toMatchObject({ status: 0, stderr: '' })
})

test('the licences of all that is bundled travel with it', () => {
  const texts = readFileSync(join(ROOT, 'dist', 'THIRD-PARTY-LICENSES.txt'), 'utf8')
  for (const name of ['ink', 'react', 'react-reconciler', 'yoga-layout', 'ink-select-input', 'signal-exit']) {
    expect(texts).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'))
  }
})
