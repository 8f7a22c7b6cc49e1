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
  readonly #lineText: (line: number) => Pick<Source, 'text'> & { readonly file: string }

  /** Sources that go on after `before`. `lineText` gives the file and the text of a line noted with `addLine`. */
  constructor(
    before: readonly Source[],
    lineText: (line: number) => Pick<Source, 'text'> & { readonly file: string } = () => ({
      file: '',
      text: '',
    }),
  ) {
    this.#items = [...before]
    this.#lineText = lineText
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

  /** All sources, in the order of their numbers. The text of a line is cut out when it is asked for. */
  all(): Source[] {
    const lineText = this.#lineText
    let file: string | null = null
    return this.#items.map((item) => {
      if (typeof item !== 'number') return item
      const line = Math.floor(item / KINDS.length)
      const kind = KINDS[item % KINDS.length] ?? 'written'
      file ??= lineText(line).file
      return {
        kind,
        file,
        line,
        get text() {
          return lineText(line).text
        },
      }
    })
  }
}
