import { describe, expect, test } from 'vitest'
import { SOURCES, type Source } from './sources.ts'

/** The rooms, lowest first: a file imports from its own room and from those before it. */
const ROOMS = [
  'net',
  'words',
  'edge',
  'attacks',
  'config',
  'rules',
  'verdict',
  'report',
  'content',
  'flow',
  'progress',
  'plain',
  'tui',
  'commands',
  'main.ts',
  'cli.tsx',
]

/** Rooms of the trade's knowledge: the same input gives the same bytes. */
const PURE = ['net', 'attacks', 'config', 'rules', 'verdict', 'flow']

/** The authors' tools: above everything, used by nothing. */
const AUTHORS = 'dev'

function where(holds: (source: Source) => boolean): string[] {
  return SOURCES.filter(holds).map(({ path }) => path)
}

function importersOf(name: RegExp): string[] {
  return where(({ imports, room }) => room !== AUTHORS && imports.some((each) => name.test(each)))
}

test('the law sees the sources and all forms of import', () => {
  expect(SOURCES.length).toBeGreaterThan(100)
  expect(SOURCES.find(({ path }) => path === 'main.ts')?.imports).toContain('tui/start.ts')
  expect(SOURCES.find(({ path }) => path === 'cli.tsx')?.imports).toContain('main.ts')
})

test('every file is in a room', () => {
  expect(where(({ room }) => !ROOMS.includes(room) && room !== AUTHORS)).toEqual([])
})

test('imports go down only', () => {
  const upward = SOURCES.filter(({ room }) => room !== AUTHORS).flatMap(({ path, room, imports }) =>
    imports
      .filter((each) => ROOMS.includes(roomOf(each)) || roomOf(each) === AUTHORS)
      .filter((each) => roomOf(each) === AUTHORS || ROOMS.indexOf(roomOf(each)) > ROOMS.indexOf(room))
      .map((each) => `${path} imports ${each}`),
  )
  expect(upward).toEqual([])
})

function roomOf(path: string): string {
  return path.split('/')[0] ?? path
}

describe.each(PURE)('%s is pure', (room) => {
  const inside = SOURCES.filter((source) => source.room === room)

  test('it imports nothing but rooms of our own', () => {
    const outside = inside.flatMap(({ path, imports }) =>
      imports.filter((each) => !ROOMS.includes(roomOf(each))).map((each) => `${path} imports ${each}`),
    )
    expect(outside).toEqual([])
  })

  test('it asks no clock, no chance and no process', () => {
    const asks =
      /\bDate\b|\bMath\.random\b|\bcrypto\.|\bperformance\b|\bprocess\.|\bsetTimeout\b|\bsetInterval\b|\bconsole\.\w+\(/
    expect(inside.filter(({ code }) => asks.test(code)).map(({ path }) => path)).toEqual([])
  })
})

test('net imports nothing of ours', () => {
  const out = SOURCES.filter(({ room }) => room === 'net').flatMap(({ imports }) =>
    imports.filter((each) => roomOf(each) !== 'net'),
  )
  expect(out).toEqual([])
})

test('one file imports conf, one ink-select-input, and Ink stays in the full screen', () => {
  expect(importersOf(/^conf$/)).toEqual(['progress/store.ts'])
  expect(importersOf(/^ink-select-input$/)).toEqual(['tui/parts/menu.tsx'])
  expect(importersOf(/^(ink|react)(\/|$)/).filter((path) => !path.startsWith('tui/'))).toEqual([])
})

test('one place ends the process', () => {
  expect(where(({ code }) => /\bprocess\.(exit\(|abort\(|reallyExit)/.test(code))).toEqual(['cli.tsx'])
})

test('one ticker moves the screen', () => {
  const timers = /\b(setInterval|setTimeout|useAnimation)\b/
  expect(where(({ code, room }) => room === 'tui' && timers.test(code))).toEqual([
    // Waits for fg; nothing moves by it.
    'tui/shell/use-suspension.ts',
    'tui/ticker.ts',
  ])
})

test('files are named after what they hold', () => {
  const vague = /(^|\/)(utils?|helpers?|common|manager|misc|shared|stuff|lib)(\/|\.|$)/
  expect(where(({ path }) => vague.test(path) || !/^[a-z0-9/.-]+$/.test(path))).toEqual([])
})

test('files are small', () => {
  const lines = SOURCES.map(({ text }) => text.split('\n').length).sort((a, b) => a - b)
  expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(80)
  const large = SOURCES.filter(({ text }) => text.split('\n').length > 250)
  expect(large.length, large.map(({ path }) => path).join(', ')).toBeLessThanOrEqual(SOURCES.length / 20)
})

test('what is exported says what it is, by itself or with the lines above it', () => {
  const bare = SOURCES.flatMap(({ path, text }) =>
    [
      ...text.matchAll(
        /(?:^|\n)\n(export (?:async )?(?:function|class|type) \w+\b(?! = (?:\(?typeof|keyof|\w+\[')).*)/g,
      ),
    ].map(([, line]) => `${path}: ${line}`),
  )
  expect(bare).toEqual([])
})

test('nothing is left for later', () => {
  expect(where(({ text }) => /\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck|expect-error)/.test(text))).toEqual([])
})
