import type { Source, SourceId } from '../net/settings.ts'

/** Kinds of sources that are lines of the text being read. */
export type LineKind = 'written' | 'range' | 'global' | 'template'

const KINDS: readonly LineKind[] = ['written', 'range', 'global', 'template']

/**
 * The sources of a device's settings while it is read or typed at. Lines of the text are kept as their numbers and made into sources
 * when somebody asks: a large file has hundreds of thousands, of which few are ever shown.
 */
export class SourceList {
  /** A source, or the number of a line times four plus the index of its kind. */
  readonly #items: (Source | number)[]
  readonly #file: string
  readonly #lineText: (line: number) => string

  /** Sources that go on after `before`. `lineText` gives the text of a line noted with `addLine`, as it stands in `file`. */
  constructor(before: readonly Source[], file = '', lineText: (line: number) => string = () => '') {
    this.#items = [...before]
    this.#file = file
    this.#lineText = lineText
  }

  /** The number of the source that is noted next. */
  get next(): SourceId {
    return this.#items.length
  }

  /** Notes a source and returns its number. */
  add(source: Source): SourceId {
    return this.#items.push(source) - 1
  }

  /** Notes a line of the text and returns its number. */
  addLine(kind: LineKind, line: number): SourceId {
    return this.#items.push(line * KINDS.length + KINDS.indexOf(kind)) - 1
  }

  /** The number of the default that this sentence states, noted where it is new. */
  addDefault(text: string): SourceId {
    const known = this.#items.findIndex(
      (item) => typeof item !== 'number' && item.kind === 'default' && item.text === text,
    )
    return known < 0 ? this.add({ kind: 'default', text }) : known
  }

  /** All sources, in the order of their numbers. */
  all(): Source[] {
    return this.#items.map((item) => this.#made(item))
  }

  /** The source of this number. */
  at(id: SourceId): Source | undefined {
    const item = this.#items[id]
    return item === undefined ? undefined : this.#made(item)
  }

  /** The line of the file that the source of this number is; undefined for one that is no line. */
  lineOf(id: SourceId): number | undefined {
    const item = this.#items[id]
    return typeof item === 'number' ? lineIn(item) : item?.line
  }

  /** The text of a line is cut out when it is asked for. */
  #made(item: Source | number): Source {
    if (typeof item !== 'number') return item
    const line = lineIn(item)
    const lineText = this.#lineText
    return {
      kind: KINDS[item % KINDS.length] ?? 'written',
      file: this.#file,
      line,
      get text() {
        return lineText(line)
      },
    }
  }
}

function lineIn(item: number): number {
  return Math.floor(item / KINDS.length)
}
