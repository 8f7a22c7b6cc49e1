import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FormatName } from '../../src/report/index.ts'

const PROGRAM = resolve(import.meta.dirname, '../../dist/cli.js')
const [FEW, MANY] = [1_000, 10_000]
const BROKEN = 500
/** So many small files take their time to be written and taken away. */
const A_MINUTE = 60_000
/** How much more memory ten times the files may take: the names of the files, and memory that is free but in pieces. */
const MORE = 1.3
/** Heaps of each thread too small to put the collecting of garbage off, in MB: then what grows is what is held on to. */
const SMALL_HEAPS = ['--max-old-space-size=48', '--max-semi-space-size=2']

/** Tells on its way out how much memory the process held at most, in KB. */
const TELL_PEAK = `data:text/javascript,${encodeURIComponent(
  `process.on('exit', () => process.stderr.write('\\nPEAK ' + process.resourceUsage().maxRSS))`,
)}`

const cwd = mkdtempSync(join(tmpdir(), 'vlan-dojo-fleet-'))

beforeAll(() => {
  for (const count of [FEW, MANY]) {
    mkdirSync(join(cwd, `${count}`))
    for (let n = 0; n < count; n++) writeFileSync(join(cwd, pathOf(count, n)), switchText(n))
    writeFileSync(join(cwd, pathOf(count, BROKEN)), Buffer.from([0, 1, 2, 0, 255, 0, 7]))
  }
}, A_MINUTE)
afterAll(() => rmSync(cwd, { recursive: true }), A_MINUTE)

function pathOf(count: number, n: number): string {
  return join(`${count}`, `sw${String(n).padStart(5, '0')}.cfg`)
}

/** Small switches of several kinds: with a finding that works, one that depends, none. */
function switchText(n: number): string {
  const ports = Array.from({ length: 8 }, (_, port) => {
    const mode = (n + port) % 5 === 0 ? [] : [' switchport mode access']
    return [`interface GigabitEthernet0/${port + 1}`, ` switchport access vlan ${10 + (n % 7)}`, ...mode]
  })
  const trunk = [
    'interface GigabitEthernet0/24',
    ' switchport mode trunk',
    ` switchport trunk native vlan ${10 + (n % 3)}`,
  ]
  return [`hostname SW${n}`, ...ports.flat(), ...trunk, ''].join('\n')
}

type Checked = {
  readonly status: number | null
  readonly report: string
  readonly stderr: string
  readonly peak: number
}

function check(count: number, format: FormatName): Checked {
  const file = join(cwd, `${count}.${format}`)
  const out = openSync(file, 'w')
  try {
    const { status, stderr } = spawnSync(
      process.execPath,
      [...SMALL_HEAPS, '--import', TELL_PEAK, PROGRAM, 'check', `${count}`, '--format', format],
      { cwd, encoding: 'utf8', stdio: ['ignore', out, 'pipe'] },
    )
    const peak = Number(/PEAK (\d+)/.exec(stderr)?.[1])
    return { status, report: readFileSync(file, 'utf8'), stderr, peak }
  } finally {
    closeSync(out)
  }
}

/** Checks few files and ten times as many, holds the memory flat, and gives what was said of the many. */
function checkFlat(format: FormatName): Checked {
  const [few, many] = [check(FEW, format), check(MANY, format)]
  console.log(`${format}: ${few.peak} KB for ${FEW} files, ${many.peak} KB for ${MANY}`)
  expect(few.peak).toBeGreaterThan(0)
  expect(many.peak / few.peak).toBeLessThan(MORE)
  expect(many.status).toBe(2)
  expect(many.stderr).toContain(pathOf(MANY, BROKEN))
  return many
}

test('for people: ten times the files take no more memory, a broken one stops none', () => {
  const { report } = checkFlat('human')
  const told = [...report.matchAll(/: SW(\d+), /g)].map(([, n]) => Number(n))
  expect(told).toEqual(Array.from({ length: MANY }, (_, n) => n).filter((n) => n !== BROKEN))
})

test('a line a file: the same, and the broken one in its place', () => {
  const lines = checkFlat('jsonl')
    .report.trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const { summary } = lines.pop()
  expect(lines.map(({ path }) => path)).toEqual(Array.from({ length: MANY }, (_, n) => pathOf(MANY, n)))
  expect(lines.flatMap(({ path, problem }) => (problem === null ? [] : path))).toEqual([pathOf(MANY, BROKEN)])
  expect(summary).toMatchObject({ files: MANY, devices: MANY - 1, unreadable: 1 })
})
