import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const LINES = readFileSync(new URL('../config/secret-lines.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')

/** Every line that holds a secret as a command of the device and under a port, between two ports that have something to report. */
const TEXT = [
  'hostname A',
  'vtp mode transparent',
  'vlan 20,30',
  ...LINES,
  'interface Gi0/1',
  ' switchport access vlan 20',
  ' description key hunter2',
  ...LINES.map((line) => ` ${line.trim()}`),
  'interface Gi0/2',
  ' switchport trunk native vlan 20',
  ' switchport mode trunk',
  'end',
  '',
].join('\n')

/** What the built program says when it is run in a folder. */
function run(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    encoding: 'utf8',
    timeout: 30_000,
    env: { ...process.env, HOME: cwd, XDG_CONFIG_HOME: join(cwd, 'config') },
  })
  expect(status).toBeLessThan(2)
  expect(stdout.length).toBeGreaterThan(50)
  return stdout + stderr
}

test('no secret of a configuration comes out: not in a report, an explanation, a fix, a capture or the store', () => {
  const cwd = tempFolder()
  writeFileSync(join(cwd, 'sw.cfg'), TEXT)
  const outputs = [
    ...['human', 'json', 'jsonl', 'sarif', 'junit', 'github', 'markdown'].map((format) =>
      run(cwd, 'check', 'sw.cfg', '--explain', '--smallest', '--format', format),
    ),
    run(cwd, 'check', 'sw.cfg', '--fix-to', 'fix.txt', '--write-baseline', 'base.json', '--pcap', 'captures'),
    run(cwd, 'attack', 'sw.cfg', 'Gi0/1', '--plain'),
    ...[4, 5, LINES.length + 6, LINES.length + 7].map((line) => run(cwd, 'explain', `sw.cfg:${line}`)),
  ]
  for (const output of outputs) expect(output).not.toContain('hunter2')
  const kept = spawnSync('grep', ['-rl', 'hunter2', cwd], { encoding: 'utf8' }).stdout.trim().split('\n')
  expect(kept).toEqual([join(cwd, 'sw.cfg')])
})
