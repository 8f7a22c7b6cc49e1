import type { BlockLines } from './block-lines.ts'
import type { LineAccount } from './line-account.ts'
import { KEPT, LONGEST_COMMAND, NOTHING } from './line-log.ts'
import { LinePlaces } from './line-places.ts'
import type { LineReading, LineState, Touches } from './reading.ts'
import { blankSecrets } from './secrets.ts'

/** What became of a line. Lines that share it share the object. */
export type Fate = { readonly state: LineState; readonly touches: Touches }

/** The fate of most lines. */
export const HARMLESS: Fate = { state: 'harmless', touches: NOTHING }

/** The fate of a line of an output that told something. */
export const MODELLED: Fate = { state: 'modelled', touches: NOTHING }

/**
 * The lines of a text as they are accounted for, one after the other. They are made into readings when somebody asks: of a large
 * file hardly any line is ever shown.
 */
export class FateLog {
  readonly #firstLine: number
  readonly #places: LinePlaces
  /** Of each line its fate; blocks of lines that were read at one go stand for all of theirs. */
  readonly #fates: (Fate | BlockLines)[] = []
  #next: number
  readonly #changed = new Map<number, Fate>()

  constructor(text: string, firstLine: number) {
    this.#places = new LinePlaces(text)
    this.#firstLine = firstLine
    this.#next = firstLine
  }

  /** Number of the line that is noted next, in the file as the user has it. */
  get next(): number {
    return this.#next
  }

  /** Accounts for the next line of the text. */
  note(fate: Fate): void {
    this.#fates.push(fate)
    this.#next++
  }

  /** Accounts for the next lines of the text, which are these. */
  noteBlock(block: BlockLines): void {
    this.#fates.push(block)
    this.#next += block.layout.modelled.length
  }

  /** Gives a line that has been noted another fate. */
  change(line: number, fate: Fate): void {
    this.#changed.set(line, fate)
  }

  /** The text of a line, without its line end, secrets blanked. */
  textOf(line: number): string {
    const text = this.#places.line(line - this.#firstLine)
    const kept = text.length > LONGEST_COMMAND ? `${text.slice(0, KEPT)}...` : text
    return blankSecrets(kept.endsWith('\r') ? kept.slice(0, -1) : kept)
  }

  /** All lines. */
  readings(): LineReading[] {
    const readings: LineReading[] = []
    this.#each((line, fate) => readings.push(this.#reading(line, fate)))
    return readings
  }

  /** How many lines became what, and the lines that were not understood: without a word about the others. */
  account(): LineAccount {
    const counts = { modelled: 0, harmless: 0, unmodelled: 0, unknown: 0 }
    const notUnderstood: LineReading[] = []
    this.#each((line, fate) => {
      counts[fate.state]++
      if (fate.state === 'unmodelled' || fate.state === 'unknown')
        notUnderstood.push(this.#reading(line, fate))
    })
    return { counts, notUnderstood }
  }

  #each(visit: (line: number, fate: Fate) => void): void {
    let line = this.#firstLine
    const next = (fate: Fate) => {
      visit(line, this.#changed.get(line) ?? fate)
      line++
    }
    for (const noted of this.#fates) {
      if ('state' in noted) {
        next(noted)
        continue
      }
      const modelled: Fate = { state: 'modelled', touches: { what: 'port', port: noted.name } }
      for (const made of noted.layout.modelled) next(made ? modelled : HARMLESS)
    }
  }

  #reading(line: number, fate: Fate): LineReading {
    return { line, text: this.textOf(line), ...fate }
  }
}
