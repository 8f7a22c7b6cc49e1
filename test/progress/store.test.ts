import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { newDraft } from '../../src/progress/draft.ts'
import { beginLesson, changeSettings, NO_PROGRESS } from '../../src/progress/progress.ts'
import { openStore, type Store } from '../../src/progress/store.ts'
import { tempFolder } from '../support/temp-folder.ts'

const KEY = { checklist: 'trunk-native', path: '/configs/asw1.cfg', device: 'ASW1' }

function storeIn(home: string): Store {
  return openStore({ VLAN_DOJO_HOME: home })
}

function begin(store: Store, lesson: string): void {
  store.update((kept) => beginLesson(kept, lesson))
}

test('what is kept is there in the next run, in a file that is the owner’s alone', () => {
  const home = tempFolder()
  begin(storeIn(home), 'double-tagging')
  const next = storeIn(home)
  expect(next.progress()).toEqual(beginLesson(NO_PROGRESS, 'double-tagging'))
  expect(next.problems()).toEqual([])
  expect(statSync(join(home, 'progress.json')).mode & 0o077).toBe(0)
  expect(readdirSync(home)).toEqual(['progress.json'])
})

test('two programs that are open at once keep each other’s work', () => {
  const home = tempFolder()
  const [one, other] = [storeIn(home), storeIn(home)]
  begin(one, 'a')
  begin(other, 'b')
  one.update((kept) => changeSettings(kept, { theme: 'hc' }))
  expect(storeIn(home).progress()).toEqual({
    lessons: { ...beginLesson(NO_PROGRESS, 'a').lessons, ...beginLesson(NO_PROGRESS, 'b').lessons },
    settings: { ...NO_PROGRESS.settings, theme: 'hc' },
  })
})

