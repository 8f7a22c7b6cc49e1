import { Transform, type TransformCallback } from 'node:stream'
import type { ReadStream } from 'node:tty'
import { type Background, backgroundIn } from './background-colour.ts'
import { isSurelyReply, splitReplies } from './split-replies.ts'

/** Asks for the background (OSC 11), then for what the terminal is (DA1), which every terminal tells: the end of waiting. */
const QUESTION = '\u001b]11;?\u0007\u001b[c'
/** How long a reply that is on its way is waited for before the terminal goes to the shell, which would take it for typed. */
export const REPLY_MS = 200
/** How long the Escape key is held back while a reply is awaited that would begin the same way. */
const UNDECIDED_MS = 50
/** How long the rest of a reply may take. */
const BEGUN_MS = 1_000

/**
 * The keys of a terminal, as Ink reads them, without what the terminal itself replies: that is never a key, however late and in
 * how many pieces it comes. It stands in for standard input, which must be a terminal.
 */
export class Keyboard extends Transform {
  readonly isTTY = true
  readonly #terminal: ReadStream
  readonly #write: (text: string) => void
  #open = ''
  #held: NodeJS.Timeout | undefined
  #isAsked = false
  #isAwaited = false
  #background: Background | null = null

  /** Takes over `terminal`; `write` reaches its screen. */
  constructor(terminal: ReadStream, write: (text: string) => void) {
    super({ decodeStrings: false, encoding: 'utf8' })
    this.#terminal = terminal
    this.#write = write
    terminal.setEncoding('utf8').pipe(this)
  }

  /** What the terminal has said of its background; null before it does. */
  readonly background = (): Background | null => this.#background

  /** Calls when the terminal says what its background is; gives what ends that. */
  readonly onBackground = (listener: () => void): (() => void) => {
    this.on('background', listener)
    return () => void this.off('background', listener)
  }

  /** Asks the terminal for its background, once: it must be raw by then, or it shows its own reply. */
  askBackground(): void {
    if (this.#isAsked) return
    this.#isAsked = true
    this.#isAwaited = true
    this.#write(QUESTION)
  }

  /** Waits until nothing more is to come from the terminal itself, but no longer than this. */
  async settled(ms: number): Promise<void> {
    if (!this.#isAwaited) return
    await new Promise<void>((resolve) => {
      // What came while the process was busy is read after its timers have run.
      const timer = setTimeout(() => setImmediate(resolve), ms)
      this.once('attributed', () => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  /** Gives the terminal back for good, after its own replies, which must not be shown either. */
  async release(): Promise<void> {
    if (!this.#isAwaited) return
    this.setRawMode(true)
    await this.settled(REPLY_MS)
    this.setRawMode(false)
  }

  setRawMode(isRaw: boolean): this {
    this.#terminal.setRawMode(isRaw)
    return this
  }

  ref(): this {
    this.#terminal.ref()
    return this
  }

  unref(): this {
    this.#terminal.unref()
    return this
  }

  override _transform(chunk: string, _: BufferEncoding, done: TransformCallback): void {
    clearTimeout(this.#held)
    const { keys, colours, isAttributed, open } = splitReplies(this.#open + chunk)
    for (const colour of colours) this.#hear(colour)
    if (isAttributed) {
      this.#isAwaited = false
      this.emit('attributed')
    }
    this.#open = open
    if (keys !== '') this.push(keys)
    if (open !== '') this.#hold()
    done()
  }

  #hear(colour: string): void {
    const background = backgroundIn(colour)
    if (background === null || background === this.#background) return
    this.#background = background
    this.emit('background')
  }

  /** Waits for the rest of what may be a reply. Without it, it was a key, or a reply that the line has lost. */
  #hold(): void {
    const isReply = isSurelyReply(this.#open)
    const release = () => {
      if (!isReply) this.push(this.#open)
      this.#open = ''
    }
    if (isReply) this.#held = setTimeout(release, BEGUN_MS)
    else if (this.#isAwaited) this.#held = setTimeout(release, UNDECIDED_MS)
    else release()
  }
}
