import { ContentProblem, type Place } from './problem.ts'
import { type Block, spansOf } from './prose.ts'
import { readHead, type TextLines } from './text-lines.ts'

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

function fenced(lines: TextLines): Fence {
  const opened = lines.place
  const [language = '', ...words] = (FENCE.exec(lines.take())?.[1] ?? '').trim().split(/\s+/)
  const { place } = lines
  const text = lines.takeTo(/^```\s*$/, opened, 'This fenced block is not closed. Add a line "```" below it.')
  return { place, language, words, text }
}

function paragraph(lines: TextLines): Block {
  const { line } = lines.place
  const parts: string[] = []
  while (lines.line !== undefined && lines.line.trim() !== '' && !/^(#|```|[-*] |\d+\. )/.test(lines.line)) {
    parts.push(lines.take().trim())
  }
  return { kind: 'paragraph', line, spans: spansOf(parts.join(' ')) }
}

function list(lines: TextLines): Block {
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
function refuseForeign(lines: TextLines): void {
  const { line = '', place } = lines
  if (/^\s*[|<]/.test(line) || /^(>|!\[|={3,}|#{3,} )/.test(line)) {
    throw new ContentProblem(
      place,
      'Tables, HTML, quotes, pictures and deeper headings are not shown in a terminal. Use paragraphs, lists and fenced blocks.',
    )
  }
}

function section(lines: TextLines): Section {
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
  const { lines, front, title, titleAt, place } = readHead(file, text)
  const sections: Section[] = []
  while (lines.line !== undefined) {
    if (lines.line.trim() === '') lines.take()
    else if (/^## /.test(lines.line)) sections.push(section(lines))
    else
      throw new ContentProblem(lines.place, 'Text must stand in a section. Put a line "## Heading" above it.')
  }
  if (sections.length === 0)
    throw new ContentProblem(titleAt, 'The file has no section. Add a line "## Heading" and text.')
  return { place, front, title, sections }
}
