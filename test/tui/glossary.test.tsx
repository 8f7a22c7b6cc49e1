import { describe, expect, it } from 'vitest'
import { keyOfLesson, startScreen } from '../support/screen.tsx'

const ESCAPE = '\u001b'

describe('the glossary, opened from a screen', () => {
  it('begins at the terms that stand there, and Esc leads back to the very page', async () => {
    const screen = await startScreen()
    await screen.press(keyOfLesson('switch-spoofing'))
    const page = await screen.until('1/6')
    expect(page).toMatch(/dynamic port/)
    await screen.press('T')
    const glossary = await screen.until('on the screen you left')
    // One row of the frame, one blank one, and then the list up to the blank row in it.
    const rows = glossary
      .split('\n')
      .slice(2)
      .map((row) => row.slice(4, 28).trim())
    const own = rows.slice(0, rows.indexOf(''))
    expect(own).toContain('dynamic port')
    for (const term of own) expect(page.replace(/[│\s]+/g, ' ').toLowerCase()).toContain(term.toLowerCase())
    await screen.press('T')
    expect(screen.text()).toBe(glossary)
    await screen.press(ESCAPE)
    expect(await screen.until('1/6')).toBe(page)
  })

  it('has every term from the first screen, and none is set apart where none was met', async () => {
    const screen = await startScreen()
    while (!screen.text().includes('> Glossary')) await screen.press('j')
    await screen.press('\r')
    const glossary = await screen.until('also called')
    expect(glossary).toContain('> 802.1Q')
    expect(glossary).not.toContain('on the screen you left')
  })
})
