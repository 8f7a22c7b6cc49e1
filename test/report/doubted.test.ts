import { expect, test } from 'vitest'
import { lineOf } from '../../src/report/doubted.ts'

test('a line of another device than the one that is spoken of says whose it is', () => {
  const doubt = { device: 'SW2', line: 4, text: 'spanning-tree mode mst' }
  expect(lineOf(doubt, 'SW2')).toBe('line 4')
  expect(lineOf(doubt, 'SW1')).toBe('line 4 of SW2')
})
