import { ContentProblem, type Place } from './problem.ts'

/** Walks the lines of a file, one construct after another. */
export class TextLines {
  #at = 0
  readonly #lines: readonly string[]
  readonly #file: string

  constructor(file: string, text: string) {
    this.#file = file
    this.#lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  }

  get place(): Place {
    return { file: this.#file, line: this.#at + 1 }
  }

  get line(): string | undefined {
    return this.#lines[this.#at]
  }

  take(): string {
    return this.#lines[this.#at++] ?? ''
  }

  /** Lines up to one that matches, which is taken too; throws where the file ends first. */
  takeTo(end: RegExp, opened: Place, message: string): string {
    const from = this.#at
    while (this.line !== undefined && !end.test(this.line)) this.#at++
    if (this.line === undefined) throw new ContentProblem(opened, message)
    return this.#lines.slice(from, this.#at++).join('\n')
  }
}

/** What every content file begins with; `lines` stands behind it. */
export type Head = {
  readonly place: Place
  /** The front matter's YAML, without its fences. */
  readonly front: { readonly place: Place; readonly text: string }
  readonly title: string
  readonly titleAt: Place
  readonly lines: TextLines
}

function frontMatter(lines: TextLines): Head['front'] {
  const opened = lines.place
  if (lines.line !== '---') {
    throw new ContentProblem(
      opened,
      'The file must begin with front matter: a line "---", fields, and "---" again.',
    )
  }
  lines.take()
  const { place } = lines
  return {
    place,
    text: lines.takeTo(/^---$/, opened, 'The front matter is not closed. Add a line "---" below it.'),
  }
}

/** Reads front matter and the `# ` title. Throws `ContentProblem` where either is missing. */
export function readHead(file: string, text: string): Head {
  const lines = new TextLines(file, text)
  const { place } = lines
  const front = frontMatter(lines)
  while (lines.line?.trim() === '') lines.take()
  const titleAt = lines.place
  const title = /^# (.+)$/.exec(lines.line ?? '')?.[1]
  if (!title) throw new ContentProblem(titleAt, 'A title must follow the front matter: a line "# Title".')
  lines.take()
  return { place, front, title: title.trim(), titleAt, lines }
}
