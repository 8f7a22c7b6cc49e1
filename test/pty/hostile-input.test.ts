import { spawnSync } from 'node:child_process'
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

/** Runs `vlan-dojo check` of the built program in a folder. */
function check(cwd: string, ...args: string[]) {
  const run = spawnSync(process.execPath, [CLI, 'check', ...args], { cwd, encoding: 'utf8', timeout: 20_000 })
  return { status: run.status, stdout: run.stdout, stderr: run.stderr }
}

/** A folder with one of each kind of thing that is no configuration. */
function folder(): string {
  const path = tempFolder()
  mkdirSync(join(path, 'folder'))
  writeFileSync(join(path, 'empty.cfg'), '')
  writeFileSync(
    join(path, 'binary.cfg'),
    Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)),
  )
  writeFileSync(join(path, 'huge.cfg'), 'hostname SW1\n')
  truncateSync(join(path, 'huge.cfg'), 200 * 1024 * 1024)
  writeFileSync(join(path, 'letter.txt'), 'Dear all,\n\nthe switch room is locked on Friday.\n\nRegards\n')
  writeFileSync(
    join(path, 'junos.conf'),
    'system {\n    host-name ex1;\n}\ninterfaces {\n    ge-0/0/0 {\n        unit 0;\n    }\n}\n',
  )
  return path
}

test.each([
  'missing.cfg',
  'folder',
  'empty.cfg',
  'binary.cfg',
  'huge.cfg',
  'letter.txt',
  'junos.conf',
])('%s gets one sentence, no stack trace, and status 2', (name) => {
  const { status, stdout, stderr } = check(folder(), name)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(/^vlan-dojo: [^\n]*\.\n$/)
  expect(stderr).toContain(name)
})

test('one unreadable file takes nothing from the others, and status 2 wins', () => {
  const cwd = folder()
  writeFileSync(join(cwd, 'sw1.cfg'), 'hostname SW1\ninterface Gi0/1\n switchport mode dynamic auto\n')
  const { status, stdout, stderr } = check(cwd, 'missing.cfg', 'sw1.cfg')
  expect(status).toBe(2)
  expect(stderr.split('\n')).toHaveLength(2)
  expect(stdout).toContain('dtp/dynamic-port')
})

test('no control byte and no secret of a file comes out, in any format', () => {
  const cwd = tempFolder()
  const text = [
    'hostname \u001b]0;owned\u0007SW1',
    'enable secret 5 $1$abcd$hunter2hunter2hunter2',
    'snmp-server community hunter2 RW',
    'interface GigabitEthernet0/1\u001b[2J',
    ' description \u009b31mhunted\u202e \u001b[?1049h',
    ' switchport mode dynamic auto',
    'interface GigabitEthernet0/2',
    ' description \u001b[31mred',
    ' switchport access vlan 20',
    ' frobnicate \u001bc',
    '',
  ].join('\r\n')
  writeFileSync(join(cwd, '\u001b[31mevil.cfg'), text)
  for (const format of ['human', 'json', 'jsonl', 'sarif', 'junit', 'github', 'markdown']) {
    const { status, stdout, stderr } = check(cwd, '\u001b[31mevil.cfg', '--format', format)
    expect(status).not.toBe(70)
    expect(stdout.length).toBeGreaterThan(100)
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    expect(stdout + stderr).not.toContain('hunter2')
  }
})
