import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkText } from '../../src/commands/check/check-text.ts'
import type { CheckRequest } from '../../src/commands/check/request.ts'
import { FORMATS, type FormatName } from '../../src/report/index.ts'
import { diceOf, mutated } from '../config/mutations.ts'

const SECRETS = readFileSync(new URL('../config/secret-lines.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/

const REQUEST: Omit<CheckRequest, 'format'> = {
  columns: 80,
  explain: true,
  version: '1.2.3',
  dialect: undefined,
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
  smallest: false,
  wants: [],
}

/** A mutated configuration with lines that hold secrets put anywhere in it. */
function withSecrets(number: number): string {
  const dice = diceOf(number)
  const lines = mutated(number).split('\n')
  for (let times = 0; times < 6; times++) {
    lines.splice(dice(lines.length + 1), 0, SECRETS[dice(SECRETS.length)] ?? '')
  }
  return lines.join('\n')
}

test('no control byte and no secret of 3,000 mutated configurations reaches a report, whatever its format', () => {
  const names = Object.keys(FORMATS) as FormatName[]
  let findings = 0
  for (let number = 0; number < 3_000; number++) {
    const format = names[number % names.length] ?? 'human'
    const request = { ...REQUEST, format }
    const file = checkText({ path: '\u001b[31mx.cfg', text: withSecrets(number) }, request)
    const report = FORMATS[format].file(file, request)
    findings += file.devices.reduce((sum, device) => sum + device.findings.length, 0)
    expect(report, `${number} as ${format}`).not.toMatch(CONTROL)
    expect(report, `${number} as ${format}`).not.toContain('hunter2')
  }
  expect(findings).toBeGreaterThan(10_000)
})
