import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { Canvas } from '../../src/tui/canvas/canvas.ts'
import { cellsOf, clip, glyphsOf, wrap } from '../../src/tui/canvas/glyphs.ts'

const HOSTILE = [
  '\u001b[2J',
  'a\u0000b',
  '\u009b31m',
  'x\u202ey',
  'tab\there',
  'e\u0301a\u0308',
  '交换机',
  '👩‍👩‍👧 family',
  '\ufeffbom',
]

describe('text on a canvas', () => {
  it('never lets a control character through', () => {
    const canvas = new Canvas(40, HOSTILE.length)
    HOSTILE.forEach((text, row) => {
      canvas.text(0, row, text)
    })
    expect(canvas.toString().replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/)
  })

  it('takes as many cells as a terminal does', () => {
    for (const text of ['交换机', 'e\u0301', 'Gi0/1 — ok', '│═┄▶'])
      expect(cellsOf(text)).toBe(stringWidth(text))
  })

  it('keeps every row as wide as the canvas, whatever is written where', () => {
    for (const text of HOSTILE) {
      for (let x = -3; x < 14; x++) {
        const canvas = new Canvas(12, 1)
        canvas.text(0, 0, '交换机交换机')
        canvas.text(x, 0, text)
        expect(stringWidth(canvas.toString())).toBeLessThanOrEqual(12)
        expect(canvas.runs(0).every((run) => run.x + stringWidth(run.text) <= 12)).toBe(true)
      }
    }
  })

  it('cuts a wide character out whole, never in half', () => {
    const canvas = new Canvas(6, 1)
    canvas.text(0, 0, '交换机')
    canvas.text(1, 0, '|')
    expect(canvas.toString()).toBe(' |换机')
  })

  it('shows where something was cut', () => {
    expect(clip('GigabitEthernet', 8)).toBe('Gigabit…')
    expect(clip('交换机', 5)).toBe('交换…')
    expect(clip('fits', 4)).toBe('fits')
    expect(clip('nothing', 0)).toBe('')
  })

  it('breaks lines at spaces, and words only where they are too long', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
    expect(wrap('one\n\ntwo', 9)).toEqual(['one', '', 'two'])
    expect(wrap('交换机', 1)).toHaveLength(3)
  })

  it('has one ASCII glyph for each of ours, and a question mark for the rest', () => {
    const canvas = new Canvas(12, 3, { ascii: true })
    canvas.frame({ x: 0, y: 0, width: 12, height: 3 }, { title: 'é交' })
    expect(canvas.toString()).toBe('+ ??? -----+\n|          |\n+----------+')
  })

  it('gives runs of one role, and leaves blanks out', () => {
    const canvas = new Canvas(20, 1)
    canvas.text(1, 0, 'ab c', 'quiet')
    canvas.text(12, 0, 'd', 'attack')
    expect(canvas.runs(0)).toEqual([
      { x: 1, text: 'ab c', role: 'quiet' },
      { x: 12, text: 'd', role: 'attack' },
    ])
  })

  it('knows letters with accents as one glyph', () => {
    expect(glyphsOf('e\u0301a').map((glyph) => glyph.text)).toEqual(['e\u0301', 'a'])
  })
})
