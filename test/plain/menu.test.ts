import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LESSONS } from '../../src/content/lessons.built.ts'
import { startPlain } from '../../src/plain/start.ts'
import { openStore } from '../../src/progress/store.ts'
import { OFFICE } from '../flow/checklist/office.ts'
import { type FakeIo, fakeIo } from '../support/fake-io.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** A person who types these lines, with what was kept in this folder. */
function person(folder: string, typed: readonly string[], columns = 80): FakeIo {
  const env = { VLAN_DOJO_HOME: folder }
  return fakeIo(`${typed.join('\n')}\n`, { isTerminal: true, env, cwd: folder, columns })
}

/** What they see; how lines break does not matter here. */
async function run(folder: string, typed: readonly string[]): Promise<string> {
  const io = person(folder, typed)
  expect(await startPlain(io)).toBe(0)
  return io.out().replace(/\s+/g, ' ')
}

/** The number of a line of the menu in this folder. */
async function numberOf(folder: string, line: string): Promise<string> {
  const menu = await run(folder, ['q'])
  const number = new RegExp(`(\\d+)\\. ${line}`).exec(menu)?.[1]
  if (number === undefined) throw new Error(`The menu has no line "${line}": ${menu}`)
  return number
}

it('the menu begins with what is best done next, which Enter alone takes', async () => {
  const folder = tempFolder()
  const out = await run(folder, ['', 'q', 'q'])
  expect(out).toContain(`Start here: ${LESSONS[0]?.title}`)
  expect(out).toContain('Enter alone takes 1;')
  expect(out).toContain(LESSONS[0]?.parts[0]?.title)
})

it('a lesson is taken up where it was left, in the menu and in itself, or begun again', async () => {
  const folder = tempFolder()
  const title = 'Switch spoofing'
  const lesson = await numberOf(folder, title)
  await run(folder, [lesson, '', '', '1', '1', '', 'q', 'q'])
  const left = await run(folder, ['', '', 'q', '', '2', 'q', 'q'])
  expect(left).toContain(`Go on where you were: ${title}, part 3 of`)
  expect(left).toContain(`${title} (part 3 of`)
  expect(left).toMatch(/You left this lesson in part 3 of \d+\..*Part 3 of/)
  expect(left).toMatch(/Begin from its start.*Begin from its start.*Part 1 of/)
})

it('lines typed for a task are there again, with the task, after the input was over', async () => {
  const folder = tempFolder()
  const lesson = await numberOf(folder, 'Switch spoofing')
  const toTheTask = ['', '', '1', '1', 'r', '', '', '', '3', '2', '', '3', '1', '', '2', '1', '']
  await run(folder, [lesson, ...toTheTask, 'interface Gi0/5'])
  const out = await run(folder, ['', '', ':quit', 'q'])
  expect(out).toMatch(/The simulator checks:.*You are at .*Your lines: interface Gi0\/5/)
})

it('an unfinished checklist stands in the menu and goes on with services, platform and undo as they were', async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'office.cfg'), OFFICE)
  const check = await numberOf(folder, 'Check a switch of yours')
  const service = ['s', 'no vlan', 'Backup 20 Gi1/0/4 Gi1/0/10']
  const fix = ['i', '5', 'f']
  const first = await run(folder, [check, '1', 'office.cfg', '1', '7', ...service, ...fix, 'q', 'q'])
  expect(first).toContain('A service needs a VLAN behind its name')
  expect(first).toContain('H1: open')
  const draft = await numberOf(folder, 'Go on with OFFICE')
  const out = await run(folder, [draft, '7', 'v', 'h', '', 'u', 'q', 'q'])
  expect(out).toContain('Service Backup: works.')
  expect(out).toMatch(/0\. as it was read: 2 attacks work 1\. .*switchport mode access: 1 attack works/)
  expect(out).not.toContain('Which one is it?')
  const [kept] = openStore({ VLAN_DOJO_HOME: folder }).drafts()
  expect(kept).toMatchObject({
    profile: 'catalyst-2950',
    edits: [],
    services: [{ name: 'Backup', vlan: 20 }],
  })
})

it('a verdict that changed is told beside the run before the change', async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'office.cfg'), OFFICE)
  const check = await numberOf(folder, 'Check a switch of yours')
  const out = await run(folder, [check, '1', 'office.cfg', '1', '7', 'i', '5', 'f', 'w', '1', '1', 'q', 'q'])
  expect(out).toMatch(
    /The attack is stopped\. Before your changes it went another way from step \d+ on: Step/,
  )
})

it('the tour goes to its end and back, and shows the real thing at its stops', async () => {
  const folder = tempFolder()
  const tour = await numberOf(folder, 'Tour of the program')
  const out = await run(folder, [tour, '', 'b', '', '', '', '', '', '', 'q'])
  expect(out.match(/Tour, 1 of 7/g)).toHaveLength(2)
  expect(out).toMatch(/Tour, 2 of 7.*Step \d+ of \d+\..*Tags: VLAN/)
  expect(out).toMatch(/Tour, 6 of 7.*switch spoofing WORKS.*Tour, 7 of 7.*What next\?/)
})

it('a place that was found is opened, and a term is told', async () => {
  const folder = tempFolder()
  const search = await numberOf(folder, 'Search')
  const out = await run(folder, [
    search,
    'xyzzy',
    'two tags beneath',
    '1',
    'q',
    'priority tag',
    '1',
    'q',
    'q',
  ])
  expect(out).toContain('Neither a lesson nor the glossary has "xyzzy".')
  expect(out).toContain('Part 3 of 8: Hop by hop')
  const glossary = await numberOf(folder, 'Glossary')
  const told = await run(folder, [glossary, 'native', 'xyzzy', '', 'q', 'q'])
  expect(told).toContain('native VLAN: The one VLAN that a trunk sends without a tag')
  expect(told).toContain('The glossary has no "xyzzy".')
  expect(told).toMatch(/Terms: .*access port; .*trunk; /)
})

it('what is set for the full screen is kept', async () => {
  const folder = tempFolder()
  const settings = await numberOf(folder, 'Look and motion')
  const out = await run(folder, [settings, '4', 'q', 'q'])
  expect(out).toContain('4. Colours: high contrast (now)')
  expect(openStore({ VLAN_DOJO_HOME: folder }).progress().settings.theme).toBe('hc')
})

it.each([40, 200])('prose keeps to a terminal of %i columns', async (columns) => {
  const folder = tempFolder()
  const tour = await numberOf(folder, 'Tour of the program')
  const io = person(folder, [tour, '', '', '', '', '', '', '', '', '', 'q', 'q'], columns)
  await startPlain(io)
  const widths = io
    .out()
    .split('\n')
    .map((line) => line.length)
  expect(Math.max(...widths)).toBeLessThanOrEqual(Math.min(columns, 100))
  expect(Math.max(...widths)).toBeGreaterThan(Math.min(columns, 100) * 0.8)
})
