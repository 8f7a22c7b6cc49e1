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

/** Words of a command as a shell cuts them: quotes and backslashes are taken off; a quote that is not closed ends with the line. */
export function shellWords(command: string): string[] {
  const words: string[] = []
  let word: string | null = null
  let quote = ''
  for (let at = 0; at < command.length; at++) {
    const char = command.charAt(at)
    if (quote !== '') {
      if (char === quote) quote = ''
      else if (char === '\\' && quote === '"' && at + 1 < command.length)
        word = (word ?? '') + command.charAt(++at)
      else word = (word ?? '') + char
    } else if (char === '"' || char === "'") {
      quote = char
      word ??= ''
    } else if (char === '\\' && at + 1 < command.length) {
      word = (word ?? '') + command.charAt(++at)
    } else if (char === ' ' || char === '\t') {
      if (word !== null) words.push(word)
      word = null
    } else {
      word = (word ?? '') + char
    }
  }
  if (word !== null) words.push(word)
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
