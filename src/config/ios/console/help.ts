import type { ArgumentKind, ArgumentTypes } from '../../command.ts'
import { type CommandNode, type Undo, undoMeant } from '../../command-tree.ts'
import { isRange, numberRange } from '../../number-range.ts'
import { isQuiet } from '../../quiet.ts'
import { filterHelp } from './output-filter.ts'
import { namesInterface, type Place, placesOf, typedWords } from './places.ts'
import { type ScreenLine, say } from './screen.ts'

/** How a device shows what kind of argument may stand next. */
const PLACEHOLDERS: Readonly<Record<keyof ArgumentTypes, readonly [shown: string, help: string]>> = {
  vlan: ['<1-4094>', 'VLAN ID'],
  vlans: ['WORD', 'VLAN IDs: 10,20-24'],
  number: ['<number>', 'A number'],
  word: ['WORD', 'A word'],
  text: ['LINE', 'Anything up to the end of the line'],
  port: ['INTERFACE', 'A port: Gi0/1'],
}

function placeholder(kind: ArgumentKind): readonly [shown: string, help: string] {
  if (!isRange(kind)) return PLACEHOLDERS[kind]
  const { from, to, step } = numberRange(kind)
  return [`<${from}-${to}>`, step === 1 ? 'A number' : `A multiple of ${step}`]
}

/** Width of the list of words that are taken without an effect. */
const WIDTH = 78

/** What a line is asked about: the trees whose commands it may hold, and whether `no` may stand before one. */
export type Asked = {
  readonly trees: readonly CommandNode[]
  readonly line: string
  readonly configures: boolean
  /** The kinds of interfaces that may be named, with what they are. */
  readonly interfaces: Readonly<Record<string, string>>
}

/** What `?` shows at the end of a line: what may stand next, or how the word that is being typed may go on. */
export function helpAt({ trees, line, configures, interfaces }: Asked): ScreenLine[] {
  const filters = configures ? null : filterHelp(line)
  if (filters) return say('help', ...table(filters))
  const { before, partial } = typedWords(line)
  const isBlank = partial === '' && leadsNowhere(before, configures)
  const places = placesOf(isBlank ? trees.slice(0, 1) : trees, before)
  if (places.length === 0)
    return say('ours', 'The words before this are no command, so that nothing can follow them.')
  const words = wordsAt(places, partial)
  for (const [word, node] of Object.entries(configures && before.length === 0 ? UNDO : {})) {
    if (word.startsWith(partial.toLowerCase()) && !words.has(word)) words.set(word, node)
  }
  const telling = [...words].filter(([, node]) => matters(node))
  const quiet = [...words].filter(([, node]) => !matters(node)).map(([word]) => word)
  const others = partial === '' ? argumentsAt(places, interfaces) : []
  const entries = [
    ...telling
      .map(([word, node]): [string, string] => [word, helpOf(node)])
      .sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    ...others,
  ]
  const isOpen = places.some(({ node }) => node.open !== null)
  if (entries.length === 0 && quiet.length === 0) {
    return say(
      'ours',
      isOpen ? 'Anything may follow here; it has no effect.' : `No command goes on with "${partial}" here.`,
    )
  }
  const outer = isBlank && trees.length > 1 ? [OUTER] : []
  return [...say('help', ...table(entries)), ...say('ours', ...alsoTaken(quiet), ...outer)]
}

/** As on the device, the list of a mode does not repeat the global commands that it takes. */
const OUTER = 'Global commands are taken here too, and lead out of this mode.'

function wordsAt(places: readonly Place[], partial: string): Map<string, CommandNode> {
  const found = new Map<string, CommandNode>()
  for (const { node, undo } of places) {
    for (const [word, child] of node.words) {
      if (undo && WAYS.includes(word)) continue
      if (word.startsWith(partial.toLowerCase()) && !found.has(word)) found.set(word, child)
    }
  }
  return found
}

/** Whether the words before the one that is typed choose nothing yet: none, or `no` alone. */
function leadsNowhere([first, ...more]: readonly string[], configures: boolean): boolean {
  if (first === undefined) return true
  return configures && more.length === 0 && undoMeant(first.toLowerCase()) !== null
}

function leading(help: string): CommandNode {
  return { words: new Map(), arguments: [], command: null, undone: null, open: null, help }
}

/** What may stand before a command of configuration. */
const UNDO: Readonly<Record<Undo, CommandNode>> = {
  no: leading('Take a command back'),
  default: leading('Take a setting, or with "interface" a port, back to its defaults'),
}

/** Ways between modes: nothing to take back. */
const WAYS = ['do', 'end', 'exit']

function argumentsAt(places: readonly Place[], interfaces: Asked['interfaces']): [string, string][] {
  const shown = new Map<string, string>()
  let isComplete = false
  for (const { node, undo } of places) {
    for (const argument of node.arguments) {
      if (namesInterface(argument.node)) for (const each of Object.entries(interfaces)) shown.set(...each)
      else shown.set(...placeholder(argument.kind))
    }
    isComplete ||= node.command !== null || (undo && node.undone !== null)
  }
  return [...shown, ...(isComplete ? [['<cr>', ''] satisfies [string, string]] : [])]
}

/** Whether a word leads to anything that is simulated or could matter. */
function matters(node: CommandNode): boolean {
  if (Object.values(UNDO).includes(node)) return true
  const own = [node.command, node.open, node.undone]
  if (own.some((command) => command !== null && !isQuiet(command))) return true
  return [...node.words.values()].some(matters) || node.arguments.some((argument) => matters(argument.node))
}

function helpOf(node: CommandNode): string {
  if (node.help !== '') return node.help
  const next = [...node.words.values(), ...node.arguments.map((argument) => argument.node)][0]
  return next ? helpOf(next) : ''
}

function table(entries: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...entries.map(([word]) => word.length), 0)
  return entries.map(([word, help]) => `  ${word.padEnd(width)}  ${help}`.trimEnd())
}

/** More words than these without an effect are counted, not listed. */
const MOST_LISTED = 60

function alsoTaken(quiet: readonly string[]): string[] {
  if (quiet.length === 0) return []
  if (quiet.length > MOST_LISTED) {
    return [
      `A real switch also has ${quiet.length} other words here, and nothing of them is simulated. A letter and "?" right after it lists those that begin so.`,
    ]
  }
  const lines: string[] = []
  let line = 'A real switch also has, and nothing of it is simulated here:'
  for (const word of [...quiet].sort()) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = ' '
    }
    line += ` ${word}`
  }
  return [...lines, line]
}
