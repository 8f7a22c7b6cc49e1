import { ContentProblem, type Place } from './problem.ts'
import { type Block, spansOf } from './prose.ts'

/** A fenced block with words behind its fence: something for the program. `line` is the first line inside it. */
export type Fence = {
  readonly place: Place
  /** The language, for code hosts: `yaml`, `ios`. */
  readonly language: string
  /** The words behind the language: `scene`, `film`, a switch's name. */
  readonly words: readonly string[]
  readonly text: string
}

/** A `## ` section: what stands in it, in the order of the file. */
export type Section = {
  readonly place: Place
  readonly title: string
  readonly blocks: readonly Block[]
  readonly fences: readonly Fence[]
}

/** A Markdown file taken apart. */
export type Document = {
  readonly place: Place
  /** The front matter's YAML, without its fences. */
  readonly front: { readonly place: Place; readonly text: string }
  readonly title: string
  readonly sections: readonly Section[]
}

const FENCE = /^```\s*(.*)$/

/** Walks the lines of a file, one construct after another. */
class Lines {
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

function frontMatter(lines: Lines): Document['front'] {
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

function fenced(lines: Lines): Fence {
  const opened = lines.place
  const [language = '', ...words] = (FENCE.exec(lines.take())?.[1] ?? '').trim().split(/\s+/)
  const { place } = lines
  const text = lines.takeTo(/^```\s*$/, opened, 'This fenced block is not closed. Add a line "```" below it.')
  return { place, language, words, text }
}

function paragraph(lines: Lines): Block {
  const { line } = lines.place
  const parts: string[] = []
  while (lines.line !== undefined && lines.line.trim() !== '' && !/^(#|```|[-*] |\d+\. )/.test(lines.line)) {
    parts.push(lines.take().trim())
  }
  return { kind: 'paragraph', line, spans: spansOf(parts.join(' ')) }
}

function list(lines: Lines): Block {
  const { line } = lines.place
  const items: string[] = []
  while (lines.line !== undefined && /^([-*] |\d+\. | {2,}\S)/.test(lines.line)) {
    const text = lines.take()
    if (/^\s/.test(text)) items[items.length - 1] = `${items.at(-1) ?? ''} ${text.trim()}`
    else items.push(text.replace(/^([-*]|\d+\.) /, '').trim())
  }
  return { kind: 'list', line, items: items.map(spansOf) }
}

/** Refuses what a terminal cannot show and a code host would. */
function refuseForeign(lines: Lines): void {
  const { line = '', place } = lines
  if (/^\s*[|<]/.test(line) || /^(>|!\[|={3,}|#{3,} )/.test(line)) {
    throw new ContentProblem(
      place,
      'Tables, HTML, quotes, pictures and deeper headings are not shown in a terminal. Use paragraphs, lists and fenced blocks.',
    )
  }
}

function section(lines: Lines): Section {
  const { place } = lines
  const title = lines.take().replace(/^## /, '').trim()
  const blocks: Block[] = []
  const fences: Fence[] = []
  while (lines.line !== undefined && !/^## /.test(lines.line)) {
    if (lines.line.trim() === '') lines.take()
    else if (FENCE.test(lines.line)) {
      const fence = fenced(lines)
      if (fence.words.length > 0) fences.push(fence)
      else blocks.push({ kind: 'code', line: fence.place.line, lines: fence.text.split('\n') })
    } else {
      refuseForeign(lines)
      blocks.push(/^([-*] |\d+\. )/.test(lines.line) ? list(lines) : paragraph(lines))
    }
  }
  return { place, title, blocks, fences }
}

/**
 * Takes a content file apart: front matter, a `# ` title, and `## ` sections of prose and fenced blocks. Throws `ContentProblem` at
 * the first construct that is not of this form.
 */
export function readMarkdown(file: string, text: string): Document {
  const lines = new Lines(file, text)
  const { place } = lines
  const front = frontMatter(lines)
  while (lines.line?.trim() === '') lines.take()
  const titleAt = lines.place
  const title = /^# (.+)$/.exec(lines.line ?? '')?.[1]
  if (!title) throw new ContentProblem(titleAt, 'A title must follow the front matter: a line "# Title".')
  lines.take()
  const sections: Section[] = []
  while (lines.line !== undefined) {
    if (lines.line.trim() === '') lines.take()
    else if (/^## /.test(lines.line)) sections.push(section(lines))
    else
      throw new ContentProblem(lines.place, 'Text must stand in a section. Put a line "## Heading" above it.')
  }
  if (sections.length === 0)
    throw new ContentProblem(titleAt, 'The file has no section. Add a line "## Heading" and text.')
  return { place, front, title: title.trim(), sections }
}
