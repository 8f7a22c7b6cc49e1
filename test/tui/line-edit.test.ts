import { describe, expect, it } from 'vitest'
import { type Edit, edited } from '../../src/tui/parts/line-edit.ts'

const FAMILY = '\u{1f468}\u200d\u{1f469}'

function typed(edit: Edit, ...inputs: readonly string[]): Edit {
  return inputs.reduce((now, input) => edited(now, input, {}), edit)
}

describe('a line that is typed', () => {
  it('keeps the characters of a path that cannot be drawn, since a file is opened by them', () => {
    const path = `${FAMILY}\u202e\u{1f1e9}\u{1f1ea}.cfg`
    const edit = typed({ text: path, at: 0 }, 'a')
    expect(edit.text).toBe(`a${path}`)
    expect(edited({ text: FAMILY, at: 1 }, '', { backspace: true })).toEqual({ text: '', at: 0 })
  })

  it('takes no control character of what is pasted', () => {
    expect(typed({ text: '', at: 0 }, 'sw\u001b1\r\n.cfg').text).toBe('sw1.cfg')
  })
})
