import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const PROGRAM = resolve(import.meta.dirname, '../../dist/cli.js')
const FILES = 60

function switchText(name: string): string {
  return `hostname ${name}
interface GigabitEthernet0/1
 switchport access vlan 20
 switchport mode access
interface GigabitEthernet0/5
 switchport access vlan 10
`
}

it('checks many files in worker threads: in their order, the broken one told, the rest done', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'vlan-dojo-fleet-'))
  mkdirSync(join(cwd, 'site'))
  const names = Array.from({ length: FILES }, (_, n) => `sw${String(n).padStart(2, '0')}.cfg`)
  for (const name of names) writeFileSync(join(cwd, 'site', name), switchText(name.slice(0, -4)))
  writeFileSync(join(cwd, 'site', 'sw30.cfg'), Buffer.from([0, 1, 2, 0, 255, 0, 7]))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [PROGRAM, 'check', 'site', '--format', 'jsonl'],
    {
      cwd,
      encoding: 'utf8',
    },
  )
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(status).toBe(2)
  expect(lines.slice(0, -1).map(({ path }) => path)).toEqual(names.map((name) => join('site', name)))
  const broken = lines.slice(0, -1).filter(({ problem }) => problem !== null)
  expect(broken.map(({ path }) => path)).toEqual([join('site', 'sw30.cfg')])
  expect(lines.at(-1).summary).toMatchObject({
    files: FILES,
    devices: FILES - 1,
    errors: FILES - 1,
    unreadable: 1,
  })
  expect(stderr.trim().split('\n').length).toBe(1)
})
