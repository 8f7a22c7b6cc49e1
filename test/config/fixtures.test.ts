import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config/index.ts'
import { hypervisorSummary } from './hypervisor-summary.ts'
import { summary } from './summary.ts'

const here = new URL('.', import.meta.url).pathname
/** A configuration, or what a tool of a host prints. */
const FIXTURE = /^(?:esxi|ovs|linux-bridge)\/.*\.(?:txt|json)$|\.cfg$/
const fixtures = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((name) => FIXTURE.test(name))
  .sort()

describe('fixture pairs', () => {
  test('there are some', () => expect(fixtures.length).toBeGreaterThan(0))

  test.each(fixtures)('%s is read as its .expected says', async (name) => {
    const text = readFileSync(`${here}${name}`, 'utf8')
    const reading = readConfig(text, { path: name })
    const found = [...reading.devices.map(summary), ...reading.hypervisors.map(hypervisorSummary)].join('\n')
    await expect(found).toMatchFileSnapshot(`${here}${name.replace(/\.\w+$/, '.expected')}`)
  })

  test.each(fixtures)('%s has every line accounted for, once and in order', (name) => {
    const text = readFileSync(`${here}${name}`, 'utf8')
    const { devices, hypervisors } = readConfig(text, { path: name })
    const readings = [...devices, ...hypervisors].map(({ lines }) => lines.map(({ line }) => line))
    // A line that may change anything stands in the reading of each bridge of a host.
    const numbers = [...new Set(readings.flat())].sort((a, b) => a - b)
    for (const each of readings) expect(each).toEqual([...new Set(each)].sort((a, b) => a - b))
    const count = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
    expect(numbers).toEqual(Array.from({ length: count }, (_, i) => i + 1))
  })
})
