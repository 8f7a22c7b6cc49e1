import { type CommandNode, lineWords, readArgument, undoMeant, wordsMeant } from '../../command-tree.ts'

/** A place in the trees of commands: what may stand next. */
export type Place = {
  readonly node: CommandNode
  /** After `no` or `default`: the line may end where arguments would follow. */
  readonly undo: boolean
}

/** Where these words lead in one tree; null where they lead nowhere, or to several places. */
function placeIn(root: CommandNode, words: readonly string[]): Place | null {
  const [first = ''] = words
  const undo = undoMeant(first.toLowerCase()) !== null && !root.words.has(first.toLowerCase())
  let node: CommandNode | null = root
  for (const word of undo ? words.slice(1) : words) {
    node = node && step(node, word)
  }
  return node && { node, undo }
}

function step(node: CommandNode, word: string): CommandNode | null {
  const meant = wordsMeant(node, word)
  if (meant.length > 1) return null
  const [next] = meant
  if (next) return next[1]
  for (const argument of node.arguments) {
    if (argument.kind === 'text' || readArgument(argument.kind, word) !== null) return argument.node
  }
  return null
}

/** Whether an argument that ends here is the name of an interface: `interface` takes any text for one. */
export function namesInterface({ command }: CommandNode): boolean {
  return command?.syntax.startsWith('interface ') ?? false
}

/** The words before the one that is being typed, and that one, which may be empty. */
export function typedWords(line: string): { readonly before: readonly string[]; readonly partial: string } {
  const words = lineWords(line).map(({ text }) => text)
  const partial = /[ \t]$/.test(line) || line === '' ? '' : (words.pop() ?? '')
  return { before: words, partial }
}

/**
 * Where a line leads in the trees of a mode, nearest first. A word of an outer tree that an inner one has too is the inner one's, so
 * that only the first tree that knows the words counts once there are any.
 */
export function placesOf(trees: readonly CommandNode[], before: readonly string[]): Place[] {
  const places = trees.map((tree) => placeIn(tree, before)).filter((place) => place !== null)
  const own = before.length === (places[0]?.undo ? 1 : 0)
  return own ? places : places.slice(0, 1)
}

/**
 * The line with every shortened word of a command in full: `sw mo acc` is `switchport mode access`. What is no word of a command, and
 * everything after it that takes the rest of the line, stays as it was typed.
 */
export function expanded(trees: readonly CommandNode[], line: string): string {
  const words = lineWords(line)
  const [first] = words
  if (!first) return line
  const undo = undoMeant(first.text.toLowerCase())
  const start = undo ? 1 : 0
  let node =
    trees.find(
      (tree) =>
        placeIn(
          tree,
          words.slice(start, start + 1).map(({ text }) => text),
        ) !== null,
    ) ?? null
  const full: string[] = undo ? [undo] : []
  for (const word of words.slice(start)) {
    const meant: ReturnType<typeof wordsMeant> = node ? wordsMeant(node, word.text) : []
    const [next] = meant
    if (!node || (!next && node.arguments.some(({ kind }) => kind === 'text'))) {
      return [...full, line.slice(word.at)].join(' ')
    }
    full.push(next && meant.length === 1 ? next[0] : word.text)
    node = step(node, word.text)
  }
  return full.join(' ')
}
