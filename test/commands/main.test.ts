import { expect, test } from 'vitest'
import { main } from '../../src/main.ts'
import { fakeIo } from '../support/fake-io.ts'

async function run(...args: string[]) {
  const io = fakeIo()
  const status = await main(args, io, '1.2.3')
  return { status, out: io.out(), err: io.err() }
}

test('--version prints the version and nothing else', async () => {
  expect(await run('--version')).toEqual({ status: 0, out: '1.2.3\n', err: '' })
})

test('--help names the options and goes to standard output', async () => {
  const { status, out, err } = await run('--help')
  expect({ status, err }).toEqual({ status: 0, err: '' })
  expect(out).toContain('--plain')
})

test.each([
  [['chekc'], 'vlan-dojo: There is no command "chekc"'],
  [['\u001b[31mred'], 'vlan-dojo: There is no command "\\u001b[31mred"'],
  [['--them', 'dark'], 'vlan-dojo: There is no option --them; is --theme meant?\n'],
  [['--theme'], 'vlan-dojo: The option --theme needs a value.\n'],
  [['--theme', '--plain'], 'vlan-dojo: The option --theme needs a value.\n'],
  [['--theme', 'pink'], 'vlan-dojo: There is no theme "pink"; choose one of dark, light, hc, mono.\n'],
  [['--plain=yes'], 'vlan-dojo: The option --plain takes no value.\n'],
])('%j ends with one sentence and status 2', async (args, sentence) => {
  const { status, out, err } = await run(...args)
  expect({ status, out, lines: err.split('\n').length }).toEqual({ status: 2, out: '', lines: 2 })
  expect(err).toContain(sentence)
})

test('without a terminal the plain face runs and ends well', async () => {
  const { status, out, err } = await run()
  expect({ status, err }).toEqual({ status: 0, err: '' })
  expect(out).not.toBe('')
})

test('what is wrong with the arguments is said without a control byte of theirs', async () => {
  const { status, err } = await run('\u001b[31mchekc\u0007')
  expect(status).toBe(2)
  expect(err).toMatch(/^[^\u0000-\u0009\u000b-\u001f]+$/)
})
