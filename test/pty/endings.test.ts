import { expect, test } from 'vitest'
import { KEY, startInTerminal, type Terminal } from '../support/terminal.ts'

/** What a person expects of a terminal after a program, whatever ended it. */
const RESTORED = { lineRestored: true, alternateScreen: false, cursorShown: true }

/** A module that throws inside the running program when it is told to. */
const FAULT = `data:text/javascript,process.on('SIGUSR2',()=>{throw new Error('injected fault')})`
const REJECTION = `data:text/javascript,process.on('SIGUSR2',()=>{Promise.reject(new Error('injected fault'))})`

async function started(node: string[] = []): Promise<Terminal> {
  const terminal = startInTerminal([], { node })
  await terminal.until('vlan-dojo')
  expect(terminal.isFullScreen()).toBe(true)
  return terminal
}

test('q leaves', async () => {
  const terminal = await started()
  await terminal.press('q')
  expect(await terminal.ending()).toMatchObject({ ...RESTORED, status: 0 })
})

test('Ctrl-C leaves', async () => {
  const terminal = await started()
  await terminal.press(KEY.ctrlC)
  expect(await terminal.ending()).toMatchObject({ ...RESTORED, status: 0 })
})

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGQUIT', 131],
] as const)('%s ends it, and the terminal is as before', async (signal, status) => {
  const terminal = await started()
  await terminal.signal(signal)
  expect(await terminal.ending()).toMatchObject({ ...RESTORED, status })
})

test.each([
  ['an exception', FAULT],
  ['a rejected promise', REJECTION],
])('%s leaves the terminal as before, says what it was, and is not taken for findings', async (_, module) => {
  const terminal = await started(['--import', module])
  await terminal.signal('SIGUSR2')
  const ending = await terminal.ending()
  expect(ending).toMatchObject({ ...RESTORED, status: 70 })
  expect(ending.screen).toContain('Error: injected fault')
})

test('Escape on the first screen does not leave', async () => {
  const terminal = await started()
  await terminal.press(KEY.escape)
  expect(await terminal.until('vlan-dojo')).toContain('vlan-dojo')
  await terminal.press('q')
  expect(await terminal.ending()).toMatchObject({ status: 0 })
})
