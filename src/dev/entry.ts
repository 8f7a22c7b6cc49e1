/** The import that brings a member of a list, and the member itself as it stands in the list. */
export type Entry = {
  /** Name in code. */
  readonly name: string
  /** The member's file, from the list's folder: `./access-unused.ts`. */
  readonly from: string
  /** The key it stands under, where the list is a table by id. */
  readonly id: string
}

/** Whether a list, as the text of its file, names this member. */
export function isListed(list: string, { name }: Entry): boolean {
  return new RegExp(`\\b${name}\\b`).test(list)
}

/** The text of a list's file with this member at the end of the list. Throws where the text holds no list we can extend. */
export function withEntry(list: string, entry: Entry): string {
  const { name, from, id } = entry
  const closing = /^(export const [A-Z_]+(?:: [^=]+)? = )([[{])([\s\S]*?)\n?([\]}])(?=\n| as const)/m
  const match = closing.exec(list)
  if (!match) throw new Error('There is no list to put it in.')
  const [whole, head = '', open = '', members = '', close = ''] = match
  const member = open === '{' ? (id === name ? name : `'${id}': ${name}`) : name
  const rest = members.trim().replace(/,$/, '')
  const changed = `${head}${open}${rest ? `${rest}, ` : ''}${member}${close}`
  return `import { ${name} } from '${from}'\n${list.replace(whole, () => changed)}`
}
