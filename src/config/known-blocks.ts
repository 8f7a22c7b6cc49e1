import type { SourceId } from '../net/settings.ts'
import type { BlockLayout } from './block-lines.ts'
import type { Command } from './command.ts'
import { portEffect, stateOf } from './command-tree.ts'
import { detached } from './detached.ts'
import type { KnownLines } from './known-lines.ts'
import type { PortDraft } from './port-draft.ts'

/** A line of a block: a plain command of a port, or a comment. */
type PlainLine = {
  /** Null for a line that cannot matter. */
  readonly effect: Command['port'] | null
  readonly args: readonly unknown[]
  readonly modelled: boolean
}

/** Lines under an `interface` line, all of them plain commands of a port or comments. */
export type PlainBlock = {
  readonly lines: readonly PlainLine[]
  /** In characters. */
  readonly length: number
  /** Some line is no comment. */
  readonly hasCommands: boolean
  readonly layout: BlockLayout
  /** The same where a description stands before them. */
  readonly describedLayout: BlockLayout
}

/** A block that has been seen. */
type Seen = {
  readonly text: string
  /** Null where some line is no plain command of a port. */
  readonly block: PlainBlock | null
  /** What stood under the next port the last time. */
  next: Seen | null
}

/** How many different blocks are remembered before all are forgotten, and the longest, in characters. */
const MEMORY = 5_000
const LONGEST = 2_000

/**
 * Blocks of lines under `interface`. On the switches of a site most ports have one of a few blocks: each is understood once, as a whole. They
 * follow one another as they did before, most often the same one again, so that a block is first compared with the one that is
 * expected: looking a text up costs several times that.
 */
export class KnownBlocks {
  readonly lines: KnownLines
  readonly #seen = new Map<string, Seen>()
  /** The block before. */
  #last: Seen = { text: '', block: null, next: null }

  constructor(lines: KnownLines) {
    this.lines = lines
  }

  /** The block that begins here in a text; null where it is none of plain commands. */
  blockAt(text: string, begin: number): PlainBlock | null {
    const expected = this.#last.next
    const seen = expected && isAt(text, begin, expected.text) ? expected : this.#seenAt(text, begin)
    if (!seen) return null
    this.#last.next = seen
    this.#last = seen
    return seen.block
  }

  #seenAt(text: string, begin: number): Seen | null {
    const end = endOfBlock(text, begin)
    if (end === null) return null
    const block = text.slice(begin, end)
    return this.#seen.get(block) ?? this.#met(detached(block))
  }

  #met(text: string): Seen {
    if (this.#seen.size === MEMORY) this.#seen.clear()
    const seen: Seen = { text, block: this.#understand(text), next: null }
    this.#seen.set(text, seen)
    return seen
  }

  #understand(text: string): PlainBlock | null {
    const lines: PlainLine[] = []
    for (const written of text === '' ? [] : text.slice(0, -1).split('\n')) {
      const line = this.#plainLine(written.trim())
      if (!line) return null
      lines.push(line)
    }
    return {
      lines,
      length: text.length,
      hasCommands: lines.some((line) => line !== COMMENT),
      layout: layoutOf(lines),
      describedLayout: layoutOf([COMMENT, ...lines]),
    }
  }

  #plainLine(written: string): PlainLine | null {
    const known = this.lines.line(written)
    if (known.shape.kind === 'nothing') return COMMENT
    const match = known.shape.kind === 'command' ? this.lines.match(known, 'port') : null
    if (!match?.found) return null
    const state = stateOf(match)
    if (state === 'unmodelled') return null
    return { effect: portEffect(match) ?? null, args: match.args, modelled: state === 'modelled' }
  }
}

const BLANK = 0x20
const EXCLAMATION_MARK = 0x21
const COMMA = 0x2c
const HYPHEN = 0x2d

/** Whether the line that begins here goes on with a block: it is indented, a comment, or the rest of a broken list. */
function goesOn(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === BLANK || code === EXCLAMATION_MARK || code === COMMA || code === HYPHEN
}

/** Whether this very block begins here, and ends where it does. */
function isAt(text: string, begin: number, block: string): boolean {
  // A cut and a comparison take a tenth of the time of `startsWith`.
  return text.slice(begin, begin + block.length) === block && !goesOn(text, begin + block.length)
}

/** Where a block ends that begins here; null where it is too long, or its last line does not end. */
function endOfBlock(text: string, begin: number): number | null {
  let end = begin
  while (goesOn(text, end)) {
    end = text.indexOf('\n', end) + 1
    if (end === 0 || end - begin > LONGEST) return null
  }
  return end
}

const COMMENT: PlainLine = { effect: null, args: [], modelled: false }

function layoutOf(under: readonly PlainLine[]): BlockLayout {
  return {
    modelled: [true, ...under.map(({ modelled }) => modelled)],
    sources: under.flatMap((line, index) => (isSource(line) ? [index + 1] : [])),
  }
}

/** Whether a line of a block makes a setting, so that it is a source. */
function isSource({ effect, modelled }: PlainLine): boolean {
  return effect !== null && effect !== undefined && modelled
}

const NO_SOURCE: readonly SourceId[] = []

/** Does to a port what the lines of a block say. Those that are sources have the numbers from `firstSource` on. */
export function applyBlock(port: PortDraft, { lines }: PlainBlock, firstSource: SourceId): void {
  let next = firstSource
  for (const line of lines) line.effect?.(port, line.args as never, isSource(line) ? [next++] : NO_SOURCE)
}
