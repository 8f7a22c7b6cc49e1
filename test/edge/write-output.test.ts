import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { UnwritableOutput, writeOutput } from '../../src/edge/write-output.ts'
import { tempFolder } from '../support/temp-folder.ts'

test('a new file is written, and is its owner’s alone', async () => {
  const cwd = tempFolder()
  expect(await writeOutput('fixed.cfg', 'hostname SW1\n', { cwd })).toBe('written')
  expect(readFileSync(join(cwd, 'fixed.cfg'), 'utf8')).toBe('hostname SW1\n')
  expect(statSync(join(cwd, 'fixed.cfg')).mode & 0o077).toBe(0)
})

test('a file that exists is left alone until the user was asked', async () => {
  const cwd = tempFolder()
  writeFileSync(join(cwd, 'sw1.cfg'), 'old')
  expect(await writeOutput('sw1.cfg', 'new', { cwd })).toBe('exists')
  expect(readFileSync(join(cwd, 'sw1.cfg'), 'utf8')).toBe('old')
  expect(await writeOutput('sw1.cfg', 'new', { cwd }, { replace: true })).toBe('written')
  expect(readFileSync(join(cwd, 'sw1.cfg'), 'utf8')).toBe('new')
  expect(readdirSync(cwd)).toEqual(['sw1.cfg'])
})

test('a link to the input counts as the input', async () => {
  const cwd = tempFolder()
  writeFileSync(join(cwd, 'sw1.cfg'), 'old')
  symlinkSync('sw1.cfg', join(cwd, 'link.cfg'))
  expect(await writeOutput('link.cfg', 'new', { cwd })).toBe('exists')
})

test.each([
  ['none/fixed.cfg', 'none/fixed.cfg cannot be written: there is no folder none.'],
  ['none/of/these/fixed.cfg', 'none/of/these/fixed.cfg cannot be written: there is no folder none.'],
  ['file/fixed.cfg', 'file/fixed.cfg cannot be written: a part of its path is a file, not a folder.'],
])('%s is refused with one sentence', async (path, sentence) => {
  const cwd = tempFolder()
  writeFileSync(join(cwd, 'file'), '')
  const refused = writeOutput(path, 'x', { cwd })
  await expect(refused).rejects.toBeInstanceOf(UnwritableOutput)
  await expect(refused).rejects.toThrow(sentence)
})

test('a folder is not replaced, and nothing is left beside it', async () => {
  const cwd = tempFolder()
  mkdirSync(join(cwd, 'folder'))
  await expect(writeOutput('folder', 'x', { cwd }, { replace: true })).rejects.toThrow(
    'folder cannot be written',
  )
  expect(readdirSync(cwd)).toEqual(['folder'])
})
