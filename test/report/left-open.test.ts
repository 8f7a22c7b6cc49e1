import { describe, expect, it } from 'vitest'
import { main } from '../../src/main.ts'
import { FORMATS, type FormatName } from '../../src/report/index.ts'
import { fakeIo } from '../support/fake-io.ts'

/** Found shut, but for a line that may open it. */
const OPEN = `hostname EDGE
vtp mode transparent
vlan 10,20
interface GigabitEthernet0/1
 switchport access vlan 10
 switchport mode access
 switchport frobnicate "50%", <all>
interface GigabitEthernet0/24
 switchport trunk native vlan 999
 switchport trunk allowed vlan 10,20
 switchport mode trunk
 switchport nonegotiate
`
const SHUT = OPEN.replace(/^ switchport frobnicate.*\n/m, '')
/** Stopped as it reads, but for a line that may let it through. */
const DOUBTED = OPEN.replace('native vlan 999', 'native vlan 10')
/** A warning, and advice. */
const WEAK = SHUT.replace('native vlan 999', 'native vlan 10')
/** An error. */
const HOLE = SHUT.replace(' switchport mode access\n', '')

async function check(text: string, format: FormatName, ...args: string[]) {
  const io = fakeIo(text)
  const status = await main(['check', '-', '--dialect', 'ios', '--format', format, ...args], io, '1.2.3')
  return { status, out: io.out() }
}

const formats = Object.keys(FORMATS) as FormatName[]

describe.each(formats)('%s', (format) => {
  it('shows the line that alone makes the status 1', async () => {
    const { status, out } = await check(OPEN, format)
    expect(status).toBe(1)
    expect(out.replace(/\s+/g, ' ')).toContain('was not understood: what gets through at ')
    expect(out).toContain('frobnicate')
    expect(out).toMatch(/\b7\b/)
  })

  it('says nothing of such a line where there is none', async () => {
    const { status, out } = await check(SHUT, format)
    expect(status).toBe(0)
    expect(out).not.toContain('was not understood: what gets through')
  })

  it('says by which line a finding is unsure, though its attack was stopped as the text reads', async () => {
    const { out } = await check(DOUBTED, format, '--assume', 'tagOnAccess=drop,priorityTag=drop')
    const said = out.replace(/\s+/g, ' ')
    expect(said).toContain('native/in-use')
    if (format.startsWith('json')) expect(said).toMatch(/"unsure": ?\[ ?\{[^}]*"line": ?7,[^}]*frobnicate/)
    else expect(said).toMatch(/not understood: line 7 \S*switchport frobnicate/)
  })

  it('tells the smallest fix where it is asked for', async () => {
    const { out } = await check(HOLE, format, '--smallest')
    expect(out).toMatch(/one command closes|"commands": ?1/)
  })

  it('tells what a verdict rests on', async () => {
    const { out } = await check(WEAK, format)
    expect(out.replace(/\s+/g, ' ')).toContain('Behind GigabitEthernet0/24 another switch is assumed')
    expect(out.replace(/\s+/g, ' ')).toContain('Nobody said what hangs on each port')
  })
})

describe('json', () => {
  it('has each line that leaves a verdict open as data, however many there are', async () => {
    const many = OPEN.replace(/^ switchport frobnicate.*$/m, ' frobnicate 1\n'.repeat(9).trimEnd())
    const [device] = JSON.parse((await check(many, 'json')).out).files
    expect(device.unsure.at(-1)).toMatch(/more lines that were not understood/)
    expect(device.leftOpen.map(({ line }: { line: number }) => line)).toEqual([
      7, 8, 9, 10, 11, 12, 13, 14, 15,
    ])
    expect(device.leftOpen[0]).toEqual({ line: 7, text: 'frobnicate 1', ports: ['GigabitEthernet0/1'] })
  })
})

describe.each(['markdown', 'junit', 'github'] as const)('%s', (format) => {
  it('says how much was not simulated, and lists it where that is asked for', async () => {
    expect((await check(OPEN, format)).out).toContain('1 of 12 lines not simulated; --explain lists them.')
    const { out } = await check(OPEN, format, '--explain')
    expect(out).toMatch(/line 7, unknown: `?switchport frobnicate/i)
  })
})

describe('junit', () => {
  it.each(
    Object.entries({ OPEN, SHUT, WEAK, HOLE }).flatMap(([name, text]) =>
      ['error', 'warning', 'advice', 'never'].map((level) => [name, level, text] as const),
    ),
  )('fails a test for %s with --fail-on %s where the status is 1, and else none', async (_, level, text) => {
    const { status, out } = await check(text, 'junit', '--fail-on', level)
    expect(/<failure/.test(out)).toBe(status === 1)
    expect(/ failures="0"/.test(out)).toBe(status === 0)
  })

  it('fails no test for a line left open where the rules to run were named, as the status says', async () => {
    const { status, out } = await check(OPEN, 'junit', '--rule', 'native/')
    expect({ status, failed: out.includes('<failure') }).toEqual({ status: 0, failed: false })
    expect(out).toContain('frobnicate')
  })

  it('passes no rule that was not run', async () => {
    const { out } = await check(HOLE, 'junit', '--rule', 'native/in-use')
    const of = (rule: string) => out.split('\n').find((line) => line.includes(`name="${rule}"`))
    expect(of('native/in-use')).toMatch(/><\/testcase>$/)
    expect(of('dtp/dynamic-port')).toContain('<skipped message="This rule was not run."')
  })

  it('says which comment keeps a rule quiet', async () => {
    const quiet = HOLE.replace(
      'interface Gig',
      '! vlan-dojo-ignore dtp/dynamic-port -- a <lab>\ninterface Gig',
    )
    const { out } = await check(quiet, 'junit')
    expect(out).toContain('<system-out>Kept quiet by line 4: a &lt;lab&gt;</system-out>')
  })
})

it('sarif calls a line that was not understood open, which has no level, at its line', async () => {
  const { results, tool } = JSON.parse((await check(OPEN, 'sarif')).out).runs[0]
  const [open] = results.filter(({ kind }: { kind?: string }) => kind === 'open')
  expect(open).toMatchObject({ kind: 'open', level: 'none' })
  expect(open.locations[0].physicalLocation.region.startLine).toBe(7)
  expect(tool.driver.rules[open.ruleIndex].id).toBe(open.ruleId)
})
