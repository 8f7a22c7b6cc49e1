import { inLine, printable } from '../words/printable.ts'

/** Text that Markdown takes for nothing but text. */
export function plain(text: string): string {
  return inLine(text)
    .replace(/[\\`*_[\]<>~|&]/g, '\\$&')
    .replace(/^([-+#]|\d+(?=\.))/, '\\$1')
}

/** Text in a fence of more backticks than any that stand in it. */
export function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$/.test(text) ? ' ' : ''
  return `${fence}${pad}${inLine(text)}${pad}${fence}`
}

/** Lines as they are to be typed, in a fence. */
export function block(lines: readonly string[]): string[] {
  return lines.length > 0 ? ['```', ...lines.map(printable), '```', ''] : []
}

/** A list under its title. */
export function list(title: string, sentences: readonly string[]): string[] {
  return sentences.length > 0 ? [title, '', ...sentences.map((each) => `- ${plain(each)}`), ''] : []
}
