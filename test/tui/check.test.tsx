import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startScreen } from '../support/screen.tsx'
import { tempFolder } from '../support/temp-folder.ts'

const ENTER = '\r'
const ESCAPE = '\u001b'
const CONFIG = `hostname DESK1
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

/** Opens the checklist on a file of the test's own; what the switch is, nobody can say. */
async function atTheChecklist(text = CONFIG, path = 'desk.cfg') {
  const cwd = tempFolder()
  writeFileSync(join(cwd, path), text)
  const screen = await startScreen({ cwd })
  await screen.press('f')
  await screen.until('File:')
  await screen.press(path, ENTER)
  if (
    /which platform|Which one is it/.test(
      await screen.until(/Which one is it|File: +[^\n]*\n[^\n]*\n[^\n]*\w/),
    )
  ) {
    while (!screen.text().includes('> I cannot say')) await screen.press('j')
    await screen.press(ENTER)
  }
  return { screen, cwd }
}

describe('a checklist on a file', () => {
  it('asks equal ports once, attacks, fixes, and writes what was worked out', async () => {
    const { screen, cwd } = await atTheChecklist()
    const asked = await screen.until('What hangs on these 2 ports?')
    expect(asked).toContain('Gi0/1-2')
    expect(asked).toContain('> a host')
    await screen.press(ENTER)
    while (screen.text().includes('What hangs on')) await screen.press(ENTER)
    const list = await screen.until('attacks, simulated')
    expect(list).toMatch(/Gi0\/1-2 +✗ WORKS/)
    while (!/> ✗ H1/.test(screen.text())) await screen.press('j')
    await screen.press(ENTER)
    await screen.until('> Type the fix: switchport mode access')
    await screen.press(ENTER)
    const fixed = await screen.until(/Gi0\/1-2 +✓ blocked NEW/)
    expect(fixed).toContain('+  switchport mode access')
    expect(fixed).toMatch(/> ✓ H1/)
    await screen.press('u')
    await screen.until(/Gi0\/1-2 +✗ WORKS/)
    await screen.press(ENTER, ENTER, 'x')
    await screen.until('What is to be written?')
    await screen.press(ENTER, ENTER)
    await screen.until(/Written: .*desk\.fixed\.cfg/)
    const written = readFileSync(join(cwd, 'desk.fixed.cfg'), 'utf8')
    expect(written).toContain('description user desk\n switchport mode access')
    await screen.press(ENTER, ENTER)
    await screen.until('desk.fixed.cfg exists.')
    expect(screen.text()).toContain('> Choose another name')
    expect(readFileSync(join(cwd, 'desk.cfg'), 'utf8')).toBe(CONFIG)
    expect(screen.store.drafts()[0]?.edits.join('\n')).toContain('switchport mode access')
  })

  it('shows a verdict as a film on the ports of the file', async () => {
    const { screen } = await atTheChecklist()
    await screen.until('What hangs on these 2 ports?')
    while (screen.text().includes('What hangs on')) await screen.press(ENTER)
    await screen.press('a')
    await screen.until(/> ✗ WORKS +Gi0\/1-2/)
    await screen.press(ENTER)
    const film = await screen.until('step 1 of')
    expect(film).toContain('DESK1')
    expect(film).toContain('Gi0/1')
    await screen.press(ESCAPE, ESCAPE)
    await screen.until('attacks, simulated')
  })

  it('goes on where someone left', async () => {
    const { screen } = await atTheChecklist()
    await screen.until('What hangs on')
    await screen.press(ENTER, ESCAPE, ESCAPE)
    await screen.until(/Go on with DESK1 +.*desk\.cfg/)
    while (!screen.text().includes('> Go on with DESK1')) await screen.press('j')
    await screen.press(ENTER)
    expect(await screen.until('ports 2 of')).toContain('Gi0/3')
  })

  it.each([
    ['a file that is not there', 'nothing.cfg', null],
    ['an empty file', 'empty.cfg', ''],
    ['a text of no switch', 'letter.cfg', 'Dear all,\nthe switch is broken.\n'],
  ])('says in one sentence what is wrong with %s', async (_, path, text) => {
    const { screen } = await atTheChecklist(text ?? CONFIG, text === null ? 'other.cfg' : path)
    if (text === null) {
      await screen.until('What hangs on')
      await screen.press(ESCAPE)
      await screen.until('A configuration file')
      await screen.press('1', path, ENTER)
    }
    expect(await screen.until(/File: +[^\n]*\n[^\n]*\n[^\n]*\w/)).toContain('Esc leave')
  })

  it('lets nothing of a file steer the terminal', async () => {
    const evil = CONFIG.replace('user desk', 'user \u001b[2J\u001b]0;owned\u0007 desk')
    const { screen } = await atTheChecklist(evil)
    await screen.until('What hangs on')
    expect(screen.bytes()).not.toContain('owned\u0007')
    expect(screen.bytes()).not.toContain('\u001b[2J\u001b]0')
  })
})
