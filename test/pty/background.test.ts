import { expect, test } from 'vitest'
import { KEY, startInTerminal, type Terminal } from '../support/terminal.ts'

const QUESTION = '\u001b]11;?\u0007\u001b[c'
const ATTRIBUTES = '\u001b[?64;1;22c'
const BELL = '\u0007'
/** What a light theme draws keys in (#005AB5), and a dark one (#56B4E9). */
const LIGHT = '38;2;0;90;181'
const DARK = '38;2;86;180;233'
const TRUE_COLOUR = { COLORTERM: 'truecolor' }

/** The theme that was painted last. */
function theme(terminal: Terminal): 'light' | 'dark' | null {
  const bytes = terminal.bytes()
  const [light, dark] = [bytes.lastIndexOf(LIGHT), bytes.lastIndexOf(DARK)]
  return light === dark ? null : light > dark ? 'light' : 'dark'
}

/** Starts the program, and waits for its question. */
async function asked(env: Record<string, string> = {}): Promise<Terminal> {
  const terminal = startInTerminal([], { env: { ...TRUE_COLOUR, ...env } })
  await terminal.until(() => terminal.bytes().includes(QUESTION))
  return terminal
}

/** The first screen as it stands when nothing but the program has written to it. */
async function firstScreen(terminal: Terminal): Promise<string> {
  await terminal.until('q quit')
  return await terminal.settled()
}

async function leave(terminal: Terminal): Promise<void> {
  await terminal.press('q')
  expect(await terminal.ending()).toMatchObject({ status: 0, lineRestored: true, alternateScreen: false })
}

test.each([
  ['light', 'rgb:fdfd/f6f6/e3e3', '15;0'],
  ['dark', 'rgb:1e1e/1e1e/1e1e', '0;15'],
] as const)('a terminal that answers %s is believed before the environment', async (said, colour, env) => {
  const terminal = await asked({ COLORFGBG: env })
  await terminal.press(`\u001b]11;${colour}${BELL}${ATTRIBUTES}`)
  await firstScreen(terminal)
  expect(theme(terminal)).toBe(said)
  await leave(terminal)
})

test('an answer that comes late and in pieces changes the colours, and none of it is a key', async () => {
  const terminal = await asked()
  const first = await firstScreen(terminal)
  expect(theme(terminal)).toBe('dark')
  await terminal.press('\u001b]11;rgb:ff', 'ff/ffff/ffff\u001b', '\\\u001b[?6', '2;22c')
  await terminal.until(() => theme(terminal) === 'light')
  expect(await terminal.settled()).toBe(first)
  await leave(terminal)
})

test.each([
  ['garbage', `\u001b]11;quit? f/q${BELL}${ATTRIBUTES}`],
  ['what it is, but no colour', ATTRIBUTES],
  ['nothing', ''],
])('a terminal that answers %s gets the dark theme, and its keys', async (_, answer) => {
  const terminal = await asked()
  if (answer) await terminal.press(answer)
  const first = await firstScreen(terminal)
  expect(theme(terminal)).toBe('dark')
  await terminal.press('?', KEY.escape)
  await terminal.until((screen) => screen === first)
  await leave(terminal)
})

test('a reply on its way when a person leaves does not reach the shell', async () => {
  const terminal = startInTerminal([], {
    env: TRUE_COLOUR,
    shell: '"$@"; read -r -t 1 typed || :; echo "typed <$typed>"',
  })
  await terminal.until(() => terminal.bytes().includes(QUESTION))
  await firstScreen(terminal)
  await terminal.press('q', `\u001b]11;rgb:ffff/ffff/ffff${BELL}${ATTRIBUTES}`)
  expect((await terminal.ending()).screen).toContain('typed <>')
})

test.each([
  ['--theme light', ['--theme', 'light'], {}],
  ['--theme mono', ['--theme', 'mono'], {}],
  ['NO_COLOR', [], { NO_COLOR: '1' }],
  ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }],
  ['the Linux console', [], { TERM: 'linux' }],
  ['lines of text', ['--plain'], {}],
  ['TERM=dumb', [], { TERM: 'dumb' }],
  ['CI', [], { CI: 'true' }],
])('nothing is asked with %s', async (_, args, env) => {
  const terminal = startInTerminal(args, { env: { ...TRUE_COLOUR, ...env } })
  await terminal.until(() => /pid \d+\s[\s\S]{200}/.test(terminal.bytes()))
  await terminal.settled()
  expect(terminal.bytes()).not.toContain('\u001b]11')
})
