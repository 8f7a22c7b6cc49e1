import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { type Screen, startScreen } from '../support/screen.tsx'
import { tempFolder } from '../support/temp-folder.ts'

const ENTER = '\r'
const ESCAPE = '\u001b'

/** Names as people give them: wide, combining, from right to left, joined of several code points, and longer than any box. */
const NAMES: Readonly<Record<string, string>> = {
  wide: '交換機東京第二棟三階',
  combining: 'Zu\u0308rich-Bu\u0308ro\u0301\u0301\u0301',
  'from right to left': 'מתג-קומה-שתיים',
  joined: '👩‍👩‍👧‍👦-🇩🇪-switch',
  long: 'a-very-long-name-'.repeat(12),
}

function configOf(name: string): string {
  const port = (number: number, more: string) =>
    `interface GigabitEthernet0/${number}\n description ${name}\n${more}!\n`
  return `hostname ${name}\n!\n${port(1, '')}${port(2, ' switchport mode access\n')}${port(24, ' switchport mode trunk\n')}end\n`
}

/** Every row between the first and the last of the frame begins and ends with it, at its very columns. */
function brokenRows(screen: Screen, edge: string): string[] {
  const rows = screen.text().trimEnd().split('\n').slice(1, -2)
  return rows.filter(
    (row) => !row.startsWith(edge) || !row.trimEnd().endsWith(edge) || stringWidth(row.trimEnd()) !== 80,
  )
}

/** Goes through every screen that shows names of a file, and says at each what of its frame is broken. */
async function breaks(name: string, ascii: boolean): Promise<readonly (readonly [string, string[]])[]> {
  const cwd = tempFolder()
  writeFileSync(join(cwd, `${name.slice(0, 40)}.cfg`), configOf(name))
  const screen = await startScreen({ cwd, asked: { ascii, theme: 'mono' } })
  const edge = ascii ? '|' : '│'
  const found: [string, string[]][] = []
  const look = (where: string) => found.push([where, brokenRows(screen, edge)])
  await screen.press('f')
  await screen.until('File:')
  await screen.press([...name][0] ?? '', '\t')
  look('path')
  await screen.press(ENTER)
  await screen.until('Which one is it?')
  await screen.press('5')
  await screen.until('What hangs on')
  look('purposes')
  while (screen.text().includes('What hangs on')) await screen.press('1')
  await screen.until('attacks, simulated')
  look('checklist')
  await screen.press('a')
  await screen.until('Enter shows the attack')
  look('verdicts')
  await screen.press(ENTER)
  await screen.until('step 1 of')
  look('film')
  await screen.press(ESCAPE, ESCAPE)
  await screen.until('attacks, simulated')
  await screen.press('c')
  await screen.until('Commands as on the switch')
  look('console')
  await screen.press('do show run', ENTER)
  look('console full')
  await screen.press(ESCAPE, ESCAPE, ESCAPE)
  await screen.until('q quit')
  look('home')
  return found
}

async function expectWhole(name: string, ascii: boolean): Promise<void> {
  const found = await breaks(name, ascii)
  expect(found.map(([where]) => where)).toContain('console full')
  expect(found.filter(([, rows]) => rows.length > 0)).toEqual([])
}

describe('a switch with a name that is', () => {
  it.each(Object.entries(NAMES))('%s breaks no box', async (_, name) => {
    await expectWhole(name, false)
  })

  it.each(Object.entries(NAMES).slice(0, 2))('%s breaks no box in ASCII', async (_, name) => {
    await expectWhole(name, true)
  })
})
