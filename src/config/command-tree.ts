import { LAST_VLAN } from '../net/vlan-set.ts'
import type { ArgumentKind, ArgumentValue, Command } from './command.ts'
import { isWithin, numberRange } from './number-range.ts'
import { readPortName } from './port-name.ts'
import type { LineState } from './reading.ts'
import { readVlanList } from './vlan-list.ts'

/** A point in a command line: what may stand next. */
export type CommandNode = {
  readonly words: Map<string, CommandNode>
  readonly arguments: { readonly kind: ArgumentKind; readonly node: CommandNode }[]
  /** The command that is complete here. */
  command: Command | null
  /** The command that `no` takes back when the line ends here, the arguments at its end left out. */
  undone: Command | null
  /** The command that takes anything from here on. */
  open: Command | null
  help: string
}

function newNode(): CommandNode {
  return { words: new Map(), arguments: [], command: null, undone: null, open: null, help: '' }
}

/** All commands of one mode as a tree of words. `groups` explains words that only lead to others: `switchport trunk`. */
export function commandTree(
  commands: readonly Command[],
  groups: Readonly<Record<string, string>> = {},
): CommandNode {
  const root = newNode()
  for (const command of commands) insert(root, command)
  for (const [path, help] of Object.entries(groups)) {
    let node: CommandNode | undefined = root
    for (const word of path.split(' ')) node = node?.words.get(word)
    if (node) node.help = help
  }
  return root
}

function insert(root: CommandNode, command: Command): void {
  let node = root
  const parts = command.syntax.split(' ')
  const lastWord = parts.findLastIndex((part) => kindOf(part) === null)
  for (const [at, part] of parts.entries()) {
    if (part === '...') {
      node.open = command
      break
    }
    node = child(node, part)
    if (at >= lastWord) node.undone ??= command
  }
  if (node.open !== command) node.command = command
  node.undone ??= command
  if (node.help === '') node.help = command.help
  if (command.undoLine) {
    const words = command.undoLine.split(' ').slice(1)
    words.reduce(child, root).undone = command
  }
}

/** What a part of a syntax takes, null for a word. */
function kindOf(part: string): ArgumentKind | null {
  return (/^<(.+)>$/.exec(part)?.[1] as ArgumentKind | undefined) ?? null
}

function child(node: CommandNode, part: string): CommandNode {
  const kind = kindOf(part)
  return kind === null ? childWord(node, part) : childArgument(node, kind)
}

function childWord(node: CommandNode, word: string): CommandNode {
  let next = node.words.get(word)
  if (!next) {
    next = newNode()
    node.words.set(word, next)
  }
  return next
}

function childArgument(node: CommandNode, kind: ArgumentKind): CommandNode {
  let next = node.arguments.find((each) => each.kind === kind)?.node
  if (!next) {
    next = newNode()
    node.arguments.push({ kind, node: next })
  }
  return next
}

/** The words that take a command back. */
export type Undo = 'no' | 'default'

/** What a line means: a command with its arguments, or where and why it means none. */
export type Match =
  | {
      readonly found: true
      readonly command: Command
      readonly args: readonly ArgumentValue[]
      /** After `no`, or after `default`. */
      readonly undo: Undo | null
    }
  | {
      readonly found: false
      readonly why: 'unknown' | 'ambiguous' | 'incomplete'
      /** Index in the line where the word stands that does not fit; the line's length where more is wanted. */
      readonly at: number
    }

/** The command that a line means. */
export type FoundCommand = Match & { readonly found: true }

/** The words of a line with where each begins. */
export type LineWord = { readonly text: string; readonly at: number }

/** Cuts a line into words at blanks. */
export function lineWords(line: string): LineWord[] {
  const words: LineWord[] = []
  for (const found of line.matchAll(/[^ \t]+/g)) words.push({ text: found[0], at: found.index })
  return words
}

