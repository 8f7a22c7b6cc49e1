import { expect, it } from 'vitest'
import { AskedOnce } from '../../src/net/asked-once.ts'

it('works a question out once', () => {
  const known = new AskedOnce<number>(10)
  let times = 0
  const ask = (question: string) => known.ask(question, () => ++times)
  expect([ask('a'), ask('b'), ask('a'), ask('b')]).toEqual([1, 2, 1, 2])
})

it('forgets the oldest of very many, and stays right', () => {
  const known = new AskedOnce<number>(100)
  for (let n = 0; n < 500; n++) expect(known.ask(`${n}`, () => n)).toBe(n)
  const again: string[] = []
  for (const n of [499, 0]) known.ask(`${n}`, () => again.push(`${n}`))
  expect(again).toEqual(['0'])
})
