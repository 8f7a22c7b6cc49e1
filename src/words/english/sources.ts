import type { Source } from '../../net/settings.ts'

/** Where a value comes from, as a sentence: the line as written, or the default that nobody wrote. */
export function sourceSentence(source: Source): string {
  const line =
    source.line === undefined ? '' : source.file ? `${source.file}:${source.line}` : `line ${source.line}`
  const text = source.text.trim()
  switch (source.kind) {
    case 'default':
      return `By default: ${text}`
    case 'assumed':
      return `Assumed: ${text}`
    case 'typed':
      return `Typed: ${text}`
    default:
      return line === '' ? text : `${line}: ${text}`
  }
}
