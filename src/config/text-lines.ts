/** One line of a text without its line end, counted from 1. */
export type TextLine = { readonly number: number; readonly text: string }

/** The lines of a text, with any line end of Unix or Windows. What follows the last line end counts only if it holds something. */
export function* textLines(text: string): Generator<TextLine> {
  let number = 1
  for (let at = 0; at < text.length; number++) {
    const found = text.indexOf('\n', at)
    const end = found < 0 ? text.length : found
    yield { number, text: text.slice(at, text.charCodeAt(end - 1) === 0x0d ? end - 1 : end) }
    at = end + 1
  }
}
