import { expect, test } from 'vitest'
import { KEY, startInTerminal } from '../support/terminal.ts'

test('Ctrl-Z gives the shell a sane terminal, and fg brings the screen back', async () => {
  const shell = 'set -m; "$@"; echo "stopped with $?"; stty -a | grep -o " -*icanon"; read -r _; fg'
  const terminal = startInTerminal([], { shell })
  const first = await terminal.until('q quit')
  await terminal.press(KEY.ctrlZ)
  const away = await terminal.until(/stopped with 14[78]/)
  expect(away).toMatch(/^ icanon$/m)
  expect(terminal.isFullScreen()).toBe(false)
  await terminal.press(KEY.enter)
  await terminal.until((screen) => terminal.isFullScreen() && screen === first)
  await terminal.press('q')
  expect(await terminal.ending()).toMatchObject({ status: 0, lineRestored: true, alternateScreen: false })
})
