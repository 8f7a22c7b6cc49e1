import type { CommandMode } from './command.ts'
import { type CommandNode, type Match, matchLine } from './command-tree.ts'
import { detached } from './detached.ts'
import { type LineShape, shapeOf } from './line-shape.ts'

/** A line by its words, wherever it stands: its shape, and what it means in each mode once that has been asked. */
export type KnownLine = {
  readonly shape: LineShape
  readonly matches: { [M in CommandMode]: Match | null }
}

/** How many different lines are remembered before all are forgotten. */
const MEMORY = 20_000

/**
 * Lines as they are understood. Equal ones, of which the configurations of a site are full, are understood once: what a line means by its
 * words does not hang on the file it stands in.
 */
export class KnownLines {
  readonly #trees: Readonly<Record<CommandMode, CommandNode>>
  readonly #known = new Map<string, KnownLine>()

  constructor(trees: Readonly<Record<CommandMode, CommandNode>>) {
    this.#trees = trees
  }

  /** The line of these words, given without blanks around it. */
  line(written: string): KnownLine {
    const known = this.#known.get(written)
    if (known) return known
    if (this.#known.size === MEMORY) this.#known.clear()
    const line = detached(written)
    const met = { shape: shapeOf(line), matches: { global: null, port: null, vlan: null } }
    this.#known.set(line, met)
    return met
  }

  /** What this line means in this mode. */
  match(known: KnownLine, mode: CommandMode): Match {
    let match = known.matches[mode]
    if (!match) {
      match = matchLine(this.#trees[mode], 'command' in known.shape ? known.shape.command : '')
      known.matches[mode] = match
    }
    return match
  }

  /** Whether a line begins with a word of the device's own configuration, written in full. */
  beginsInFull(command: string): boolean {
    const [first = '', second = ''] = command.toLowerCase().split(/[ \t]+/, 2)
    return this.#trees.global.words.has(first === 'no' ? second : first)
  }
}
