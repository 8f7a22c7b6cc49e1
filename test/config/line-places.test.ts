import { expect, test } from 'vitest'
import { LinePlaces } from '../../src/config/line-places.ts'

test.each([1, 63, 64, 65, 129])('a text of %i lines gives each of them, asked for in any order', (count) => {
  const lines = Array.from({ length: count }, (_, n) => (n % 3 === 0 ? '' : `line ${n}`))
  for (const text of [lines.join('\n'), `${lines.join('\n')}\n`]) {
    const places = new LinePlaces(text)
    const indexes = lines.map((_, index) => (index * 37) % count)
    expect(indexes.map((index) => places.line(index))).toEqual(indexes.map((index) => lines[index]))
    expect(places.line(count + 70)).toBe('')
  }
})
