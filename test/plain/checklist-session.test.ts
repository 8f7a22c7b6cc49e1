import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LESSONS } from '../../src/content/lessons.built.ts'
import { startPlain } from '../../src/plain/start.ts'
import { OFFICE } from '../flow/checklist/office.ts'
import { fakeIo } from '../support/fake-io.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** From the menu to the path of a file. */
const BY_FILE = [`${LESSONS.length + 1}`, '1']
/** The answer to the question which platform a configuration is from. */
const CATALYST_2950 = '1'
/** host, host, host, hypervisor, uplink: what hangs on the five groups of ports. */
const PURPOSES = ['1', '1', '1', '3', '2']
const TO_H1 = ['', '', '', '']

/** What a person sees who types this in a folder with the office switch's configuration; how lines break does not matter here. */
async function run(folder: string, typed: readonly string[]): Promise<string> {
  const io = fakeIo(`${typed.join('\n')}\n`, {
    isTerminal: true,
    cwd: folder,
    env: { VLAN_DOJO_HOME: folder },
  })
  expect(await startPlain(io)).toBe(0)
  return io.out().replace(/\s+/g, ' ')
}

function officeFolder(): string {
  const folder = tempFolder()
  writeFileSync(join(folder, 'office.cfg'), OFFICE)
  return folder
}

it('a switch is asked about, attacked, fixed and written to a new file', async () => {
  const folder = officeFolder()
  const out = await run(folder, [
    ...BY_FILE,
    'office.cfg',
    CATALYST_2950,
    ...PURPOSES,
    ...TO_H1,
    'f',
    'v',
    'x',
    '1',
    'fixed.cfg',
    'x',
    '2',
    'patch.txt',
    'q',
    'q',
  ])
  expect(out).toContain('What hangs on Gi1/0/1-2?')
  expect(out).toContain('a host: a computer, a printer, anything at a desk (as the description suggests)')
  expect(out).toContain('Attacked in simulation, switch spoofing works.')
  expect(out).toContain('State: holds.')
  expect(out).toMatch(/- Gi1\/0\/1-2, host: switch spoofing blocked;/)
  expect(readFileSync(join(folder, 'fixed.cfg'), 'utf8')).toContain(
    ' description desk 1\n switchport access vlan 10\n switchport mode access\n',
  )
  expect(readFileSync(join(folder, 'patch.txt'), 'utf8')).toMatch(
    /\nconfigure terminal\ninterface range GigabitEthernet1\/0\/1 - 2\n! May cut: [^\n]+\n switchport mode access\n/,
  )
  expect(readFileSync(join(folder, 'office.cfg'), 'utf8')).toBe(OFFICE)
})

it('an attack on ones own ports is told step by step', async () => {
  const out = await run(officeFolder(), [
    ...BY_FILE,
    'office.cfg',
    CATALYST_2950,
    ...PURPOSES,
    'w',
    '1',
    '1',
    'q',
    'q',
  ])
  expect(out).toMatch(/Step 2 of \d+\. OFFICE GigabitEthernet1\/0\/1 becomes a trunk\./)
  expect(out).toContain('The attack reaches its target.')
})

it('lines can be typed, refused and undone, and a file is never replaced unasked', async () => {
  const folder = officeFolder()
  const out = await run(folder, [
    ...BY_FILE,
    'office.cfg',
    CATALYST_2950,
    ...PURPOSES,
    'e',
    'interface Gi1/0/1',
    'switchport nonegotiate',
    '',
    'e',
    'vlan dot1q tag native',
    '',
    'x',
    '1',
    'office.cfg',
    '2',
    'u',
    'x',
    'q',
    'q',
  ])
  expect(out).toContain('Nothing was changed.')
  expect(out).toContain('One command so far.')
  expect(out).toContain('office.cfg exists.')
  expect(out).toContain('Nothing has been changed.')
  expect(readFileSync(join(folder, 'office.cfg'), 'utf8')).toBe(OFFICE)
})

it('a draft is taken up again, and told when the file has changed since', async () => {
  const folder = officeFolder()
  await run(folder, [...BY_FILE, 'office.cfg', CATALYST_2950, ...PURPOSES, 't', ...TO_H1, 'f', 'q', 'q'])
  writeFileSync(join(folder, 'office.cfg'), `! touched\n${OFFICE}`)
  const out = await run(folder, [...BY_FILE, 'office.cfg', '1', 'x', '2', 'patch.txt', 'q', 'q'])
  expect(out).toContain('The file has changed since the draft.')
  expect(out).toContain('State: done. You ticked it.')
  expect(existsSync(join(folder, 'patch.txt'))).toBe(true)
})

it('what is no configuration gets one sentence, and nothing at all starts from nothing', async () => {
  const folder = officeFolder()
  writeFileSync(join(folder, 'empty.cfg'), '')
  const out = await run(folder, [
    ...BY_FILE,
    'missing.cfg',
    'empty.cfg',
    '.',
    'q',
    BY_FILE[0] ?? '',
    '2',
    '7',
    'q',
    'q',
  ])
  expect(out).toContain('missing.cfg cannot be read')
  expect(out).toContain('empty.cfg is empty')
  expect(out).toContain('is a folder')
  expect(out).toContain('Nothing yet: Catalyst 2960/3560/3750, 24 ports')
  expect(out).toContain('Item 1 of')
})
