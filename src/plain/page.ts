import stringWidth from 'string-width'
import { type Block, plainText } from '../content/prose.ts'
import { printable } from '../words/printable.ts'
import { wrap } from './wrap.ts'

/** A text that goes over lines, made safe for a terminal before it is measured: an escape takes more cells than what it stands for. */
function safe(text: string): string {
  return text.split(/\s+/).map(printable).join(' ')
}

/** Where the plain face writes: append-only lines of at most `width` cells. Everything is made safe for a terminal here. */
export class Page {
  readonly #write: (text: string) => void
  readonly #width: number
  #blank = true

  constructor(write: (text: string) => void, width: number) {
    this.#write = write
    this.#width = width
  }

  /** One line as it stands, for configuration text; a second blank line in a row is left out. */
  line(text = ''): void {
    if (text === '' && this.#blank) return
    this.#blank = text === ''
    this.#write(`${printable(text)}\n`)
  }

  /** A sentence or several, wrapped. `first` and `rest` indent. */
  say(text: string, first = '', rest = first): void {
    for (const line of wrap(safe(text), this.#width, first, rest)) this.line(line)
  }

  /** A heading: a blank line, the words, and a rule below them. */
  heading(text: string, rule: '=' | '-'): void {
    this.line()
    this.say(text)
    this.line(rule.repeat(Math.min(stringWidth(safe(text)), this.#width)))
  }

  /** Numbered choices, counted from `from`. */
  choices(texts: readonly string[], from = 1): void {
    for (const [index, text] of texts.entries()) this.say(text, `  ${index + from}. `, '     ')
  }

  /** Prose. */
  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      this.line()
      if (block.kind === 'paragraph') this.say(plainText(block.spans))
      else if (block.kind === 'list') for (const item of block.items) this.say(plainText(item), '- ', '  ')
      else for (const line of block.lines) this.line(`  ${line}`)
    }
  }
}
