import { BannerReader } from './banner.ts'
import { CommandReader } from './command-reader.ts'
import type { DeviceDraft } from './device-draft.ts'
import { type Fate, type FateLog, HARMLESS } from './fate-log.ts'
import type { KnownBlocks, PlainBlock } from './known-blocks.ts'
import type { KnownLines } from './known-lines.ts'
import { LONGEST_COMMAND } from './line-log.ts'
import { canSwitch, type PortName, readPortName } from './port-name.ts'
import { portsContext } from './reader-context.ts'
import { Whereabouts } from './whereabouts.ts'
import { wrappedList } from './wrapped-list.ts'

const INTERFACE = 'interface '
const DESCRIPTION = 'description '
const INDENTED_DESCRIPTION = ' description '
const EXCLAMATION_MARK = 0x21
const BLANK = 0x20

/** Reads one device's configuration line by line, whatever its shape, with what is known of lines from others of its dialect. */
export class CliReader {
  readonly #draft: DeviceDraft
  readonly #whereabouts: Whereabouts
  readonly #commands: CommandReader
  readonly #text: string
  readonly #log: FateLog
  readonly #banner: BannerReader
  readonly #lines: KnownLines
  readonly #blocks: KnownBlocks
  /** What is printed here is the output of another `show` command than the one for the configuration. */
  #otherOutput = false

  constructor(known: KnownBlocks, draft: DeviceDraft, text: string, log: FateLog) {
    this.#draft = draft
    this.#text = text
    this.#log = log
    this.#banner = new BannerReader(text)
    this.#blocks = known
    this.#lines = known.lines
    this.#whereabouts = new Whereabouts(draft)
    this.#commands = new CommandReader(draft, log, this.#lines, this.#whereabouts)
  }

  /** Reads the whole text. */
  read(): void {
    const text = this.#text
    for (let at = 0; at < text.length; ) {
      const found = text.indexOf('\n', at)
      const end = found < 0 ? text.length : found
      const afterBlock = text.startsWith(INTERFACE, at) ? this.#newPort(at + INTERFACE.length, end) : null
      at = afterBlock ?? this.#line(at, end)
    }
  }

  /** Accounts for a line, and for those in which its list of VLANs goes on. Gives the place after them. */
  #line(start: number, end: number): number {
    const text = this.#text
    let from = start
    while (from < end && text.charCodeAt(from) <= BLANK) from++
    const to = this.#endOfWords(from, end)
    if (this.#banner.open && this.#banner.holds(text.slice(start, end))) {
      this.#log.note(HARMLESS)
      return end + 1
    }
    const wrapped = wrappedList(text, from, to, end)
    if (!wrapped) {
      this.#log.note(this.#single(from, to, end, from - start))
      return end + 1
    }
    const fate = this.#shaped(wrapped.written, wrapped.end, from - start, wrapped.lines)
    for (let line = 0; line < wrapped.lines; line++) this.#log.note(fate)
    return wrapped.end + 1
  }

  #single(from: number, to: number, end: number, indent: number): Fate {
    const text = this.#text
    if (from === to || text.charCodeAt(from) === EXCLAMATION_MARK) return HARMLESS
    if (to - from > LONGEST_COMMAND) return this.#commands.unknown(text.slice(from, from + LONGEST_COMMAND))
    return this.#commonLine(from, to, indent) ?? this.#shaped(text.slice(from, to), end, indent)
  }

  /**
   * The two kinds of lines of which every port has its own, `interface NAME` and `description TEXT`, without the detour over known
   * lines: most of a large file's different lines are of these. Null for any other line.
   */
  #commonLine(from: number, to: number, indent: number): Fate | null {
    if (this.#otherOutput) return null
    const text = this.#text
    if (text.startsWith(DESCRIPTION, from)) {
      const { context } = this.#whereabouts
      if (context.kind !== 'ports') return null
      const description = text.slice(from + DESCRIPTION.length, to)
      for (const port of context.ports) port.description = description
      return HARMLESS
    }
    if (!text.startsWith(INTERFACE, from)) return null
    const name = readPortName(text.slice(from + INTERFACE.length, to))
    const port = name && this.#draft.port(name, this.#log.next)
    if (!port) return null
    const ports = portsContext([port])
    this.#whereabouts.enter(ports, indent)
    return ports.modelled
  }

  /**
   * Reads a port at one go whose `interface` line is the first to name it, where nothing stands under it but a description and a
   * block of plain commands. Gives the place after them; null for what is to be read line by line. Both ways come to the same.
   */
  #newPort(nameAt: number, headerEnd: number): number | null {
    if (this.#otherOutput || this.#banner.open) return null
    const text = this.#text
    const name = readPortName(text.slice(nameAt, this.#endOfWords(nameAt, headerEnd)))
    if (!name || !canSwitch(name) || this.#draft.ports.has(name)) return null
    let begin = headerEnd + 1
    let described: string | null = null
    if (text.startsWith(INDENTED_DESCRIPTION, begin)) {
      const end = text.indexOf('\n', begin)
      if (end < 0 || end - begin > LONGEST_COMMAND) return null
      described = text.slice(begin + INDENTED_DESCRIPTION.length, this.#endOfWords(begin, end))
      begin = end + 1
    }
    const block = this.#blocks.blockAt(text, begin)
    if (!block) return null
    this.#fold(name, described, block)
    return begin + block.length
  }

  #fold(name: PortName, description: string | null, block: PlainBlock): void {
    const { sources, ports } = this.#draft
    const head = { name: name.written, line: this.#log.next, description, firstSource: sources.next }
    const port = ports.fold(name, head, block)
    sources.addBlock(port)
    this.#log.noteBlock(port)
    this.#whereabouts.enterFolded(name, block.hasCommands)
  }

  /** Where the words of a line end that is followed by blanks, or by the line end of Windows. */
  #endOfWords(start: number, end: number): number {
    let to = end
    while (to > start && this.#text.charCodeAt(to - 1) <= BLANK) to--
    return to
  }

  #shaped(written: string, end: number, indent: number, lines = 1): Fate {
    const known = this.#lines.line(written)
    const { shape } = known
    if (shape.kind === 'shows') {
      this.#otherOutput = !shape.configuration
      this.#whereabouts.leave(true)
      return HARMLESS
    }
    if (shape.kind === 'prompted') this.#otherOutput = false
    if (this.#otherOutput || shape.kind === 'nothing') return HARMLESS
    if (shape.kind === 'interface') return this.#commands.interface(shape, indent)
    if (shape.kind === 'leaves') {
      this.#whereabouts.leave(shape.all)
      return HARMLESS
    }
    if (shape.command === '') return HARMLESS
    if (shape.kind === 'banner' && this.#banner.begins(shape.said, end)) return HARMLESS
    return this.#commands.command({ known, command: shape.command, indent, lines })
  }
}
