import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readConfig } from '../../../../src/config/index.ts'

const here = new URL('..', import.meta.url).pathname
const LINES = ['state-and-configuration.cfg', 'outputs-only.cfg'].flatMap((name) =>
  readFileSync(`${here}${name}`, 'utf8').split('\n'),
)

const junk = fc.oneof(
  fc.constantFrom(
    '\u0000',
    '\u001b[2J',
    ':',
    '-',
    ',',
    ' '.repeat(40),
    '4095',
    '0',
    '99999',
    'Gi',
    '/',
    '\r',
    '--More--',
  ),
  fc.string({ maxLength: 8 }),
)

/** A line as it stands in an output, or cut, or with something strange put into it. */
const line = fc
  .record({
    base: fc.constantFrom(...LINES),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    what: fc.constantFrom('keep', 'keep', 'keep', 'cut', 'insert', 'drop head'),
    junk,
  })
  .map(({ base, at, what, junk: strange }) => {
    const cut = Math.floor(at * base.length)
    if (what === 'cut') return base.slice(0, cut)
    if (what === 'drop head') return base.slice(cut)
    return what === 'insert' ? base.slice(0, cut) + strange + base.slice(cut) : base
  })

const text = fc.oneof(
  fc.array(line, { minLength: 1, maxLength: 60 }).map((lines) => lines.join('\n')),
  // pieces in their order, so that whole outputs survive
  fc
    .tuple(fc.nat(LINES.length), fc.nat(60), line)
    .map(([from, count, strange]) =>
      [...LINES.slice(from, from + count), strange, ...LINES.slice(from)].join('\n'),
    ),
)

test('there are fixtures to mangle', () => {
  expect(readdirSync(here)).toContain('state-and-configuration.cfg')
  expect(LINES.length).toBeGreaterThan(150)
})

test('mangled outputs never throw, and every line is accounted for', () => {
  fc.assert(
    fc.property(text, (mangled) => {
      const { devices } = readConfig(`SW1#show vlan brief\nhostname SW1\n${mangled}`, {
        path: 'x',
        dialect: 'ios',
      })
      const numbers = devices.flatMap(({ lines }) => lines.map(({ line: number }) => number))
      const count = `\n\n${mangled}`.split('\n').length - (mangled === '' || mangled.endsWith('\n') ? 1 : 0)
      expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1))
    }),
    { numRuns: 400 },
  )
})

test('huge and endless lines in an output are passed over quickly', () => {
  const long = 'A1,'.repeat(400_000)
  const outputs = [
    'Name: Gi0/1',
    'Switchport: Enabled',
    long,
    'VLAN Name  Status    Ports',
    `10   ${long}`,
    ` ${long}`,
    'Device ID: x',
    `Version :`,
    long,
  ]
  const [device] = readConfig(`hostname SW1\n${outputs.join('\n')}\n`, { path: 'x' }).devices
  expect(device?.lines).toHaveLength(outputs.length + 1)
})
