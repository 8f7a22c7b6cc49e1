import { describe, expect, it } from 'vitest'
import { lessonProgress } from '../../src/progress/progress.ts'
import { keyOfLesson, startScreen } from '../support/screen.tsx'

const ENTER = '\r'
const TAB = '\t'
const ESCAPE = '\u001b'
const RIGHT = '\u001b[C'
const DOWN = 'j'
const UP = 'k'

/** Goes to the task of the lesson by answering what is asked on the way. */
async function atTheTask() {
  const screen = await startScreen()
  await screen.press(keyOfLesson('switch-spoofing'))
  await screen.until('1/')
  await screen.press(ENTER, ENTER)
  await screen.until('EVIL sends one DTP frame')
  for (let guard = 0; guard < 80 && !screen.text().includes('It must hold'); guard++) {
    const shown = screen.text()
    if (shown.includes('How sure are you?') || / > 1 {2}/.test(shown)) await screen.press('1')
    else if (/you said|The film is over|Enter goes on\./.test(shown)) await screen.press(ENTER)
    else await screen.press(RIGHT)
  }
  await screen.until('It must hold')
  return screen
}

describe('the task of the lesson on switch spoofing', () => {
  it('is solved by chosen lines, watched as two films, and explained', async () => {
    const screen = await atTheTask()
    await screen.press(ENTER)
    expect(await screen.until('✗ EVIL on Gi0/5 gets no trunk')).toContain('✓ PC10 reaches PC11')
    await screen.press(DOWN, ENTER, DOWN, ENTER)
    expect(await screen.until('switchport mode access ')).toContain('switchport access vlan 10')
    await screen.press('a')
    await screen.press(UP, UP, ENTER)
    await screen.until('Which of your lines does it?')
    await screen.press('2')
    await screen.until('that line does')
    await screen.press('a')
    const films = await screen.until('The two part at step')
    expect(films).toContain('before')
    expect(films).toContain('after')
    await expect(films).toMatchFileSnapshot('../golden/screens/task-films-80.txt')
    await screen.press(ESCAPE)
    await screen.until('one way to write it')
    await screen.press(ENTER)
    await screen.until('What to keep')
    await screen.press(ENTER)
    expect(await screen.until('vlan-dojo')).toMatch(/✓ Switch spoofing +done/)
    expect(lessonProgress(screen.store.progress(), 'switch-spoofing')?.status).toBe('finished')
  })

  it('is typed at the console of the switch, with its help, its Tab and its refusals, and hints solve nothing', async () => {
    const screen = await atTheTask()
    await screen.press('c')
    await screen.until('SW1(config)#')
    await screen.press('interface Gi0/5', ENTER)
    await screen.until('SW1(config-if)#')
    await screen.press('switchport nonegotiate', ENTER)
    expect(await screen.until('Command rejected')).toContain("'nonegotiate' and 'dynamic'")
    await screen.press('sw mode ?')
    expect(await screen.until('Be a trunk')).toContain('SW1(config-if)#sw mode ')
    await screen.press('tr', TAB, ENTER)
    await screen.until('SW1(config-if)#sw mode trunk')
    await screen.press(ESCAPE)
    expect(await screen.until('It must hold')).toContain('switchport mode trunk')
    await screen.press(ENTER)
    expect(await screen.until('Not yet')).toContain('✗ EVIL')
    await screen.press('i', 'i', 'i')
    expect(await screen.until('3. ')).toContain('switchport mode')
    await screen.press('u')
    expect(await screen.until('no line yet')).toContain('EVIL on Gi0/5 gets no trunk')
  })
})
