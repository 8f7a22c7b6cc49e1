import stringWidth from 'string-width'
import { expect, it } from 'vitest'
import { Page } from '../../src/plain/page.ts'

function written(write: (page: Page) => void, width = 20): string[] {
  let out = ''
  write(new Page((text) => (out += text), width))
  return out.split('\n').slice(0, -1)
}

it('wide characters and joined accents are counted by the cells they take', () => {
  const lines = written((page) =>
    page.say('交換機房 交換機房 交換機房 e\u0301e\u0301e\u0301 한글 שלום', '- ', '  '),
  )
  expect(lines.map((line) => stringWidth(line) <= 20)).not.toContain(false)
  expect(lines[0]).toBe('- 交換機房 交換機房')
  expect(lines.join(' ')).toContain('e\u0301e\u0301e\u0301')
})

it('an escape is measured as it is written', () => {
  const lines = written((page) => page.say('one \u001b\u001b\u001b two \u202e three'))
  expect(lines).toEqual(['one \\x1b\\x1b\\x1b two', '\\u202e three'])
})

it('a heading is underlined as far as it goes', () => {
  expect(written((page) => page.heading('交換機', '='))).toEqual(['交換機', '======'])
})
