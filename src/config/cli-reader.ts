import { BannerReader } from './banner.ts'
import type { CommandMode } from './command.ts'
import { CommandReader } from './command-reader.ts'
import type { CommandNode } from './command-tree.ts'
import type { DeviceDraft } from './device-draft.ts'
import { type Fate, type FateLog, HARMLESS } from './fate-log.ts'
import { KnownBlocks } from './known-blocks.ts'
import { KnownLines } from './known-lines.ts'
import { LONGEST_COMMAND } from './line-log.ts'
import { readPortName } from './port-name.ts'
import { type PortsContext, portsContext } from './reader-context.ts'

const INTERFACE = 'interface '
const DESCRIPTION = 'description '
const INDENTED_DESCRIPTION = ' description '
const EXCLAMATION_MARK = 0x21
const BLANK = 0x20

/** Reads one device's configuration line by line, whatever its shape. */
export class CliReader {
  readonly #draft: DeviceDraft
  readonly #commands: CommandReader
  readonly #text: string
  readonly #log: FateLog
  readonly #banner: BannerReader
  readonly #lines: KnownLines
  readonly #blocks: KnownBlocks
  /** Ports whose `interface` line is the last one read. */
  #fresh: PortsContext | null = null
  /** What is printed here is the output of another `show` command than the one for the configuration. */
  #otherOutput = false

  constructor(
    trees: Readonly<Record<CommandMode, CommandNode>>,
    draft: DeviceDraft,
    text: string,
    log: FateLog,
  ) {
    this.#draft = draft
    this.#text = text
    this.#log = log
    this.#banner = new BannerReader(text)
    this.#lines = new KnownLines(trees)
    this.#commands = new CommandReader(draft, log, this.#lines)
    this.#blocks = new KnownBlocks(this.#lines)
  }

  /** Reads the whole text. */
  read(): void {
    const text = this.#text
    for (let at = 0; at < text.length; ) {
      const found = text.indexOf('\n', at)
      const end = found < 0 ? text.length : found
      this.#log.note(this.#line(at, end))
      at = this.#fresh ? this.#plainBlock(this.#fresh, end + 1) : end + 1
    }
  }

  #line(start: number, end: number): Fate {
    const text = this.#text
    let from = start
    let to = end
    while (from < to && text.charCodeAt(from) <= BLANK) from++
    while (to > from && text.charCodeAt(to - 1) <= BLANK) to--
    if (this.#banner.open && this.#banner.holds(text.slice(start, end))) return HARMLESS
    if (from === to || text.charCodeAt(from) === EXCLAMATION_MARK) return HARMLESS
    if (to - from > LONGEST_COMMAND) return this.#commands.unknown(text.slice(from, from + LONGEST_COMMAND))
    return this.#commonLine(from, to, from - start) ?? this.#shaped(text.slice(from, to), end, from - start)
  }

  /**
   * The two kinds of lines of which every port has its own, `interface NAME` and `description TEXT`, without the detour over known
   * lines: most of a large file's different lines are of these. Null for any other line.
   */
  #commonLine(from: number, to: number, indent: number): Fate | null {
    if (this.#otherOutput) return null
    const text = this.#text
    const { context } = this.#commands
    if (context.kind === 'ports' && text.startsWith(DESCRIPTION, from)) {
      const description = text.slice(from + DESCRIPTION.length, to)
      for (const port of context.ports) port.description = description
      return HARMLESS
    }
    if (!text.startsWith(INTERFACE, from)) return null
    const name = readPortName(text.slice(from + INTERFACE.length, to))
    const port = name && this.#draft.port(name, this.#log.next)
    if (!port) return null
    const ports = portsContext([port])
    this.#commands.enter(ports, indent)
    if (indent === 0) this.#fresh = ports
    return ports.modelled
  }

  /**
   * Reads the block of a port whose `interface` line has just been read, where it is made of plain commands only, and gives the place
   * after it; else gives the place where it begins, for its lines to be read one by one. Both ways come to the same.
   */
  #plainBlock(context: PortsContext, start: number): number {
    this.#fresh = null
    const text = this.#text
    const [port] = context.ports
    let at = start
    if (text.startsWith(INDENTED_DESCRIPTION, start)) {
      const end = text.indexOf('\n', start)
      if (end < 0 || !port) return start
      this.#log.note(this.#line(start, end))
      at = end + 1
    }
    const begin = at
    while (text.charCodeAt(at) === BLANK) {
      const end = text.indexOf('\n', at)
      if (end < 0) return begin
      at = end + 1
    }
    const block = at > begin ? this.#blocks.block(text.slice(begin, at)) : null
    if (!block || !port) return begin
    this.#commands.plainBlock(block, context)
    return at
  }

  #shaped(written: string, end: number, indent: number): Fate {
    const known = this.#lines.line(written)
    const { shape } = known
    if (shape.kind === 'shows') {
      this.#otherOutput = !shape.configuration
      this.#commands.leave(true)
      return HARMLESS
    }
    if (shape.kind === 'prompted') this.#otherOutput = false
    if (this.#otherOutput || shape.kind === 'nothing') return HARMLESS
    if (shape.kind === 'interface') return this.#commands.interface(shape, indent)
    if (shape.kind === 'leaves') {
      this.#commands.leave(shape.all)
      return HARMLESS
    }
    if (shape.command === '') return HARMLESS
    if (shape.kind === 'banner' && this.#banner.begins(shape.said, end)) return HARMLESS
    return this.#commands.command({ known, command: shape.command, indent })
  }
}
