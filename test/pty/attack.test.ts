import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'
import { KEY, startInTerminal } from '../support/terminal.ts'

const EDGE = `hostname EDGE
interface GigabitEthernet0/5
 switchport mode dynamic auto
interface GigabitEthernet0/9
 switchport access vlan 20
 switchport mode access
`

function edgeFile(): string {
  const path = join(tempFolder(), 'edge.cfg')
  writeFileSync(path, EDGE)
  return path
}

test('attack opens its film on a terminal; leaving it ends the program with the status of the verdict', async () => {
  const terminal = startInTerminal(['attack', edgeFile(), 'gi0/5'])
  await terminal.until(/spoofing from Gi0\/5 into VLAN 20 {2}✗ WORKS/)
  expect(terminal.isFullScreen()).toBe(true)
  await terminal.press(KEY.end)
  expect(await terminal.until('HOST-20')).toContain('EVIL')
  await terminal.press(KEY.escape)
  expect(await terminal.ending()).toMatchObject({ status: 1, alternateScreen: false, lineRestored: true })
})

test.each([
  ['--plain', ['--plain'], '"$@"'],
  ['a dumb terminal', [], 'TERM=dumb "$@"'],
  ['a pipe', [], '"$@" | cat'],
])('%s gets lines of text', async (_, options, shell) => {
  const terminal = startInTerminal(['attack', edgeFile(), 'gi0/5', ...options], { shell, rows: 200 })
  const ending = await terminal.ending()
  expect(ending.screen).toContain('It works.')
  expect(terminal.bytes()).not.toContain('\u001b[?1049h')
})
