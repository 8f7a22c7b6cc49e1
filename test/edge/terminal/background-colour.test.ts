import { expect, test } from 'vitest'
import { backgroundIn } from '../../../src/edge/terminal/background-colour.ts'

test.each([
  ['rgb:1e1e/1e1e/1e1e', 'dark'],
  ['rgb:0000/2b2b/3636', 'dark'],
  ['rgb:0000/0000/ffff', 'dark'],
  ['rgb:fdfd/f6f6/e3e3', 'light'],
  ['rgb:0000/ffff/0000', 'light'],
  ['rgb:FFFF/FFFF/DDDD', 'light'],
  ['rgb:0/0/0', 'dark'],
  ['rgb:f/f/f', 'light'],
  ['rgb:ff/ff/ff', 'light'],
  ['rgb:fff/fff/fff', 'light'],
  ['rgb:00ff/00ff/00ff', 'dark'],
  ['rgba:ffff/ffff/ffff/8000', 'light'],
] as const)('%s is %s', (answer, background) => {
  expect(backgroundIn(answer)).toBe(background)
})

test('between them stands the grey on which black and white text stand out equally', () => {
  expect(backgroundIn('rgb:75/75/75')).toBe('dark')
  expect(backgroundIn('rgb:76/76/76')).toBe('light')
})

test.each([
  '',
  '?',
  'rgb:',
  'rgb:ff/ff',
  'rgb:fffff/0/0',
  'rgb:gg/gg/gg',
  'cmy:1/1/1',
  'rgb:ff/ff/ff/ff/ff',
])('%j is no colour', (answer) => {
  expect(backgroundIn(answer)).toBeNull()
})