/** The word nodes that a typed word means: itself, else all words it is the beginning of. */
export function wordsMeant(node: CommandNode, typed: string): [word: string, node: CommandNode][] {
  const lower = typed.toLowerCase()
  const exact = node.words.get(lower)
  if (exact) return [[lower, exact]]
  return [...node.words].filter(([word]) => word.startsWith(lower))
}

/**
 * The command a line means. Words may be shortened as long as they are the beginning of one known word only, as the device
 * allows it.
 */
export function matchLine(root: CommandNode, line: string): Match {
  const words = lineWords(line)
  const first = words[0]?.text.toLowerCase()
  const undo = first === undefined || words.length < 2 ? null : undoMeant(first)
  if (first !== undefined && root.words.has(first)) return walk(root, words, 0, [], line, null)
  return walk(root, words, undo ? 1 : 0, [], line, undo)
}

/** What the first word of a line says about the rest: `no`, or `default` and its beginnings. */
export function undoMeant(word: string): Undo | null {
  if (word === 'no') return 'no'
  return word.length > 2 && 'default'.startsWith(word) ? 'default' : null
}

/** What a command does under a port, as it stands or taken back. */
export function portEffect({ command, undo }: FoundCommand): Command['port'] {
  if (!undo) return command.port
  const takenBack = (undo === 'default' ? command.defaultPort : undefined) ?? command.noPort
  return takenBack as Command['port']
}

/** What became of a line that is this command: what is not simulated and is taken back cannot matter, unless the command says so. */
export function stateOf({ command, undo }: FoundCommand): LineState {
  const { state = 'modelled', undoState } = command
  if (!undo) return state
  return undoState ?? (state === 'unmodelled' ? 'harmless' : state)
}

function walk(
  node: CommandNode,
  words: readonly LineWord[],
  at: number,
  args: readonly ArgumentValue[],
  line: string,
  undo: Undo | null,
): Match {
  const word = words[at]
  if (!word) {
    const command = node.command ?? node.open ?? (undo ? node.undone : null)
    return command
      ? { found: true, command, args, undo }
      : { found: false, why: 'incomplete', at: line.length }
  }
  const meant = wordsMeant(node, word.text)
  if (meant.length > 1) return { found: false, why: 'ambiguous', at: word.at }
  const [next] = meant
  const byWord = next ? walk(next[1], words, at + 1, args, line, undo) : null
  if (byWord?.found) return byWord
  let failed: Match | null = byWord
  for (const { kind, node: child } of node.arguments) {
    const byArgument = walkArgument(kind, child, words, at, args, line, undo)
    if (byArgument?.found) return byArgument
    failed ??= byArgument
  }
  if (node.open) return { found: true, command: node.open, args, undo }
  return failed ?? { found: false, why: 'unknown', at: word.at }
}

function walkArgument(
  kind: ArgumentKind,
  node: CommandNode,
  words: readonly LineWord[],
  at: number,
  args: readonly ArgumentValue[],
  line: string,
  undo: Undo | null,
): Match | null {
  const word = words[at]
  if (!word) return null
  if (kind === 'text') {
    const text = line.slice(word.at).trimEnd()
    return walk(node, words, words.length, [...args, text], line, undo)
  }
  const value = readArgument(kind, word.text)
  return value === null ? null : walk(node, words, at + 1, [...args, value], line, undo)
}

/** The value of an argument as it is typed; null where the text is no such thing. */
export function readArgument(kind: ArgumentKind, text: string): ArgumentValue | null {
  switch (kind) {
    case 'vlan':
      return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= LAST_VLAN ? Number(text) : null
    case 'vlans':
      return readVlanList(text)
    case 'number':
      return /^\d{1,9}$/.test(text) ? Number(text) : null
    case 'port':
      return readPortName(text)
    case 'word':
    case 'text':
      return text
    default:
      return /^\d{1,9}$/.test(text) && isWithin(Number(text), numberRange(kind)) ? Number(text) : null
  }
}
