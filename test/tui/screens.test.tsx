import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { beginLesson, NO_PROGRESS } from '../../src/progress/progress.ts'
import { finishLesson } from '../../src/progress/review.ts'
import { memoryStore, type Screen, startScreen } from '../support/screen.tsx'
import { tempFolder } from '../support/temp-folder.ts'

const ENTER = '\r'
const ESCAPE = '\u001b'
const RIGHT = '\u001b[C'
const CONFIG =
  'hostname DESK1\n!\ninterface GigabitEthernet0/1\n!\ninterface GigabitEthernet0/24\n switchport mode trunk\n!\nend\n'

async function choose(screen: Screen, label: string): Promise<void> {
  const chosen = new RegExp(`> [ \\d·✓+x-]*${label}`)
  for (let line = 0; line < 30 && !chosen.test(screen.text()); line++) await screen.press('j')
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
  steps: {
    go: async (screen) => {
      await choose(screen, 'Double tagging')
      await screen.until('1/')
      await screen.press(ENTER, ENTER)
      for (let step = 0; step < 9 && !screen.text().includes('asks you'); step++) await screen.press(RIGHT)
      await screen.press('e')
    },
    shows: 'behind the question',
  },
  path: {
    go: async (screen) => {
      await screen.press('f')
      await screen.until('File:')
      await screen.press('de', '\t')
    },
    shows: 'desk.cfg',
  },
  platform: { go: (screen) => openFile(screen), shows: 'Which one is it?' },
  purposes: { go: (screen) => openUnknown(screen), shows: 'What hangs on' },
  checklist: {
    go: (screen) => atTheChecklist(screen),
    shows: 'attacks, simulated',
  },
  tour: { go: (screen) => screen.press('o'), shows: '1 of 7' },
  'tour-question': {
    go: async (screen) => {
      await screen.press('o')
      await screen.until('1 of 7')
      await screen.press(ENTER, ENTER, ENTER, ENTER)
    },
    shows: '5 of 7',
  },
  console: {
    go: async (screen) => {
      await atTheChecklist(screen)
      await screen.press('c')
      await screen.until('DESK1(config)#')
      await screen.press('int gi0/1', ENTER, 'sw mode ?')
    },
    shows: 'Be a trunk',
  },
  'console-table': {
    go: async (screen) => {
      await atTheChecklist(screen)
      await screen.press('c')
      await screen.until('DESK1(config)#')
      await screen.press('do sh spanning-tree vlan 1', ENTER)
    },
    shows: 'Bridge addresses are made',
  },
  services: {
    go: async (screen) => {
      await atTheChecklist(screen)
      await screen.press('s')
    },
    shows: 'What must keep working',
  },
  history: {
    go: async (screen) => {
      await atTheChecklist(screen)
      await screen.press('c')
      await screen.until('DESK1(config)#')
      await screen.press('int gi0/1', ENTER, 'sw mode access', ENTER, ESCAPE)
      await screen.until('attacks, simulated')
      await screen.press('z')
    },
    shows: 'switchport mode access',
  },
}

async function openFile(screen: Screen): Promise<void> {
  await screen.press('f')
  await screen.until('File:')
  await screen.press('desk.cfg', ENTER)
}

/** Says of every port that a host hangs there. */
async function atTheChecklist(screen: Screen): Promise<void> {
  await openUnknown(screen)
  await screen.until('What hangs on')
  while (screen.text().includes('What hangs on')) await screen.press(ENTER)
  await screen.until('attacks, simulated')
}

/** Opens it, and cannot say what the switch is. */
async function openUnknown(screen: Screen): Promise<void> {
  await openFile(screen)
  await screen.until('Which one is it?')
  await choose(screen, 'I cannot say')
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
