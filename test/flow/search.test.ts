import { expect, it } from 'vitest'
import { LESSONS } from '../../src/content/lessons.built.ts'
import { searchLessons } from '../../src/flow/search.ts'

it('finds parts that hold every word, with the sentence it stands in', () => {
  const [first] = searchLessons(LESSONS, 'xensploit')
  expect(first?.lesson.id).toBe('switch-spoofing')
  expect(first?.excerpt).toBe('Xensploit showed in 2008 that they can also change it.')
  expect(searchLessons(LESSONS, 'XENSPLOIT zebra')).toEqual([])
})

it('puts titles first, and finds nothing for nothing', () => {
  expect(searchLessons(LESSONS, 'double tagging')[0]?.lesson.id).toBe('double-tagging')
  expect(searchLessons(LESSONS, '  ')).toEqual([])
})

it('looks into questions and goals as well', () => {
  const found = searchLessons(LESSONS, 'neither answers nor floods')
  expect(found.map(({ lesson, part }) => lesson.parts[part]?.kind)).toEqual(['film'])
})
