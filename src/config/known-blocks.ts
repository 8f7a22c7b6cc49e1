import type { SourceId } from '../net/settings.ts'
import type { BlockLayout } from './block-lines.ts'
import type { Command } from './command.ts'
import { portEffect } from './command-tree.ts'
import type { KnownLines } from './known-lines.ts'
import type { PortDraft } from './port-draft.ts'

/** A line of a block that is a plain command of a port. */
export type PlainLine = {
  /** Null for a line that cannot matter. */
  readonly effect: Command['port'] | null
  readonly args: readonly unknown[]
  readonly modelled: boolean
}

/** Lines under an `interface` line, all of them plain commands of a port. */
export type PlainBlock = {
  readonly lines: readonly PlainLine[]
  readonly layout: BlockLayout
  /** The same where a description stands before them. */
  readonly describedLayout: BlockLayout
}

/** How many different blocks are remembered, and the longest, in characters. */
const MEMORY = 5_000
const LONGEST = 2_000

/**
 * Blocks of lines under `interface`. On a large switch most ports have one of a few blocks: each is understood once, as a whole.
 */
export class KnownBlocks {
  readonly #lines: KnownLines
  readonly #known = new Map<string, PlainBlock | null>()

  constructor(lines: KnownLines) {
    this.#lines = lines
  }

  /** The block of this text, of whole lines; null where some line of it is no plain command of a port. */
  block(text: string): PlainBlock | null {
    if (text.length > LONGEST) return null
    let block = this.#known.get(text)
    if (block === undefined) {
      block = this.#understand(text)
      if (this.#known.size < MEMORY) this.#known.set(text, block)
    }
    return block
  }

  #understand(text: string): PlainBlock | null {
    const lines: PlainLine[] = []
    for (const line of text === '' ? [] : text.slice(0, -1).split('\n')) {
      const known = this.#lines.line(line.trim())
      const match = known.shape.kind === 'command' ? this.#lines.match(known, 'port') : null
      if (!match?.found) return null
      const state = match.command.state ?? 'modelled'
      if (state === 'unmodelled') return null
      lines.push({ effect: portEffect(match) ?? null, args: match.args, modelled: state === 'modelled' })
    }
    return { lines, layout: layoutOf([], lines), describedLayout: layoutOf([DESCRIPTION], lines) }
  }
}

const DESCRIPTION: PlainLine = { effect: null, args: [], modelled: false }

function layoutOf(before: readonly PlainLine[], lines: readonly PlainLine[]): BlockLayout {
  const under = [...before, ...lines]
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
