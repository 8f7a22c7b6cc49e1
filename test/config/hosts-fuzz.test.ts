import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DialectName, readConfig, UnreadableConfig } from '../../src/config/index.ts'

const DIALECTS = ['esxi', 'ovs', 'linux-bridge'] as const satisfies readonly DialectName[]

function fixturesOf(dialect: DialectName): string[] {
  const folder = new URL(`./${dialect}/`, import.meta.url).pathname
  return readdirSync(folder)
    .filter((name) => /\.(?:cfg|txt|json)$/.test(name))
    .map((name) => readFileSync(`${folder}${name}`, 'utf8'))
}

/** What a terminal, an editor or a bad cable may put into a text. */
const NOISE = [
  '\u0000',
  '\u001b[31m',
  '\r',
  '\n',
  '\t',
  ' ',
  '"',
  '|',
  ':',
  '-',
  '[',
  '{',
  '4095',
  '\ufffd',
  'é',
  '\\',
]

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(40),
  put: fc.oneof(fc.constantFrom(...NOISE), fc.string({ maxLength: 12 })),
})

function edited(text: string, edits: readonly { at: number; cut: number; put: string }[]): string {
  let now = text
  for (const { at, cut, put } of edits) {
    const index = Math.floor(at * now.length)
    now = now.slice(0, index) + put + now.slice(index + cut)
  }
  return now
}

/** Lines as a reader counts them: what follows the last line end counts only if it holds something. */
function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') || text === '' ? 1 : 0)
}

describe.each(DIALECTS)('%s takes whatever comes', (dialect) => {
  const fixtures = fixturesOf(dialect)

  test('with every line accounted for, once and in order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fixtures),
        fc.array(edit, { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        (fixture, edits, end) => {
          const text = edited(fixture.replaceAll('\n', end), edits)
          const content = text.startsWith('\ufeff') ? text.slice(1) : text
          try {
            const { devices, hypervisors } = readConfig(text, { path: 'f', dialect })
            const readings = [...devices, ...hypervisors].map(({ lines }) => lines.map(({ line }) => line))
            const numbers = [...new Set(readings.flat())].sort((a, b) => a - b)
            expect(numbers).toEqual(Array.from({ length: countLines(content) }, (_, i) => i + 1))
            for (const each of readings) expect(new Set(each).size).toBe(each.length)
          } catch (error) {
            if (!(error instanceof UnreadableConfig)) throw error
          }
        },
      ),
      { numRuns: 600, seed: 1 },
    )
  })

  test('cut off anywhere', () => {
    for (const fixture of fixtures) {
      for (let end = 1; end < fixture.length; end += 7) {
        try {
          readConfig(fixture.slice(0, end), { path: 'f', dialect })
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableConfig)
        }
      }
    }
  })
})
