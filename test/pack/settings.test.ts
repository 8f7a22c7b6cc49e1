import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'

const PROGRAM = resolve(import.meta.dirname, '../../dist/cli.js')

it('reads a settings file: its YAML reader came into the bundle whole', () => {
  const cwd = tempFolder()
  writeFileSync(join(cwd, 'sw.cfg'), 'hostname SW\ninterface GigabitEthernet0/1\n switchport mode access\n')
  writeFileSync(join(cwd, '.vlan-dojo.yaml'), 'ignore: [access/]\n')
  const run = () => spawnSync(process.execPath, [PROGRAM, 'check', 'sw.cfg'], { cwd, encoding: 'utf8' })
  expect(run()).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('Nothing found') })
  writeFileSync(join(cwd, '.vlan-dojo.yaml'), 'ignore: [\n')
  expect(run()).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/\.vlan-dojo\.yaml:\d+: This is not YAML/),
  })
})
