import { expect, test } from 'vitest'
import { startInTerminal } from '../support/terminal.ts'

/** Rows and columns of what stands on the screen. */
function extent(screen: string) {
  const lines = screen.split('\n')
  return { rows: lines.length, columns: Math.max(...lines.map((line) => line.length)) }
}

test('the first screen fills the terminal, and is right again after every resize', async () => {
  const terminal = startInTerminal()
  await terminal.until('q quit')
  const first = await terminal.settled()
  for (const [columns, rows] of [
    [120, 36],
    [81, 24],
    [100, 50],
    [80, 24],
  ] as const) {
    terminal.resize(columns, rows)
    await terminal.until((screen) => {
      const now = extent(screen)
      return (
        now.rows === rows &&
        now.columns === columns &&
        screen.split('vlan-dojo').length === first.split('vlan-dojo').length
      )
    })
  }
  await terminal.until((screen) => screen === first)
  await terminal.press('q')
  expect(await terminal.ending()).toMatchObject({ status: 0, alternateScreen: false, lineRestored: true })
})

test('a terminal too small gets one line that says what it needs, and comes back when it is large enough', async () => {
  const terminal = startInTerminal()
  await terminal.until('q quit')
  const first = await terminal.settled()
  terminal.resize(60, 20)
  const small = await terminal.until('80x24')
  expect(small).toContain('60x20')
  expect(small).toContain('--plain')
  expect(extent(small).rows).toBeLessThanOrEqual(3)
  terminal.resize(80, 24)
  await terminal.until((screen) => screen === first)
  terminal.resize(60, 20)
  await terminal.until('80x24')
  await terminal.press('q')
  expect(await terminal.ending()).toMatchObject({ status: 0, alternateScreen: false })
})
