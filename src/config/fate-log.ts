import type { LineAccount } from './line-account.ts'
import { KEPT, LONGEST_COMMAND, NOTHING } from './line-log.ts'
import { LinePlaces } from './line-places.ts'
import type { LineReading, LineState, Touches } from './reading.ts'
import { blankSecrets } from './secrets.ts'

/** What became of a line. Lines that share it share the object. */
export type Fate = { readonly state: LineState; readonly touches: Touches }

/** A fate as it is noted. The name of a port says that the line made a setting of that port: most lines of a large file do. */
type NotedFate = Fate | string

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
  readonly #fates: NotedFate[] = []

  constructor(text: string, firstLine: number) {
    this.#places = new LinePlaces(text)
    this.#firstLine = firstLine
  }

  /** Number of the line that is noted next, in the file as the user has it. */
  get next(): number {
    return this.#firstLine + this.#fates.length
  }

  /** Accounts for the next line of the text. */
  note(fate: NotedFate): void {
    this.#fates.push(fate)
  }

  /** Gives a line that has been noted another fate. */
  change(line: number, fate: Fate): void {
    this.#fates[line - this.#firstLine] = fate
  }

  /** The text of a line, without its line end, secrets blanked. */
  textOf(line: number): string {
    const text = this.#places.line(line - this.#firstLine)
    const kept = text.length > LONGEST_COMMAND ? `${text.slice(0, KEPT)}...` : text
    return blankSecrets(kept.endsWith('\r') ? kept.slice(0, -1) : kept)
  }

  /** All lines. */
  readings(): LineReading[] {
    return this.#fates.map((fate, index) => this.#reading(fate, index))
  }

  /** How many lines became what, and the lines that were not understood: without a word about the others. */
  account(): LineAccount {
    const counts = { modelled: 0, harmless: 0, unmodelled: 0, unknown: 0 }
    const notUnderstood: LineReading[] = []
    this.#fates.forEach((fate, index) => {
      const state = typeof fate === 'string' ? 'modelled' : fate.state
      counts[state]++
      if (state === 'unmodelled' || state === 'unknown') notUnderstood.push(this.#reading(fate, index))
    })
    return { counts, notUnderstood }
  }

  #reading(noted: NotedFate, index: number): LineReading {
    const line = this.#firstLine + index
    const fate: Fate =
      typeof noted === 'string' ? { state: 'modelled', touches: { what: 'port', port: noted } } : noted
    return { line, text: this.textOf(line), ...fate }
  }
}
