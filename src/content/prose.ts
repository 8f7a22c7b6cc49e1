/** A run of text in one style. */
export type Span = { readonly style: 'plain' | 'code' | 'strong'; readonly text: string }

/** A block of prose: what both faces know how to show. `line` is where it starts in its file. */
export type Block =
  | { readonly kind: 'paragraph'; readonly line: number; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'code'; readonly line: number; readonly lines: readonly string[] }

const MARKED = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\([^)]*\)/g

/** One line of Markdown as runs of text. Emphasis and links are plain text here: a terminal has no need of either. */
export function spansOf(markdown: string): Span[] {
  const spans: Span[] = []
  const plain = (text: string) => {
    const last = spans.at(-1)
    if (text === '') return
    if (last?.style === 'plain') spans[spans.length - 1] = { style: 'plain', text: last.text + text }
    else spans.push({ style: 'plain', text })
  }
  let at = 0
  for (const match of markdown.matchAll(MARKED)) {
    plain(markdown.slice(at, match.index))
    const [whole, code, strong, emphasis, link] = match
    if (code !== undefined) spans.push({ style: 'code', text: code })
    else if (strong !== undefined) spans.push({ style: 'strong', text: strong })
    else plain(emphasis ?? link ?? whole)
    at = match.index + whole.length
  }
  plain(markdown.slice(at))
  return spans
}

/** The text of runs without their styles. */
export function plainText(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join('')
}

/** A block as plain text: list items and code lines on lines of their own. */
export function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return plainText(block.spans)
    case 'list':
      return block.items.map(plainText).join('\n')
    case 'code':
      return block.lines.join('\n')
  }
}

/** A sentence of prose, the line its paragraph or item starts at, and whether a part of it is set as code. */
export type Sentence = { readonly text: string; readonly line: number; readonly hasCode: boolean }

/** Runs as Markdown again, as far as code is concerned. */
function marked(spans: readonly Span[]): string {
  return spans.map(({ style, text }) => (style === 'code' ? `\`${text}\`` : text)).join('')
}

/** The sentences of paragraphs and lists: cut behind a full stop, an exclamation or a question mark that a new sentence follows. */
export function sentencesOf(blocks: readonly Block[]): Sentence[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'code') return []
    const texts = block.kind === 'paragraph' ? [marked(block.spans)] : block.items.map(marked)
    return texts.flatMap((text) =>
      text.split(/(?<=[.?!])\s+(?=[A-Z0-9"`])/).map((sentence) => ({
        text: sentence.replace(/`/g, '').trim(),
        line: block.line,
        hasCode: sentence.includes('`'),
      })),
    )
  })
}