test('programs that write at the same moment lose nothing', async () => {
  const home = tempFolder()
  const writer = fileURLToPath(new URL('../support/store-writer.ts', import.meta.url))
  const writers = ['a', 'b', 'c'].map((name) =>
    spawn(process.execPath, ['--import', 'tsx', writer, home, name, '40'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  )
  await Promise.all(writers.map(({ stdout }) => once(stdout, 'data')))
  const ends = writers.map((each) => once(each, 'exit'))
  for (const { stdin } of writers) stdin.write('go')
  expect(await Promise.all(ends)).toEqual([
    [0, null],
    [0, null],
    [0, null],
  ])
  expect(Object.keys(storeIn(home).progress().lessons)).toHaveLength(120)
})

test('a lock left by a program that died does not hold anyone up', () => {
  const home = tempFolder()
  begin(storeIn(home), 'a')
  writeFileSync(join(home, 'progress.json.lock'), '999999999')
  const store = storeIn(home)
  begin(store, 'b')
  expect(store.problems()).toEqual([])
  expect(Object.keys(storeIn(home).progress().lessons)).toEqual(['a', 'b'])
  expect(readdirSync(home)).toEqual(['progress.json'])
})

test.each([
  ['{"version": 1, "val'],
  [''],
  ['\u0000\u0001'],
  ['{}'],
  ['null'],
  ['{"version":1,"value":{"lessons":3}}'],
])('a damaged file (%j) is set aside and named, never wiped', (damaged) => {
  const home = tempFolder()
  writeFileSync(join(home, 'progress.json'), damaged)
  const store = storeIn(home)
  expect(store.progress()).toEqual(NO_PROGRESS)
  expect(store.problems()).toEqual([
    `${join(home, 'progress.json')} was damaged and is kept as progress.json.damaged-1; a fresh one takes its place.`,
  ])
  expect(readFileSync(join(home, 'progress.json.damaged-1'), 'utf8')).toBe(damaged)
  begin(store, 'a')
  expect(storeIn(home).progress().lessons).toHaveProperty('a')
})

test('a second damaged file does not take the place of the first', () => {
  const home = tempFolder()
  for (const text of ['first', 'second']) {
    writeFileSync(join(home, 'progress.json'), text)
    storeIn(home)
  }
  expect(readFileSync(join(home, 'progress.json.damaged-1'), 'utf8')).toBe('first')
  expect(readFileSync(join(home, 'progress.json.damaged-2'), 'utf8')).toBe('second')
})

test('a file damaged while the program runs costs nothing that is in memory', () => {
  const home = tempFolder()
  const store = storeIn(home)
  begin(store, 'a')
  writeFileSync(join(home, 'progress.json'), 'x')
  begin(store, 'b')
  expect(Object.keys(storeIn(home).progress().lessons)).toEqual(['a', 'b'])
})

test('the file of a later version is left as it is', () => {
  const home = tempFolder()
  const later = '{"version":99,"value":{"lessons":{},"more":1}}'
  writeFileSync(join(home, 'progress.json'), later)
  const store = storeIn(home)
  begin(store, 'a')
  expect(store.progress().lessons).toHaveProperty('a')
  expect(readFileSync(join(home, 'progress.json'), 'utf8')).toBe(later)
  expect(store.problems()).toHaveLength(1)
  expect(store.problems()[0]).toContain('later version')
})

test('where nothing can be written, what is done lasts until the end, and one sentence says so', () => {
  const home = join(tempFolder(), 'file')
  writeFileSync(home, '')
  const store = storeIn(join(home, 'folder'))
  begin(store, 'a')
  store.updateDraft(KEY, () => newDraft(KEY, 'f', 1))
  expect(store.progress().lessons).toHaveProperty('a')
  expect(store.draft(KEY)).toEqual(newDraft(KEY, 'f', 1))
  expect(store.drafts()).toHaveLength(1)
  expect(store.problems()[0]).toMatch(/^Progress and drafts cannot be kept .* lasts until you leave\.$/)
})

test('a change that throws is the caller’s, and releases the lock', () => {
  const home = tempFolder()
  const store = storeIn(home)
  const fail = () => {
    throw new RangeError('mine')
  }
  expect(() => store.update(fail)).toThrow('mine')
  expect(existsSync(join(home, 'progress.json.lock'))).toBe(false)
  expect(store.problems()).toEqual([])
})

test('each draft has a file of its own, last saved first', () => {
  const home = tempFolder()
  const other = { ...KEY, device: 'ASW2' }
  const store = storeIn(home)
  store.updateDraft(KEY, () => newDraft(KEY, 'one', 1))
  store.updateDraft(other, () => newDraft(other, 'two', 2))
  expect(readdirSync(join(home, 'drafts'))).toHaveLength(2)
  expect(
    storeIn(home)
      .drafts()
      .map(({ device }) => device),
  ).toEqual(['ASW2', 'ASW1'])
})

test('a draft is changed on top of what another program saved', () => {
  const home = tempFolder()
  const [one, other] = [storeIn(home), storeIn(home)]
  const purpose = (store: Store, port: string) =>
    store.updateDraft(KEY, (kept) => {
      const draft = kept ?? newDraft(KEY, 'f', 1)
      return { ...draft, purposes: { ...draft.purposes, [port]: 'host' } }
    })
  purpose(one, 'Gi1/0/1.10')
  purpose(other, 'Gi1/0/2')
  expect(storeIn(home).draft(KEY)?.purposes).toEqual({ 'Gi1/0/1.10': 'host', 'Gi1/0/2': 'host' })
})

test('a dropped draft is gone, and a checklist’s id never leaves the folder', () => {
  const home = tempFolder()
  const key = { ...KEY, checklist: '../../evil' }
  const store = storeIn(home)
  store.updateDraft(key, () => newDraft(key, 'f', 1))
  expect(readdirSync(join(home, 'drafts'))).toHaveLength(1)
  store.dropDraft(key)
  expect(store.draft(key)).toBeNull()
  expect(storeIn(home).drafts()).toEqual([])
})

test('one damaged draft leaves the others', () => {
  const home = tempFolder()
  storeIn(home).updateDraft(KEY, () => newDraft(KEY, 'f', 1))
  mkdirSync(join(home, 'drafts'), { recursive: true })
  writeFileSync(join(home, 'drafts', 'trunk-native-0000.json'), '{')
  const store = storeIn(home)
  expect(store.drafts()).toHaveLength(1)
  expect(store.problems()).toHaveLength(1)
})
