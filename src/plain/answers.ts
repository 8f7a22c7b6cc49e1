/** The longest line that is taken, in characters. A longer one is no answer to anything; what is beyond is not kept. */
export const LONGEST_LINE = 16 * 1024

/** What people type, line by line: numbers, words, lines of configuration. */
export class Answers {
  readonly #chunks: AsyncIterator<Uint8Array>
  readonly #decoder = new TextDecoder()
  #text = ''
  #ended = false

  constructor(input: AsyncIterable<Uint8Array>) {
    this.#chunks = input[Symbol.asyncIterator]()
  }

  /** Whether the input is over: nobody will answer any more. Known only once that was asked for. */
  get isOver(): boolean {
    return this.#ended && this.#text === ''
  }

  /** Whether there is anything to read at all; waits until that is known. */
  async hasAny(): Promise<boolean> {
    while (this.#text === '' && !this.#ended) await this.#read()
    return !this.isOver
  }

  /** The next line without its end; null when the input is over. */
  async line(): Promise<string | null> {
    let from = 0
    for (;;) {
      const end = this.#text.indexOf('\n', from)
      if (end >= 0) {
        const line = this.#text.slice(0, end)
        this.#text = this.#text.slice(end + 1)
        return line.slice(0, LONGEST_LINE).replace(/\r$/, '')
      }
      if (this.#ended) {
        const rest = this.#text.slice(0, LONGEST_LINE)
        this.#text = ''
        return rest === '' ? null : rest
      }
      this.#text = this.#text.slice(0, LONGEST_LINE)
      from = this.#text.length
      await this.#read()
    }
  }

  /** Lets go of the input, so that the process can end. */
  async close(): Promise<void> {
    await this.#chunks.return?.()
  }

  async #read(): Promise<void> {
    const { value, done } = await this.#chunks.next()
    if (done) this.#ended = true
    else this.#text += this.#decoder.decode(value, { stream: true })
  }
}
