import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { COMMANDS } from '../commands/index.ts'
import { keyCaption } from '../tui/keys/key-caption.ts'
import { type ActionId, KEY_TABLE } from '../tui/keys/key-table.ts'
import { keyWords } from '../words/keys.ts'

/** Parts of the README that are made from something else, each between two marks of its name. */
export type Parts = Readonly<Record<string, string>>

/** The keys of the full screen as a Markdown table, from the table that the program itself reads. */
export function keyTable(): string {
  const rows = (Object.keys(KEY_TABLE) as ActionId[]).map((id) => {
    const keys = KEY_TABLE[id].keys.map((key) => `\`${keyCaption(key)}\``)
    return `| ${keys.join(' ')} | ${keyWords[id].help} |`
  })
  return ['| keys | what they do |', '| --- | --- |', ...rows].join('\n')
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

/** The help of every command, as the program prints it. */
export function commandHelp(): string {
  return COMMANDS.map(({ name, usage }) => `### vlan-dojo ${name}\n\n\`\`\`text\n${usage}\`\`\``).join('\n\n')
}

/** What is made for the README of the project at `root`, a folder's URL. */
export function readmeParts(root: URL): Parts {
  const film = readFileSync(new URL('test/golden/screens/double-tagging-80x24.txt', root), 'utf8')
  return { film: `\`\`\`text\n${film}\`\`\``, commands: commandHelp(), keys: keyTable() }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = new URL('../../', import.meta.url)
  const path = new URL('README.md', root)
  writeFileSync(path, withParts(readFileSync(path, 'utf8'), readmeParts(root)))
}
