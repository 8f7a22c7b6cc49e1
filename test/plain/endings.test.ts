import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LESSONS } from '../../src/content/lessons.built.ts'
import { Answers, LONGEST_LINE } from '../../src/plain/answers.ts'
import { startPlain } from '../../src/plain/start.ts'
import { openStore } from '../../src/progress/store.ts'
import { OFFICE } from '../flow/checklist/office.ts'
import { fakeIo } from '../support/fake-io.ts'
import { tempFolder } from '../support/temp-folder.ts'

const CHECK = `${LESSONS.length + 1}`
const LESSON = `${LESSONS.findIndex(({ id }) => id === 'switch-spoofing') + 1}`
/** Through a lesson into its task, and through a checklist to a file that is written. */
const LESSON_LINES = [
  ...[LESSON, '', '', '1', '1', 'r', '', '', '', '3', '2', '', '3', '1', '', '2', '1', ''],
  ...['interface Gi0/5', 'sw mo acc', '', '1', ''],
]
const CHECK_LINES = [
  ...[CHECK, '1', 'office.cfg', '1', '1', '7', 's', 'B 20 Gi1/0/4 Gi1/0/10'],
  ...['e', 'interface Gi1/0/1', 'sw mo acc', '', 'h', '0', 'i', '5', 'f', 'w', '1', '1', 'x', '1', 'out.cfg'],
]

function folderWithOffice(): string {
  const folder = tempFolder()
  writeFileSync(join(folder, 'office.cfg'), OFFICE)
  return folder
}

function world(folder: string, input: string | Uint8Array) {
  return fakeIo(input, { isTerminal: true, env: { VLAN_DOJO_HOME: folder }, cwd: folder })
}

it.each([
  ['a lesson', LESSON_LINES],
  ['a checklist', CHECK_LINES],
])('the input may be over at any point of %s', async (_, lines) => {
  for (let count = 0; count <= lines.length; count++) {
    const io = world(folderWithOffice(), lines.slice(0, count).join('\n'))
    expect(await startPlain(io)).toBe(0)
    expect(io.out().trimEnd(), `after ${count} lines`).toMatch(/The input is over\. What you did is kept\.$/)
  }
})

it('lines that were typed when the input ended are put to the switch and kept', async () => {
  const folder = folderWithOffice()
  const typed = ['e', 'interface Gi1/0/1', 'switchport mode access']
  await startPlain(world(folder, [CHECK, '1', 'office.cfg', '1', '7', ...typed].join('\n')))
  const [draft] = openStore({ VLAN_DOJO_HOME: folder }).drafts()
  expect(draft?.edits).toEqual(['interface Gi1/0/1\nswitchport mode access'])
})

it('no answer of any kind breaks it, and none is taken for another', async () => {
  const folder = folderWithOffice()
  const odd = ['-1', '1.5', '1e0', '99999', '0x1', '١', '１', 'é', '\u001b[A', '\u0000', '\u202e1']
  const io = world(folder, [...odd, CHECK, ...odd, '1', 'q', 'q'].join('\n'))
  expect(await startPlain(io)).toBe(0)
  expect(io.out()).not.toMatch(/[\u0000\u001b\u202e]/)
  expect(io.out().match(/That is none of the numbers\./g)?.length).toBe(2 * odd.length)
})

it('a letter that is none is asked for again, and moves nothing', async () => {
  const folder = folderWithOffice()
  const io = world(folder, [CHECK, '2', '7', 'nonsense', 'ff', 'q', 'q'].join('\n'))
  await startPlain(io)
  expect(io.out().match(/That is no answer here\./g)).toHaveLength(2)
  expect(io.out().match(/Item \d+ of/g)).toEqual(['Item 1 of'])
})

it('control characters in a path reach no terminal', async () => {
  const folder = folderWithOffice()
  const name = 'sw\u001b]0;x\u0007\u202e.cfg'
  writeFileSync(join(folder, name), OFFICE.replace('OFFICE', 'EVIL\u001b[2J'))
  const io = world(
    folder,
    [CHECK, '1', 'no\u0000such', '\u001b[2J.cfg', name, '1', '7', 'f', 'q', 'q'].join('\n'),
  )
  expect(await startPlain(io)).toBe(0)
  expect(io.out()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
  expect(io.out()).toContain('Item 1 of')
})

it('a line that never ends is cut, and the next one is read', async () => {
  const chunk = new TextEncoder().encode('x'.repeat(1024 * 1024))
  const answers = new Answers(
    (async function* () {
      for (let i = 0; i < 64; i++) yield chunk
      yield new TextEncoder().encode('\nnext\r\n\nlast')
    })(),
  )
  expect((await answers.line())?.length).toBe(LONGEST_LINE)
  expect([await answers.line(), await answers.line(), await answers.line()]).toEqual(['next', '', 'last'])
  expect(await answers.line()).toBeNull()
  expect(answers.isOver).toBe(true)
})

it('a character that comes in two pieces stays whole', async () => {
  const [bytes, at] = [new TextEncoder().encode('é\n'), 1]
  const answers = new Answers(
    (async function* () {
      yield bytes.slice(0, at)
      yield bytes.slice(at)
    })(),
  )
  expect(await answers.line()).toBe('é')
})

it('answers may come from a file, where plain lines were asked for', async () => {
  const env = { VLAN_DOJO_HOME: tempFolder() }
  const asked = fakeIo(`${LESSON}\nq\nq\n`, { isFed: true, env })
  expect(await startPlain(asked, true)).toBe(0)
  expect(asked.out()).toContain('Part 1 of')
  expect(asked.out()).toContain('What you did is kept.')
  for (const [input, isAsked, isFed] of [
    ['', true, true],
    ['1\n', false, true],
    ['1\n', true, false],
  ] as const) {
    const other = fakeIo(input, { isFed, env })
    expect(await startPlain(other, isAsked)).toBe(0)
    expect(other.out()).toContain('This is the plain transcript of the first lesson')
  }
})
