import stringWidth from 'string-width'
import { expect, it } from 'vitest'
import { ASCII_GLYPHS } from '../../src/tui/canvas/ascii.ts'
import { cellsOf, glyphsOf } from '../../src/tui/canvas/glyphs.ts'

it('every glyph we draw with is one cell, to us and to a terminal', () => {
  for (const glyph of Object.keys(ASCII_GLYPHS)) {
    expect([cellsOf(glyph), glyphsOf(glyph).length, stringWidth(glyph)], glyph).toEqual([1, 1, 1])
  }
})
