import stringWidth from 'string-width'
import { expect, it } from 'vitest'
import { ASCII_GLYPHS } from '../../src/tui/canvas/ascii.ts'
import textWidth, { isNarrow } from '../../src/tui/canvas/text-width.ts'

it('says of every character what string-width says, alone and between others', () => {
  for (let code = 0; code < 0x3000; code += 1) {
    const character = String.fromCodePoint(code)
    for (const text of [character, `─${character}═`, `${character}${character}`])
      expect(textWidth(text), JSON.stringify(text)).toBe(stringWidth(text))
  }
})

it('takes the short way for what our pictures are drawn with', () => {
  const glyphs = Object.keys(ASCII_GLYPHS).filter((glyph) => !/[—–’“”×]/u.test(glyph))
  expect(isNarrow(glyphs.join(''))).toBe(true)
  expect(isNarrow('交')).toBe(false)
  expect(isNarrow('e\u0301')).toBe(false)
  expect(isNarrow('\u001b[1m')).toBe(false)
})

it('asks string-width where something else is wanted of it', () => {
  expect(textWidth('─', { ambiguousIsNarrow: false })).toBe(stringWidth('─', { ambiguousIsNarrow: false }))
})
