import { expect, it } from 'vitest'
import { LESSONS } from '../../src/content/lessons.built.ts'
import { startPlain } from '../../src/plain/start.ts'
import { finishLesson } from '../../src/progress/review.ts'
import { openStore } from '../../src/progress/store.ts'
import { fakeIo } from '../support/fake-io.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** A person at a terminal who types these lines. */
function person(typed: readonly string[]) {
  return fakeIo(`${typed.join('\n')}\n`, { isTerminal: true, env: { VLAN_DOJO_HOME: tempFolder() } })
}

/** Answers of the lesson on switch spoofing up to its task: one wrong, looked at again, then right ones. */
const SPOOFING = `${LESSONS.findIndex(({ id }) => id === 'switch-spoofing') + 1}`
const TO_THE_TASK = [SPOOFING, '', '', '1', '1', 'r', '', '', '', '3', '2', '', '3', '1', '', '2', '1', '']

it('without a terminal prints the first lesson with its answers, and how to go on', async () => {
  const io = fakeIo()
  expect(await startPlain(io)).toBe(0)
  expect(io.out()).toContain(`${LESSONS[0]?.title}\n=====`)
  expect(io.out()).toContain('The answer: Only on the trunk between the switches.')
  expect(io.out()).toContain('The frame arrives.')
  expect(io.out()).toMatch(/npm start/)
  expect(
    io
      .out()
      .split('\n')
      .every((line) => line.length <= 80),
  ).toBe(true)
})

it('a whole lesson can be done in lines of text, and what was answered is kept', async () => {
  const task = ['interface Gi0/5', 'sw mo acc', 'sw acc vl 10', '', '1', '', '', 'q']
  const io = person([...TO_THE_TASK, ...task])
  expect(await startPlain(io)).toBe(0)
  const out = io.out()
  expect(out).toContain('You said: It stays in VLAN 10. A host cannot change a switch.')
  expect(out).toContain('No command was typed')
  expect(out).toContain('- met: EVIL on Gi0/5 gets no trunk.')
  expect(out).toContain('Without "sw mo acc" a goal is not met.')
  expect(out).toContain('That was the lesson.')
  const kept = openStore(io.env).progress().lessons['switch-spoofing']
  expect(kept?.status).toBe('finished')
  expect(
    kept?.attempts.desirable?.map(({ choice, confidence, right }) => [choice, confidence, right]),
  ).toEqual([['a', 'sure', false]])
  expect(kept?.attempts.gained?.map(({ right }) => right)).toEqual([true])
})

it('a line the switch refuses is told with its message, and a hint solves nothing', async () => {
  const io = person([
    ...TO_THE_TASK,
    ':hint',
    ':hint',
    'int Gi0/5',
    'switchport nonegotiate',
    '',
    ':quit',
    'q',
  ])
  await startPlain(io)
  expect(io.out()).toMatch(/Conflict between\s+'nonegotiate' and 'dynamic'/)
  expect(io.out()).toContain('- not met: EVIL on Gi0/5 gets no trunk.')
  expect(io.out()).toContain('Hint 2 of 4')
  expect(openStore(io.env).progress().lessons['switch-spoofing']?.status).toBe('begun')
})

it('leaving, a number that is none and the end of the input all end well', async () => {
  for (const typed of [['q'], ['0', '99', 'x', 'q'], ['1', '', ''], []]) {
    expect(await startPlain(person(typed))).toBe(0)
  }
})

it('a lesson that is due is asked about again, under other numbers', async () => {
  const io = person([`${LESSONS.length + 1}`, '0', '3', '', '1', '1', '', '2', '2', '', 'q'])
  const store = openStore(io.env)
  store.update((kept) => finishLesson(kept, 'switch-spoofing', 0))
  await startPlain(io)
  expect(io.out()).toContain('Review (one lesson is due)')
  expect(io.out()).toContain('You said that you do not know.')
  expect(io.out()).toContain('That was the review.')
  expect(io.out()).not.toMatch(/VLAN (10|20)\b/)
  expect(openStore(io.env).progress().lessons['switch-spoofing']?.reviews).toBe(1)
})
