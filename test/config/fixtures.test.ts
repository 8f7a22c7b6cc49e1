import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import { summary } from './summary.ts'

const here = new URL('.', import.meta.url).pathname
const fixtures = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.cfg'))
  .sort()

describe('fixture pairs', () => {
  test('there are some', () => expect(fixtures.length).toBeGreaterThan(0))

  test.each(fixtures)('%s is read as its .expected says', async (name) => {
    const text = readFileSync(`${here}${name}`, 'utf8')
    const reading = readConfig(text, { path: name })
    const found = reading.devices.map(summary).join('\n')
    await expect(found).toMatchFileSnapshot(`${here}${name.replace(/\.cfg$/, '.expected')}`)
  })

  test.each(fixtures)('%s has every line accounted for, once and in order', (name) => {
    const text = readFileSync(`${here}${name}`, 'utf8')
    const numbers = readConfig(text, { path: name }).devices.flatMap(({ lines }) =>
      lines.map(({ line }) => line),
    )
    const count = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
    expect(numbers).toEqual(Array.from({ length: count }, (_, i) => i + 1))
  })
})
