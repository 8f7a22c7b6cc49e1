/** A line as a shell shows it: the prompt taken off. */
export type ShellLine = {
  /** Host name in the prompt, where it names one. */
  readonly host: string | null
  /** A prompt stood before the command: the line is what somebody typed, not what a tool printed. */
  readonly prompted: boolean
  /** What was typed, `sudo` taken off; empty for a prompt with nothing after it. */
  readonly command: string
}

/** `[root@esx1:~] `, `[root@kvm1 ~]# `: a prompt in brackets. */
const BRACKETS = /^\[(?:[\w.-]{1,64}@)?([\w.-]{1,64})[: ][^\]]{0,120}\][ \t]?[#$%]?[ \t]*/
/** `root@pve1:~# `, `admin@kvm:~$ `. */
const USER_AT_HOST = /^[\w.-]{1,64}@([\w.-]{1,64}):[^\s#$]{0,120}[#$](?:[ \t]+|$)/
/** `~ # `, `/vmfs/volumes # `, `# `, `$ `. */
const BARE = /^(?:[~/][^\s#$]{0,120}[ \t])?[#$](?:[ \t]+|$)/

const SUDO = /^sudo[ \t]+(?:-\S+[ \t]+){0,4}/

/** Takes prompt and `sudo` off a line. */
export function readShellLine(line: string): ShellLine {
  const text = line.trim()
  const named = BRACKETS.exec(text) ?? USER_AT_HOST.exec(text)
  const prompt = named ?? BARE.exec(text)
  const command = text.slice(prompt?.[0].length ?? 0).replace(SUDO, '')
  return { host: named?.[1] ?? null, prompted: prompt !== null, command }
}

/** Whether a text is a script: some command of these tools stands without a prompt, so that `#` begins a comment. */
export function isScript(text: string, tools: readonly string[]): boolean {
  return new RegExp(`^(?:sudo[ \\t]+)?(?:${tools.join('|')})[ \\t]`, 'm').test(text)
}

/** A command with its words, and whether a shell would put something else in the place of one: a variable, a command. */
export type ShellCommand = { readonly words: readonly string[]; readonly expands: boolean }

/** Words that end a command; what stands behind a redirection is no word of it either. */
const BETWEEN = new Set(['&&', '||', ';', '|', '&', 'do', 'then', 'else', 'done', 'fi'])
const REDIRECTION = /^\d?(?:>>?|<|>&\d|&>)/

/** The commands of a line, cut as a shell cuts them: quotes and backslashes are taken off, redirections left out. */
export function shellCommands(line: string): ShellCommand[] {
  const commands: { words: string[]; expands: boolean }[] = [{ words: [], expands: false }]
  let aimed = false
  for (const { text, bare, expands } of cut(line)) {
    const command = commands.at(-1)
    if (bare && BETWEEN.has(text)) {
      commands.push({ words: [], expands: false })
      aimed = false
    } else if (bare && REDIRECTION.test(text)) aimed = /[<>]$/.test(text)
    else if (aimed) aimed = false
    else if (command) {
      command.words.push(text)
      command.expands ||= expands
    }
  }
  return commands.filter(({ words }) => words.length > 0)
}

/** Words of a line as a shell cuts them. */
export function shellWords(line: string): string[] {
  return cut(line).map(({ text }) => text)
}

type Word = { text: string /** Without any quote. */; bare: boolean; expands: boolean }

/** Cuts a line at blanks and semicolons outside of quotes; a quote that is not closed ends with the line. */
function cut(line: string): Word[] {
  const words: Word[] = []
  let word: Word | null = null
  let quote = ''
  const put = (text: string, bare: boolean, expands = false) => {
    word ??= { text: '', bare: true, expands: false }
    word.text += text
    word.bare &&= bare
    word.expands ||= expands
  }
  const end = () => {
    if (word) words.push(word)
    word = null
  }
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at)
    const escapes = char === '\\' && quote !== "'" && at + 1 < line.length
    if (escapes) put(line.charAt(++at), false)
    else if (quote !== '' && char === quote) quote = ''
    else if (quote !== '') put(char, false, quote === '"' && /[$`]/.test(char))
    else if (char === '"' || char === "'") {
      quote = char
      put('', false)
    } else if (char === ' ' || char === '\t') end()
    else if (char === ';') {
      end()
      words.push({ text: ';', bare: true, expands: false })
    } else put(char, true, /[$`*]/.test(char))
  }
  end()
  return words
}

/** A word as it has to be typed, in single quotes where a shell would take something in it for its own. */
export function shellQuoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}

/** The value of an option in any of its forms: `-v X`, `--vswitch-name X`, `--vswitch-name=X`; null without it. */
export function optionValue(words: readonly string[], ...names: readonly string[]): string | null {
  for (const [index, word] of words.entries()) {
    for (const name of names) {
      if (word === name) return words[index + 1] ?? null
      if (name.startsWith('--') && word.startsWith(`${name}=`)) return word.slice(name.length + 1)
    }
  }
  return null
}
