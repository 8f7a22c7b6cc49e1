/**
 * The text of banners, which may look like anything, commands too. A banner begins with a delimiter of the writer's choice and
 * ends where it stands again; `^C` written as two characters counts as one.
 */
export class BannerReader {
  readonly #text: string
  #delimiter: string | null = null
  /** Delimiters that do not stand again before the end: a banner that never ends is no banner. */
  readonly #unclosed = new Set<string>()

  constructor(text: string) {
    this.#text = text
  }

  /** Whether a banner has begun and not ended. */
  get open(): boolean {
    return this.#delimiter !== null
  }

  /** Whether this line is inside a banner; the line with the closing delimiter still is. */
  holds(line: string): boolean {
    if (this.#delimiter === null) return false
    if (line.includes(this.#delimiter)) this.#delimiter = null
    return true
  }

  /** Whether a banner begins with what this line says after `banner`. `offset` is where the line ends in the text. */
  begins(said: string, offset: number): boolean {
    const delimiter = /^\^[A-Za-z]/.test(said) ? said.slice(0, 2) : said.slice(0, 1)
    if (said.includes(delimiter, delimiter.length)) return true
    if (this.#unclosed.has(delimiter)) return false
    if (this.#text.indexOf(delimiter, offset) < 0) {
      this.#unclosed.add(delimiter)
      return false
    }
    this.#delimiter = delimiter
    return true
  }
}
