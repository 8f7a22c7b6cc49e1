import { spawnSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'
import { KEY, startInTerminal, type Terminal } from '../support/terminal.ts'

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))

const SECRET = '$1$q9Zx$0123456789abcdefghijkl'
const CONFIG = `hostname DESK1
!
enable secret 5 ${SECRET}
!
interface GigabitEthernet0/1
 description user desk
!
interface GigabitEthernet0/2
 description user desk
!
interface GigabitEthernet0/3
 switchport access vlan 20
 switchport mode access
!
interface GigabitEthernet0/24
 description uplink to core
 switchport mode trunk
!
end
`

/** What `vlan-dojo check` of the built program says of spoofing in this file. */
function spoofable(cwd: string, path: string): boolean {
  const { stdout } = spawnSync(process.execPath, [CLI, 'check', path], { cwd, encoding: 'utf8' })
  expect(stdout).toContain('DESK1')
  return stdout.includes('dtp/dynamic-port')
}

/** Opens the checklist on this file, from the first screen. */
async function openChecklist(terminal: Terminal, path: string): Promise<void> {
  await terminal.until('q quit')
  await terminal.choose('Check a switch')
  await terminal.until('A configuration file')
  await terminal.choose('A configuration file')
  await terminal.until('File:')
  await terminal.press(...path, KEY.enter)
}

test('from the first screen to an exported patch, on a file of one’s own', { timeout: 90_000 }, async () => {
  const cwd = tempFolder()
  const home = tempFolder()
  const path = 'desk.cfg'
  writeFileSync(join(cwd, path), CONFIG)
  expect(spoofable(cwd, path)).toBe(true)
  const setting = { cwd, env: { VLAN_DOJO_HOME: home, VLAN_DOJO_MOTION: 'off' } }

  const terminal = startInTerminal([], setting)
  await openChecklist(terminal, path)
  await terminal.until('Which one is it?')
  await terminal.choose('Catalyst 2960')
  expect(await terminal.until('What hangs on these 2 ports?')).toContain('Gi0/1-2')
  await terminal.choose('a host')
  await terminal.until('ports 2 of 3')
  await terminal.choose('a host')
  await terminal.until('ports 3 of 3')
  await terminal.choose('another switch or a router')
  await terminal.until(/Gi0\/1-2 +✗ WORKS/)

  // The verdict as a film, on the names of the file's own ports; a resize in its middle.
  await terminal.press('a')
  await terminal.until('as a film, on these ports')
  await terminal.choose('✗ WORKS')
  await terminal.until(/DESK1[\s\S]*step 1 of/)
  terminal.resize(120, 36)
  await terminal.until((screen) => screen.split('\n').length === 36 && screen.includes('step 1 of'))
  terminal.resize(80, 24)
  await terminal.until((screen) => screen.split('\n').length === 24 && screen.includes('step 1 of'))
  await terminal.press(KEY.escape)
  await terminal.until(/> ✗ WORKS/)
  await terminal.press(KEY.escape)
  await terminal.until('attacks, simulated')

  await terminal.choose('✗ H1')
  await terminal.until('Type the fix')
  await terminal.choose('Type the fix: switchport mode access')
  await terminal.until(/Gi0\/1-2 +✓ blocked NEW/)
  await terminal.press('x')
  await terminal.until('What is to be written?')
  await terminal.choose('The commands to type')
  await terminal.until('To which file?')
  await terminal.press(KEY.enter)
  const [, written = ''] = /Written: (\S+)/.exec(await terminal.until('Written: ')) ?? []
  await terminal.press('q')
  expect(await terminal.ending()).toMatchObject({ status: 0, alternateScreen: false, lineRestored: true })

  const patch = readFileSync(resolve(cwd, written), 'utf8')
  expect(patch).toMatch(/^interface .*0\/1\b/m)
  expect(patch).toContain('switchport mode access')
  expect(patch).not.toContain(SECRET)
  expect(readFileSync(join(cwd, path), 'utf8')).toBe(CONFIG)

  // The draft is there in the next run; what is written from it passes where the file did not.
  const again = startInTerminal([], setting)
  await again.until('q quit')
  await again.choose('Check a switch')
  await again.until('Go on with DESK1')
  await again.choose('Go on with DESK1')
  await again.until(/Gi0\/1-2 +✓ blocked/)
  await again.press('x')
  await again.until('What is to be written?')
  await again.choose('The whole configuration')
  await again.until('To which file?')
  await again.press(KEY.enter)
  const [, fixed = ''] = /Written: (\S+)/.exec(await again.until('Written: ')) ?? []
  expect(spoofable(cwd, resolve(cwd, fixed))).toBe(false)
  expect(readFileSync(resolve(cwd, fixed), 'utf8')).toContain(SECRET)
  expect(statSync(resolve(cwd, fixed)).mode & 0o077).toBe(0)
  await again.press(KEY.ctrlC)
  await again.ending()

  const kept = spawnSync('grep', ['-r', SECRET, home], { encoding: 'utf8' })
  expect(kept).toMatchObject({ status: 1, stdout: '' })
})
