/** What people type, line by line: numbers, words, lines of configuration. */
export class Answers {
  readonly #chunks: AsyncIterator<Uint8Array>
  readonly #decoder = new TextDecoder()
  #text = ''
  #ended = false

  constructor(input: AsyncIterable<Uint8Array>) {
    this.#chunks = input[Symbol.asyncIterator]()
  }

  /** The next line without its end; null when the input is over. */
  async line(): Promise<string | null> {
    for (;;) {
      const end = this.#text.indexOf('\n')
      if (end >= 0) {
        const line = this.#text.slice(0, end)
        this.#text = this.#text.slice(end + 1)
        return line.replace(/\r$/, '')
      }
      if (this.#ended) {
        const rest = this.#text
        this.#text = ''
        return rest === '' ? null : rest
      }
      const { value, done } = await this.#chunks.next()
      if (done) this.#ended = true
      else this.#text += this.#decoder.decode(value, { stream: true })
    }
  }

  /** Lets go of the input, so that the process can end. */
  async close(): Promise<void> {
    await this.#chunks.return?.()
  }
}
