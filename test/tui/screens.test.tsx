import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { beginLesson, NO_PROGRESS } from '../../src/progress/progress.ts'
import { finishLesson } from '../../src/progress/review.ts'
import { memoryStore, type Screen, startScreen } from '../support/screen.tsx'
import { tempFolder } from '../support/temp-folder.ts'

const ENTER = '\r'
const RIGHT = '\u001b[C'
const CONFIG =
  'hostname DESK1\n!\ninterface GigabitEthernet0/1\n!\ninterface GigabitEthernet0/24\n switchport mode trunk\n!\nend\n'

async function choose(screen: Screen, label: string): Promise<void> {
  for (let line = 0; line < 30 && !screen.text().includes(`> ${label}`); line++) await screen.press('j')
  await screen.press(ENTER)
}

/** How to come to a screen from the first one, and what it shows when one is there. */
type Way = { readonly go: (screen: Screen) => Promise<void>; readonly shows: string }

const WAYS: Readonly<Record<string, Way>> = {
  home: { go: async () => {}, shows: 'q quit' },
  help: { go: (screen) => screen.press('?'), shows: 'What works here' },
  glossary: { go: (screen) => choose(screen, 'Glossary'), shows: 'also called' },
  settings: { go: (screen) => choose(screen, 'Look and motion'), shows: 'Kept for the next time' },
  search: {
    go: async (screen) => {
      await screen.press('/')
      await screen.until('Words:')
      await screen.press('native vlan', ENTER)
    },
    shows: 'places with',
  },
  reading: { go: (screen) => choose(screen, 'Double tagging'), shows: 'You will be able to' },
  question: {
    go: async (screen) => {
      await choose(screen, 'Double tagging')
      await screen.until('1/')
      await screen.press(ENTER, ENTER)
      for (let step = 0; step < 9 && !screen.text().includes('asks you'); step++) await screen.press(RIGHT)
    },
    shows: 'asks you',
  },
  'film-help': {
    go: async (screen) => {
      await choose(screen, 'Double tagging')
      await screen.until('1/')
      await screen.press(ENTER, ENTER)
      await screen.until('step 1 of')
      await screen.press('?')
    },
    shows: 'one step on',
  },
  purposes: { go: (screen) => openFile(screen), shows: 'What hangs on' },
  checklist: {
    go: async (screen) => {
      await openFile(screen)
      await screen.until('What hangs on')
      while (screen.text().includes('What hangs on')) await screen.press(ENTER)
    },
    shows: 'attacks, simulated',
  },
}

async function openFile(screen: Screen): Promise<void> {
  await choose(screen, 'Check a switch')
  await screen.until('A configuration file')
  await screen.press(ENTER, 'desk.cfg', ENTER)
}

async function startAt(columns: number, rows: number, ascii: boolean): Promise<Screen> {
  const cwd = tempFolder()
  writeFileSync(join(cwd, 'desk.cfg'), CONFIG)
  const progress = finishLesson(beginLesson(NO_PROGRESS, 'switch-spoofing'), 'switch-spoofing', Date.now())
  return await startScreen({
    columns,
    rows,
    cwd,
    asked: { ascii, theme: 'mono' },
    store: memoryStore(progress),
  })
}

describe.each([
  [80, 24],
  [120, 36],
] as const)('on %i by %i', (columns, rows) => {
  it.each(Object.keys(WAYS))('%s is whole', async (name) => {
    const way = WAYS[name]
    if (!way) throw new Error(`There is no way to ${name}.`)
    const screen = await startAt(columns, rows, false)
    await way.go(screen)
    const shown = await screen.until(way.shows)
    const lines = shown.trimEnd().split('\n')
    expect(lines).toHaveLength(rows)
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns)
    const golden = `../golden/screens/${name}-${columns}x${rows}`
    await expect(shown).toMatchFileSnapshot(`${golden}.txt`)
    await expect(screen.marked()).toMatchFileSnapshot(`${golden}.mono.txt`)
  })

  it.each(Object.keys(WAYS))('%s is whole in ASCII', async (name) => {
    const way = WAYS[name]
    if (!way) throw new Error(`There is no way to ${name}.`)
    const screen = await startAt(columns, rows, true)
    await way.go(screen)
    const shown = await screen.until(way.shows)
    expect(shown).toMatch(/^[ -~\n]*$/)
    await expect(shown).toMatchFileSnapshot(`../golden/screens/${name}-${columns}x${rows}.ascii.txt`)
  })
})

describe('a terminal of another size', () => {
  it('that is too small gets one clear line, and the screen as it was when it grows', async () => {
    const screen = await startAt(80, 24, false)
    const before = screen.text()
    await screen.resize(79, 24)
    expect(screen.text()).toContain('needs 80x24, this terminal is 79x24')
    expect(screen.text()).toContain('--plain')
    expect(screen.text().trimEnd().split('\n').length).toBeLessThanOrEqual(2)
    await screen.resize(80, 24)
    expect(screen.text()).toBe(before)
  })

  it('is right at once, in the middle of a lesson', async () => {
    const screen = await startAt(120, 36, false)
    await WAYS.question?.go(screen)
    await screen.until('asks you')
    await screen.resize(80, 24)
    const small = await screen.until('asks you')
    expect(small.trimEnd().split('\n')).toHaveLength(24)
    await screen.resize(120, 36)
    await screen.resize(100, 30)
    const middle = await screen.until('asks you')
    expect(middle.trimEnd().split('\n')).toHaveLength(30)
    expect(middle.split('\n')[0]).toMatch(/^┌ Double tagging .*─┐$/)
  })
})

describe('the mono theme', () => {
  it('says nothing by colour', async () => {
    const screen = await startAt(80, 24, false)
    await WAYS.question?.go(screen)
    await screen.until('asks you')
    expect(screen.bytes()).not.toMatch(/\u001b\[(?:\d+;)*(?:3[0-8]|4[0-8]|9[0-7])(?:;\d+)*m/)
  })
})
