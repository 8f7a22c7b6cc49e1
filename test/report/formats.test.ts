import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv, type AnySchema } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { checkText } from '../../src/commands/check/check-text.ts'
import type { CheckRequest } from '../../src/commands/check/request.ts'
import { addTotals, type CheckedFile, NO_TOTALS, totalsOf } from '../../src/report/checked.ts'
import { FORMATS, type FormatName } from '../../src/report/index.ts'

const NASTY = `version 15.2
hostname EDGE<&">%
! vlan-dojo-ignore access/bpduguard -- a lab "switch" & <more>
interface FastEthernet0/1
 switchport access vlan 20
 switchport mode access
interface FastEthernet0/5
 description \u001b[31m]]> %0A ::error::
 switchport access vlan 10
 switchport frobnicate \u0007
interface FastEthernet0/9
 switchport access vlan 10
 switchport mode access
interface FastEthernet0/24
 switchport trunk native vlan 10
 switchport mode trunk
`

const REQUEST: CheckRequest = {
  format: 'json',
  columns: 80,
  explain: true,
  version: '1.2.3',
  dialect: 'ios',
  platform: undefined,
  assume: {},
  again: { paths: null, options: [] },
  rules: [],
  ignore: [],
  purposes: [],
  services: [],
  links: [],
  baseline: null,
  pcap: null,
  failOn: [],
  smallest: true,
  wants: [],
}

const FILES: readonly CheckedFile[] = [
  checkText({ path: 'site a/edge&<>.cfg', text: NASTY }, REQUEST),
  checkText({ path: 'missing.cfg', problem: 'missing.cfg cannot be read: there is no such file.' }, REQUEST),
  checkText({ path: 'empty.cfg', text: 'hostname NOTHING\n' }, REQUEST),
]

function reportOf(name: FormatName, files: readonly CheckedFile[] = FILES): string {
  const format = FORMATS[name]
  const style = { ...REQUEST, format: name }
  const pieces = files.map((file) => format.file(file, style)).filter((piece) => piece !== '')
  const totals = files.map(totalsOf).reduce(addTotals, NO_TOTALS)
  return format.begin(style) + pieces.join(format.between) + format.end(totals, style)
}

function schemaErrors(schema: AnySchema, value: unknown): unknown {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  const validate = ajv.compile(schema)
  return validate(value) ? [] : validate.errors
}

it('the cases hold what a format may trip over', () => {
  const [edge] = FILES[0]?.devices ?? []
  expect(edge?.findings.map(({ level }) => level)).toContain('warning')
  expect(edge?.suppressed.length).toBe(1)
})

describe('json', () => {
  const schema = JSON.parse(readFileSync('src/report/check.schema.json', 'utf8'))

  it('is valid by the schema that ships', () => {
    expect(schemaErrors(schema, JSON.parse(reportOf('json')))).toEqual([])
    expect(schemaErrors(schema, JSON.parse(reportOf('json', [])))).toEqual([])
  })

  it('the schema refuses what is not the contract', () => {
    const report = JSON.parse(reportOf('json'))
    report.files[0].findings[0].level = 'fatal'
    expect(schemaErrors(schema, report)).not.toEqual([])
  })

  it('as lines holds the same devices, a line a file and the summary last', () => {
    const lines = reportOf('jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.length).toBe(FILES.length + 1)
    const line = { $ref: '#/definitions/line', definitions: schema.definitions }
    for (const each of lines) expect(schemaErrors(line, each)).toEqual([])
    expect(schemaErrors(line, { version: 1 })).not.toEqual([])
    expect(lines.slice(0, -1).flatMap(({ devices }) => devices)).toEqual(JSON.parse(reportOf('json')).files)
    expect(lines.at(-1).summary).toEqual(JSON.parse(reportOf('json')).summary)
  })
})

// The schema speaks draft 4, of which it uses nothing that draft 7 says otherwise.
it('sarif is valid by the 2.1.0 schema', () => {
  const {
    $schema: _,
    id: __,
    ...schema
  } = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  const report = JSON.parse(reportOf('sarif'))
  expect(schemaErrors(schema, report)).toEqual([])
  expect(report.runs[0].results.length).toBeGreaterThan(2)
  expect(report.runs[0].invocations[0].executionSuccessful).toBe(false)
  report.runs[0].results[0].level = 'fatal'
  expect(schemaErrors(schema, report)).not.toEqual([])
})

describe('junit', () => {
  const schema = [readFileSync('test/report/junit.xsd', 'utf8')]
  const validate = (contents: string) => validateXML({ xml: [{ fileName: 'report.xml', contents }], schema })

  it('is valid by the common schema', async () => {
    const { errors } = await validate(reportOf('junit'))
    expect(errors.map(({ message }) => message)).toEqual([])
  })

  it('stays XML where a text holds codes that are no characters', async () => {
    const text = 'hostname EDGE\ninterface GigabitEthernet0/1\n frobnicate \ufffe \uffff \ud800 \u{1f600}\n'
    const report = reportOf('junit', [checkText({ path: 'a.cfg', text }, REQUEST)])
    expect(report).toContain('frobnicate \\ufffe \\uffff \\ud800 \u{1f600}')
    expect((await validate(report)).errors).toEqual([])
  })

  it('the schema refuses what is none', async () => {
    expect((await validate(reportOf('junit').replace('<testsuite ', '<suite '))).valid).toBe(false)
  })
})

it('github annotations stand on one line each and are escaped', () => {
  const lines = reportOf('github').trimEnd().split('\n')
  const devices = FILES.flatMap((file) => file.devices)
  const findings = devices.flatMap((device) => device.findings)
  // A notice a device tells what its verdicts rest on, and a line tells of the file that is missing.
  expect(lines.length).toBe(findings.length + devices.length + 1)
  for (const line of lines)
    expect(line).toMatch(/^::(error|warning|notice) file=[^,]+,(line=\d+,)?title=[^:]+::./)
})

it.each([
  'human',
  'markdown',
  'sarif',
  'junit',
  'github',
] as const)('%s tells a fix that many ports take once', (name) => {
  const text = 'hostname EDGE\ninterface range GigabitEthernet0/1 - 40\n switchport access vlan 20\n'
  const report = reportOf(name, [checkText({ path: 'a.cfg', text }, { ...REQUEST, smallest: false })])
  expect(report).toContain('on each of Gi0/1-40:')
  expect(report).not.toContain('interface GigabitEthernet0/7')
})

it.each(
  Object.keys(FORMATS) as FormatName[],
)('tab-in-a-line-reached-a-report: %s tells a line with a tab in it without one', (name) => {
  const text = 'hostname EDGE\ninterface GigabitEthernet0/1\n switchport frobnicate\tnow\n'
  const report = reportOf(name, [checkText({ path: 'a.cfg', text }, REQUEST)])
  expect(report).toMatch(/frobnicate( |\\t)now/)
  expect(report).not.toContain('\t')
})

it.each(['human', 'markdown'] as const)('%s lets no control byte through', (name) => {
  expect(reportOf(name)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
})

it('markdown takes an entity in a name for the letters it is written with', () => {
  const text = 'hostname A&lt;B\ninterface GigabitEthernet0/1\n switchport mode access\n'
  expect(reportOf('markdown', [checkText({ path: 'a.cfg', text }, REQUEST)])).toContain('## A\\&lt;B\n')
})

it('markdown shows the way of a witness and the lines of a fix', async () => {
  await expect(reportOf('markdown', FILES.slice(0, 1))).toMatchFileSnapshot('../golden/check/edge.md')
})
