/** A name in a text and where its line begins. */
export type NamedAt = { readonly at: number; readonly name: string }

/** Longest prompt that is looked at. */
const LONGEST = 80
const PROMPT = /^([A-Za-z0-9][\w.-]{0,62})[#>][ \t]*$/

/** The prompts in a text with a show command after them: where a recorded session names its device. */
export function sessionPrompts(text: string): NamedAt[] {
  const found: NamedAt[] = []
  for (const mark of ['#sh', '>sh', '# sh', '> sh']) {
    for (let hit = text.indexOf(mark); hit >= 0; hit = text.indexOf(mark, hit + 1)) {
      const at = text.lastIndexOf('\n', hit) + 1
      if (hit - at > LONGEST) continue
      const name = PROMPT.exec(text.slice(at, hit + 1))?.[1]
      if (name !== undefined) found.push({ at, name })
    }
  }
  return found.sort((a, b) => a.at - b.at)
}

/** Characters of a host name that a prompt shows. */
const SHOWN = 20

/** Whether two names are one device's: a prompt may show the beginning of a long host name only. */
export function sameDevice(a: string, b: string): boolean {
  return a === b || (a.length >= SHOWN && b.startsWith(a)) || (b.length >= SHOWN && a.startsWith(b))
}
