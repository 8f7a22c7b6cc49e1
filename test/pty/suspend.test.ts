import { expect, test } from 'vitest'
import { KEY, startInTerminal, type Terminal } from '../support/terminal.ts'

/** A shell with jobs, which tells when the program stops and waits for Enter before it continues it. */
const SHELL = 'set -m; "$@"; echo "stopped with $?"; stty -a | grep -o " -*icanon"; read -r _; fg'

test.each([
  ['Ctrl-Z', (terminal: Terminal) => terminal.press(KEY.ctrlZ)],
  ['SIGTSTP', (terminal: Terminal) => terminal.signal('SIGTSTP')],
])('%s gives the shell a sane terminal, and fg brings the screen back', async (_, stop) => {
  const terminal = startInTerminal([], { shell: SHELL })
  await terminal.until('q quit')
  // Once a key is answered, the program listens: before that the kernel stops it, as any program.
  await terminal.press(KEY.down)
  const first = await terminal.settled()
  await stop(terminal)
  const away = await terminal.until(/stopped with \d+[\s\S]*icanon/)
  expect(away).toMatch(/^ icanon$/m)
  expect(terminal.isFullScreen()).toBe(false)
  await terminal.press(KEY.enter)
  await terminal.until((screen) => terminal.isFullScreen() && screen === first)
  await terminal.press('q')
  expect(await terminal.ending()).toMatchObject({ status: 0, lineRestored: true, alternateScreen: false })
})
