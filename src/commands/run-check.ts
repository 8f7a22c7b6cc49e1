import { type DeviceReading, readConfig, UnreadableConfig } from '../config/index.ts'
import { readInput, UnreadableInput } from '../edge/read-input.ts'
import type { CheckedDevice, CheckReport, UnreadFile } from '../report/checked.ts'
import { humanReport } from '../report/human.ts'
import { jsonReport } from '../report/json.ts'
import { bareSite } from '../rules/site.ts'
import { assumptionsOf, checkSite } from '../verdict/check-site.ts'
import type { Level } from '../verdict/finding.ts'
import { readArguments } from './arguments.ts'
import { BadUse, EXIT, type Io } from './command.ts'

const OPTIONS = {
  format: { type: 'string' },
  'fail-on': { type: 'string' },
} as const

type Format = (report: CheckReport, io: Pick<Io, 'columns'>) => string

const FORMATS: Readonly<Record<string, Format>> = {
  human: (report, { columns }) => humanReport(report, columns),
  json: jsonReport,
}

const FAIL_ON: Readonly<Record<string, readonly Level[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  advice: ['error', 'warning', 'advice'],
  never: [],
}

/** Checks the files that are named, one site each, and writes one report. Gives the exit status. */
export async function runCheck(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS)
  const format = chosen(FORMATS, 'format', values.format ?? 'human')
  const failOn = chosen(FAIL_ON, 'fail-on', values['fail-on'] ?? 'warning')
  if (positionals.length === 0)
    throw new BadUse('Name a configuration to check: vlan-dojo check FILE, or - for standard input.')
  const devices: CheckedDevice[] = []
  const unread: UnreadFile[] = []
  for (const path of positionals) {
    const read = await devicesOf(path, io)
    if ('problem' in read) unread.push(read)
    else devices.push(...checked(path, read.devices))
  }
  for (const { problem } of unread) io.stderr(`vlan-dojo: ${problem}\n`)
  if (devices.length > 0 || format !== FORMATS.human) io.stdout(format({ devices, unread }, io))
  if (unread.length > 0) return EXIT.badUse
  return devices.some(({ findings }) => findings.some(({ level }) => failOn.includes(level)))
    ? EXIT.findings
    : EXIT.ok
}

function chosen<T>(table: Readonly<Record<string, T>>, option: string, name: string): T {
  const value = Object.hasOwn(table, name) ? table[name] : undefined
  if (value === undefined)
    throw new BadUse(`--${option} takes ${Object.keys(table).join(', ')}, not ${JSON.stringify(name)}.`)
  return value
}

async function devicesOf(path: string, io: Io): Promise<{ devices: readonly DeviceReading[] } | UnreadFile> {
  try {
    const { text } = await readInput(path, io)
    return readConfig(text, { path })
  } catch (error) {
    if (error instanceof UnreadableInput || error instanceof UnreadableConfig)
      return { path, problem: error.message }
    throw error
  }
}

/** Devices of one file are separate sites: nothing says how they are cabled. */
function checked(path: string, devices: readonly DeviceReading[]): CheckedDevice[] {
  return devices.map((reading) => {
    const check = checkSite(bareSite([reading]))
    return { path, reading, findings: check.findings, assumptions: assumptionsOf(check, reading.name) }
  })
}
