import type { Source, SourceId } from '../net/settings.ts'
import type { BlockLines } from './block-lines.ts'

/** Kinds of sources that are lines of the text being read. */
export type LineKind = 'written' | 'range' | 'global' | 'template'

const KINDS: readonly LineKind[] = ['written', 'range', 'global', 'template']

/**
 * The sources of a device's settings while it is read or typed at. Lines of the text are kept as their numbers and made into sources
 * when somebody asks: a large file has hundreds of thousands, of which few are ever shown.
 */
export class SourceList {
  /** A source, the number of a line times four plus the index of its kind, or lines that hold several sources. */
  readonly #items: (Source | number | BlockLines)[]
  /** Of each item the number of its first source. */
  readonly #firsts: SourceId[]
  readonly #file: string
  readonly #lineText: (line: number) => string
  #next: SourceId

  /** Sources that go on after `before`. `lineText` gives the text of a line noted with `addLine`, as it stands in `file`. */
  constructor(before: readonly Source[], file = '', lineText: (line: number) => string = () => '') {
    this.#items = [...before]
    this.#firsts = before.map((_, id) => id)
    this.#next = before.length
    this.#file = file
    this.#lineText = lineText
  }

  /** The number of the source that is noted next. */
  get next(): SourceId {
    return this.#next
  }

  /** Notes a source and returns its number. */
  add(source: Source): SourceId {
    return this.#add(source, 1)
  }

  /** Notes a line of the text and returns its number. */
  addLine(kind: LineKind, line: number): SourceId {
    return this.#add(line * KINDS.length + KINDS.indexOf(kind), 1)
  }

  /** Notes the sources among these lines, the first of which is `next`. */
  addBlock(block: BlockLines): void {
    const { length } = block.layout.sources
    if (length > 0) this.#add(block, length)
  }

  #add(item: Source | number | BlockLines, sources: number): SourceId {
    const first = this.#next
    this.#items.push(item)
    this.#firsts.push(first)
    this.#next = first + sources
    return first
  }

  /** The number of the default that this sentence states, noted where it is new. */
  addDefault(text: string): SourceId {
    const known = this.#items.findIndex(
      (item) => isSource(item) && item.kind === 'default' && item.text === text,
    )
    return this.#firsts[known] ?? this.add({ kind: 'default', text })
  }

  /** All sources, in the order of their numbers. */
  all(): Source[] {
    return this.#items.flatMap((item) => {
      if (isSource(item)) return item
      if (typeof item === 'number') return this.#line(kindIn(item), lineIn(item))
      return item.layout.sources.map((below) => this.#line('written', item.line + below))
    })
  }

  /** The source of this number. */
  at(id: SourceId): Source | undefined {
    const item = this.#items[this.#placeOf(id)]
    if (item === undefined || isSource(item)) return item
    const line = this.lineOf(id)
    return line === undefined
      ? undefined
      : this.#line(typeof item === 'number' ? kindIn(item) : 'written', line)
  }

  /** The line of the file that the source of this number is; undefined for one that is no line. */
  lineOf(id: SourceId): number | undefined {
    const item = this.#items[this.#placeOf(id)]
    if (item === undefined) return undefined
    if (typeof item === 'number') return lineIn(item)
    if (isSource(item)) return item.line
    const below = item.layout.sources[id - item.firstSource]
    return below === undefined ? undefined : item.line + below
  }

  /** The place of the item that holds the source of this number: the last whose first source is none after it. */
  #placeOf(id: SourceId): number {
    let low = 0
    let high = this.#firsts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#firsts[middle] ?? 0) > id) high = middle
      else low = middle + 1
    }
    return low - 1
  }

  /** The text of a line is cut out when it is asked for. */
  #line(kind: LineKind, line: number): Source {
    const lineText = this.#lineText
    return {
      kind,
      file: this.#file,
      line,
      get text() {
        return lineText(line)
      },
    }
  }
}

function isSource(item: Source | number | BlockLines): item is Source {
  return typeof item === 'object' && 'kind' in item
}

function kindIn(item: number): LineKind {
  return KINDS[item % KINDS.length] ?? 'written'
}

function lineIn(item: number): number {
  return Math.floor(item / KINDS.length)
}
