import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LARGEST_INPUT, readInput, UnreadableInput } from '../../src/edge/read-input.ts'
import { fakeIo } from '../support/fake-io.ts'
import { tempFolder } from '../support/temp-folder.ts'

const CONFIG = 'hostname SW1\ninterface Gi0/1\n description Zürich\n'

async function read(content: string | Uint8Array) {
  const cwd = tempFolder()
  writeFileSync(join(cwd, 'sw1.cfg'), content)
  return await readInput('sw1.cfg', fakeIo('', { cwd }))
}

async function trouble(path: string, cwd = tempFolder(), stdin: string | Uint8Array = ''): Promise<string> {
  const error: unknown = await readInput(path, fakeIo(stdin, { cwd })).catch((reason) => reason)
  expect(error).toBeInstanceOf(UnreadableInput)
  return (error as UnreadableInput).message
}

function utf16(text: string, order: 'le' | 'be', mark: boolean): Buffer {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

test.each([
  ['UTF-8', Buffer.from(CONFIG)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${CONFIG}`)],
  ['UTF-16 with its mark', utf16(CONFIG, 'le', true)],
  ['UTF-16 of the other order with its mark', utf16(CONFIG, 'be', true)],
  ['UTF-16 without a mark', utf16(CONFIG, 'le', false)],
  ['UTF-16 of the other order without a mark', utf16(CONFIG, 'be', false)],
])('%s is read as the text it is', async (_, bytes) => {
  expect((await read(bytes)).text).toBe(CONFIG)
})

test('bytes that are no UTF-8 cost their own characters only', async () => {
  expect((await read(Buffer.from(CONFIG, 'latin1'))).text).toBe(CONFIG.replace('ü', '\ufffd'))
})

test('what a console capture leaves in text does not make it binary', async () => {
  const capture = `${CONFIG}--More--\b\b\b\b\b\b\b\b\u001b[K\u0007\u0000\f\n${CONFIG}`
  expect((await read(capture)).text).toBe(capture)
})

test('standard input is read for a dash, and the fingerprint is that of the bytes', async () => {
  const input = await readInput('-', fakeIo('hostname SW1\n'))
  expect(input).toEqual({
    path: '-',
    text: 'hostname SW1\n',
    fingerprint: 'cc6b51d567b7f866887137b5c1703c9b823d28f69975f61597fa36a2b2348561',
  })
})

test('a missing file', async () => {
  expect(await trouble('none.cfg')).toBe('none.cfg cannot be read: there is no such file.')
})

test('a folder', async () => {
  const cwd = tempFolder()
  mkdirSync(join(cwd, 'configs'))
  expect(await trouble('configs', cwd)).toBe('configs is a folder; name a file in it.')
})

test('a file where a folder should be, and links in a circle', async () => {
  const cwd = tempFolder()
  writeFileSync(join(cwd, 'file'), CONFIG)
  symlinkSync('round', join(cwd, 'round'))
  expect(await trouble('file/sw1.cfg', cwd)).toMatch(
    /^file\/sw1\.cfg cannot be read: a part of its path is a file/,
  )
  expect(await trouble('round', cwd)).toBe('round cannot be read: its links go in a circle.')
})

test('an empty file and one of blanks', async () => {
  const cwd = tempFolder()
  writeFileSync(join(cwd, 'empty'), '')
  writeFileSync(join(cwd, 'blank'), ' \r\n\t\n')
  expect(await trouble('empty', cwd)).toMatch(/^empty is empty; .*\.$/)
  expect(await trouble('blank', cwd)).toMatch(/^blank holds nothing but blanks; .*\.$/)
  expect(await trouble('-')).toMatch(/^Standard input is empty; .*\.$/)
})

test.each([
  ['a program', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256))],
  ['zeros', Buffer.alloc(4096)],
  ['a picture', Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), Buffer.alloc(64, 0x90)])],
])('%s is not text', async (_, bytes) => {
  const cwd = tempFolder()
  writeFileSync(join(cwd, 'file'), bytes)
  expect(await trouble('file', cwd)).toMatch(/^file is not text; give a configuration as text/)
})

test('a file of 200 MB is refused before it is read', async () => {
  const cwd = tempFolder()
  writeFileSync(join(cwd, 'huge'), '')
  truncateSync(join(cwd, 'huge'), 200 * 1024 * 1024)
  expect(await trouble('huge', cwd)).toBe(
    'huge is 200 MB; at most 64 MB are read. Give one device at a time.',
  )
})

test('a stream without an end is given up', async () => {
  const stdin = (async function* () {
    for (;;) yield new Uint8Array(LARGEST_INPUT / 8)
  })()
  await expect(readInput('-', fakeIo('', { stdin }))).rejects.toThrow(
    'Standard input is too large; at most 64 MB are read. Give one device at a time.',
  )
})

test('the name of a file cannot write to the terminal', async () => {
  expect(await trouble('\u001b[2Jx\u202e.cfg')).toBe(
    '\\x1b[2Jx\\u202e.cfg cannot be read: there is no such file.',
  )
})
