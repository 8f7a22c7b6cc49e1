import { expect, test } from 'vitest'
import { KEY, startInTerminal, type Terminal } from '../support/terminal.ts'

/** Steps on until the screen shows this. */
async function stepTo(terminal: Terminal, what: RegExp): Promise<void> {
  for (let step = 0; step < 30 && !what.test(await terminal.settled()); step += 1)
    await terminal.press(KEY.right)
  await terminal.until(what)
}

/** Answers the question on the screen with the line that holds this text, says "sure", and reads the feedback. */
async function answer(terminal: Terminal, text: RegExp): Promise<string> {
  const line = new RegExp(`(\\d)  ${text.source}`).exec(await terminal.settled())
  await terminal.press(line?.[1] ?? 'no such answer')
  await terminal.until('How sure are you?')
  await terminal.press('1')
  return await terminal.until('you said')
}

test('double tagging, from the first screen to the step that opens the fence, and exactly back', async () => {
  const terminal = startInTerminal(['--motion', 'none'])
  await terminal.until('q quit')
  await terminal.choose('Double tagging')
  await terminal.until('1/')
  await terminal.press(KEY.enter, KEY.enter)
  await terminal.until('step 1 of')
  await stepTo(terminal, /asks you/)
  expect(await answer(terminal, /It drops the frame\./)).toContain('✗ It drops the frame.')
  await terminal.press(KEY.enter)
  await stepTo(terminal, /asks you/)
  expect(await answer(terminal, /\[20\|IP\]/)).toContain('✓ [20|IP]')
  await terminal.press(KEY.enter)
  await stepTo(terminal, /►HOP 2/)
  const there = await terminal.settled()
  await expect(`${there}\n`).toMatchFileSnapshot('../golden/screens/double-tagging-80x24.txt')
  await terminal.press(KEY.right)
  const after = await terminal.settled()
  expect(after).not.toBe(there)
  await terminal.press(KEY.left)
  expect(await terminal.settled()).toBe(there)
  await terminal.press('q')
  expect(await terminal.ending()).toMatchObject({ status: 0, alternateScreen: false, lineRestored: true })
})
