import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { ContentProblem, type Place } from './problem.ts'

/** A value in a YAML block that knows its line, and throws `ContentProblem` with the remedy where it is not what was asked for. */
export class YamlValue {
  readonly place: Place
  /** How the value is called in messages: `options.2.text`. */
  readonly path: string
  readonly #node: Node | null
  readonly #lineOf: (node: Node | null) => number

  private constructor(place: Place, path: string, node: Node | null, lineOf: (node: Node | null) => number) {
    this.place = { file: place.file, line: lineOf(node) }
    this.path = path
    this.#node = node
    this.#lineOf = lineOf
  }

  /** Reads YAML 1.2; `place` is the place of the first line. */
  static read(place: Place, text: string, path: string): YamlValue {
    const counter = new LineCounter()
    const document = parseDocument(text, { version: '1.2', lineCounter: counter, prettyErrors: false })
    const lineAt = (offset: number) => place.line + counter.linePos(offset).line - 1
    const [error] = document.errors
    if (error) {
      const line = lineAt(error.pos[0])
      throw new ContentProblem(
        { ...place, line },
        `This is not YAML: ${error.message.replace(/\.$/, '')}. Mend the indentation or quote the text.`,
      )
    }
    const lineOf = (node: Node | null) => (node?.range ? lineAt(node.range[0]) : place.line)
    return new YamlValue(place, path, document.contents as Node | null, lineOf)
  }

  /** The problem that this value is, for the caller to throw. */
  problem(message: string): ContentProblem {
    return new ContentProblem(this.place, this.path === '' ? message : `${this.path}: ${message}`)
  }

  #child(node: unknown, name: string | number): YamlValue {
    const path = this.path === '' ? `${name}` : `${this.path}.${name}`
    return new YamlValue(this.place, path, (node ?? null) as Node | null, this.#lineOf)
  }

  get isText(): boolean {
    return isScalar(this.#node) && typeof this.#node.value === 'string'
  }

  get isMap(): boolean {
    return isMap(this.#node)
  }

  get isList(): boolean {
    return isSeq(this.#node)
  }

  /** The entries of a map in the order of the file. */
  entries(): [string, YamlValue][] {
    if (!isMap(this.#node)) throw this.problem('expected fields, each as "name: value".')
    return this.#node.items.map((pair) => {
      const key = isScalar(pair.key) ? String(pair.key.value) : String(pair.key)
      return [key, this.#child(pair.value, key)]
    })
  }

  /** The fields of a map, of which the first must be there, the second may be, and no other may. */
  fields<R extends string, O extends string = never>(
    required: readonly R[],
    optional: readonly O[] = [],
  ): Record<R, YamlValue> & Partial<Record<O, YamlValue>> {
    const entries = this.entries()
    const known: readonly string[] = [...required, ...optional]
    const stray = entries.find(([key]) => !known.includes(key))
    if (stray)
      throw stray[1].problem(`there is no field "${stray[0]}" here. Known fields: ${known.join(', ')}.`)
    const missing = required.find((name) => !entries.some(([key]) => key === name))
    if (missing) throw this.problem(`the field "${missing}" is missing. Add "${missing}: ...".`)
    return Object.fromEntries(entries) as Record<R, YamlValue> & Partial<Record<O, YamlValue>>
  }

  /** A list's values; a single value counts as a list of one. */
  list(): YamlValue[] {
    if (!isSeq(this.#node)) return [this]
    return this.#node.items.map((item, index) => this.#child(item, index + 1))
  }

  /** Text that is not empty, outer white space cut off. */
  text(): string {
    const value = isScalar(this.#node) ? this.#node.value : undefined
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
    if (text === '') throw this.problem('expected text.')
    return text
  }

  /** Text of several lines: line breaks and the indentation of lines are kept. */
  block(): string {
    const value = isScalar(this.#node) ? this.#node.value : undefined
    if (typeof value !== 'string' || value.trim() === '')
      throw this.problem('expected lines. Write "|" and indent them below.')
    return value.replace(/\s+$/, '')
  }

  /** The line in the file at which a value of several lines begins. */
  get blockLine(): number {
    const isLiteral =
      isScalar(this.#node) && (this.#node.type === 'BLOCK_LITERAL' || this.#node.type === 'BLOCK_FOLDED')
    return this.place.line + (isLiteral ? 1 : 0)
  }

  /** A whole number. */
  number(): number {
    const value = isScalar(this.#node) ? this.#node.value : undefined
    if (typeof value !== 'number' || !Number.isInteger(value)) throw this.problem('expected a whole number.')
    return value
  }

  /** One of these words. */
  oneOf<T extends string>(words: readonly T[]): T {
    const text = this.text()
    const found = words.find((word) => word === text)
    if (found === undefined)
      throw this.problem(`"${text}" is not known here. Choose one of ${words.join(', ')}.`)
    return found
  }

  /** True or false. */
  flag(): boolean {
    const value = isScalar(this.#node) ? this.#node.value : undefined
    if (typeof value !== 'boolean') throw this.problem('expected true or false.')
    return value
  }
}
