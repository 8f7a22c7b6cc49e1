import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type ActionId, KEY_TABLE } from '../tui/keys/key-table.ts'

/** Parts of the README that are made from something else, each between two marks of its name. */
export type Parts = Readonly<Record<string, string>>

/** How keys are called on keyboards, where the table has another name. */
const ON_KEYBOARDS: Readonly<Record<string, string>> = {
  left: '←',
  right: '→',
  up: '↑',
  down: '↓',
  escape: 'Esc',
}

/** The keys of the full screen as a Markdown table, from the table that the program itself reads. */
export function keyTable(): string {
  const rows = (Object.keys(KEY_TABLE) as ActionId[]).map((id) => {
    const { keys, help } = KEY_TABLE[id]
    return `| ${keys.map((key) => `\`${keyName(key)}\``).join(' ')} | ${help} |`
  })
  return ['| keys | what they do |', '| --- | --- |', ...rows].join('\n')
}

function keyName(key: string): string {
  const named = ON_KEYBOARDS[key]
  if (named !== undefined) return named
  const words = key.length > 1 && /^[a-z]/.test(key) ? key.split('-') : [key]
  return words.length === 1 && key.length === 1
    ? key
    : words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('-')
}

/** The text with each part put between its marks. Throws where a mark is missing. */
export function withParts(text: string, parts: Parts): string {
  return Object.entries(parts).reduce((whole, [name, part]) => {
    const [open, close] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
    const [start, end] = [whole.indexOf(open), whole.indexOf(close)]
    if (start < 0 || end < start) throw new Error(`There is no ${open} ... ${close}.`)
    return `${whole.slice(0, start + open.length)}\n${part}\n${whole.slice(end)}`
  }, text)
}

/** What is made for the README of the project at `root`, a folder's URL. */
export function readmeParts(root: URL): Parts {
  const film = readFileSync(new URL('test/golden/screens/double-tagging-80x24.txt', root), 'utf8')
  return { film: `\`\`\`text\n${film}\`\`\``, keys: keyTable() }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = new URL('../../', import.meta.url)
  const path = new URL('README.md', root)
  writeFileSync(path, withParts(readFileSync(path, 'utf8'), readmeParts(root)))
}
