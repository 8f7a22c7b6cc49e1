import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect } from 'vitest'
import { type DialectName, readConfig, UnreadableConfig } from '../../src/config/index.ts'
import { countLines } from './holds.ts'

/** Dialects of what the tools of a host print. */
export const HOST_DIALECTS = ['esxi', 'ovs', 'linux-bridge'] as const satisfies readonly DialectName[]

/** The project's own fixtures of a dialect. */
export function fixturesOf(dialect: DialectName): string[] {
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

/** A fixture that has been through an editor, a terminal and a bad cable. */
export function anyHostText(fixtures: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...fixtures), fc.array(edit, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'))
    .map(([fixture, edits, end]) => edited(fixture.replaceAll('\n', end), edits))
}

/** What holds for any text that is read as this dialect: it is refused, or every line of it is accounted for, once and in order. */
export function holdsForHost(text: string, dialect: DialectName): void {
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
}
