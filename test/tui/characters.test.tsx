import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cellsOf } from '../../src/tui/canvas/glyphs.ts'
import { type Screen, startScreen } from '../support/screen.tsx'
import { tempFolder } from '../support/temp-folder.ts'

const ENTER = '\r'
const ESCAPE = '\u001b'

/** What a switch, its ports and its file are called. */
type Names = { readonly host: string; readonly desk: string; readonly file: string }

/** Wide characters, accents that join, a script from right to left, and pictures, some of them made of several. */
const STRANGE: Names = {
  host: '交換機e\u0301\u{1F44D}\u{1F3FD}',
  desk: 'שלום 한글 n\u0303 \u{1F469}\u200d\u{1F469}\u200d\u{1F467} \u{1F3F3}\ufe0f\u200d\u{1F308} \u26a0\ufe0f \u{1F1E9}\u{1F1EA} مرحبا',
  file: '配置-\u{1F44D}\u{1F3FD}-o\u0308.cfg',
}

/** Names of the same cells, one letter each: what the boxes look like when nothing is strange. */
function inLetters(names: Names): Names {
  const letters = (text: string) =>
    text
      .split(' ')
      .map((word) => 'x'.repeat(cellsOf(word)))
      .join(' ')
  return {
    host: letters(names.host),
    desk: letters(names.desk),
    file: `${letters(names.file.slice(0, -4))}.cfg`,
  }
}

/** Where the lines of boxes stand that go down, with their corners. */
function boxes(screen: Screen): string[] {
  return screen
    .cells()
    .flatMap((row, y) => row.flatMap((glyph, x) => (/[│┌┐└┘├┤]/.test(glyph) ? [`${x},${y} ${glyph}`] : [])))
}

/** Goes through the screens that show these names, and gives the boxes of each. */
async function walk({ host, desk, file }: Names): Promise<Record<string, string[]>> {
  const cwd = tempFolder()
  const port = (name: string) => `interface ${name}\n description ${desk}\n!\n`
  writeFileSync(
    join(cwd, file),
    `hostname ${host}\n!\n${port('GigabitEthernet0/1')}${port('GigabitEthernet0/2')}interface GigabitEthernet0/24\n description ${desk}\n switchport mode trunk\n!\nend\n`,
  )
  const screen = await startScreen({ cwd, columns: 120, rows: 36 })
  const seen: Record<string, string[]> = {}
  const at = async (name: string, shows: string, ...keys: readonly string[]) => {
    await screen.press(...keys)
    await screen.until(shows)
    seen[name] = boxes(screen)
  }
  await at('first', 'File:', 'f')
  await at('path', '.cfg', file)
  await at('platform', 'Which one is it?', ENTER)
  await at('purposes', 'What hangs on', ENTER)
  while (screen.text().includes('What hangs on')) await screen.press(ENTER)
  await at('checklist', 'attacks, simulated')
  await at('console', '(config)#', 'c')
  await at('typed', 'sw mode access', 'int gi0/1', ENTER, 'sw mode access', ENTER)
  await at('changed', '+  switchport mode access', ESCAPE)
  await at('history', 'what the attacks came to', 'z')
  await at('back', 'attacks, simulated', ESCAPE)
  await at('save', 'What is to be written?', 'x')
  await at('file to write', 'File:', ENTER)
  await at('saved nothing', 'attacks, simulated', ESCAPE, ESCAPE)
  await at('verdicts', 'Enter shows the attack', 'a')
  await at('film', 'step 1 of', ENTER)
  await at('home', 'Go on with', ESCAPE, ESCAPE, ESCAPE, ESCAPE)
  return seen
}

it('names in any script leave every box as it is', async () => {
  const expected = await walk(inLetters(STRANGE))
  expect(expected.checklist?.length).toBeGreaterThan(20)
  expect(await walk(STRANGE)).toEqual(expected)
})
