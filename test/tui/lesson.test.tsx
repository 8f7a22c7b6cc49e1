import { describe, expect, it } from 'vitest'
import { lessonProgress } from '../../src/progress/progress.ts'
import { keyOfLesson, startScreen } from '../support/screen.tsx'

const ENTER = '\r'
const RIGHT = '\u001b[C'
const ESCAPE = '\u001b'
const LEFT = '\u001b[D'

describe('the lesson on switch spoofing', () => {
  it('goes from home to the film, stops for a prediction, and tells what came of it', async () => {
    const screen = await startScreen()
    await screen.press(keyOfLesson('switch-spoofing'))
    await screen.until('1/6  One network, shared')
    await screen.press(ENTER, ENTER)
    await screen.until('EVIL sends one DTP frame')
    await screen.press(RIGHT)
    expect(await screen.until('before the next step')).toContain('dynamic auto')
    await screen.press(RIGHT)
    expect(screen.text()).toContain('step 1 of')
    await screen.press('1', '1')
    const told = await screen.until('you said')
    expect(told).toContain('It stays in VLAN 10')
    expect(told).toContain('it is     It becomes a trunk')
    await screen.press('r')
    expect(await screen.until('step 2 of')).toContain('trunk now')
    await screen.press(LEFT)
    expect(screen.text()).toContain('step 1 of')
    const kept = lessonProgress(screen.store.progress(), 'switch-spoofing')
    expect(kept?.attempts.desirable).toMatchObject([{ choice: 'a', confidence: 'sure', right: false }])
  })

  it('is taken up at the step where it was left', async () => {
    const screen = await startScreen()
    await screen.press(keyOfLesson('switch-spoofing'))
    await screen.until('1/6  One network, shared')
    await screen.press(ENTER, ENTER)
    await screen.until('step 1 of')
    await screen.press(RIGHT)
    await screen.until('before the next step')
    await screen.press('1', '1', ENTER)
    await screen.until('step 2 of')
    await screen.press(ESCAPE)
    await screen.until(/Switch spoofing +part 3 of 6/)
    await screen.press(keyOfLesson('switch-spoofing'))
    expect(await screen.until('step 2 of')).toContain('3/6')
  })
})
