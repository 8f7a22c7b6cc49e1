import { expect, it } from 'vitest'
import { AskedOnce } from '../../src/net/asked-once.ts'

/** Asks questions one after the other, and gives the number of those that took work. */
function worked(
  questions: readonly (readonly [unknown, readonly string[]])[],
  besides: readonly string[] = [],
) {
  const known = new AskedOnce<number>()
  let times = 0
  for (const [question, names] of questions) known.ask(question, names, besides, () => ++times)
  return times
}

const twoOf = (one: string, other: string, value = 1) =>
  [{ devices: [{ name: one, value }, { name: other }], from: { device: one } }, [one, other]] as const

it('works a question out once, whatever its devices are called and whichever lines say so', () => {
  expect(worked([twoOf('SW1', 'SW2'), twoOf('EDGE', 'CORE'), twoOf('SW2', 'SW1')])).toBe(1)
  const said = (line: number) => [{ name: 'SW1', line, from: [line], text: `line ${line}` }, ['SW1']] as const
  expect(worked([said(1), said(2)])).toBe(1)
})

it('tells values apart, and which of the devices is meant', () => {
  const from = (device: string) => [{ from: { device } }, ['SW1', 'SW2']] as const
  expect(worked([twoOf('SW1', 'SW2', 1), twoOf('SW1', 'SW2', 2), from('SW1'), from('SW2')])).toBe(4)
})

it('takes a value that reads like the name of a device for a value', () => {
  const mode = (name: string) => [{ name, mode: name }, [name]] as const
  expect(worked([mode('access'), mode('trunk')])).toBe(2)
})

it('leaves out what is said to make no difference', () => {
  const addressed = (mac: string) => [{ mac, port: 1 }, []] as const
  expect(worked([addressed('a'), addressed('b')])).toBe(2)
  expect(worked([addressed('a'), addressed('b')], ['mac'])).toBe(1)
})

it('forgets the oldest of very many, and stays right', () => {
  const known = new AskedOnce<number>()
  const ask = (n: number) => known.ask({ n }, [], [], () => n)
  for (let n = 0; n < 5_000; n++) expect(ask(n)).toBe(n)
  let again = false
  known.ask({ n: 0 }, [], [], () => {
    again = true
    return 0
  })
  expect(again).toBe(true)
})
