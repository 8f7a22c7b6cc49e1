import type { ArgumentKind } from '../../command.ts'
import { type CommandNode, lineWords, type Match } from '../../command-tree.ts'
import { isRange, numberRange } from '../../number-range.ts'
import { placesOf } from './places.ts'
import { type ScreenLine, say } from './screen.ts'

/** Why a line is no command, as a match tells it or with an index in the line. */
export type Mistake = Extract<Match, { found: false }>

/** The caret under the word that does not fit, `width` being what stands before the line on the screen. */
export function caret(width: number, at: number): ScreenLine[] {
  return say('device', `${' '.repeat(width + at)}^`)
}

const WORDS: Readonly<Record<Mistake['why'], string>> = {
  incomplete: 'The command is not complete. Type a blank and "?" to see what may follow.',
  ambiguous: 'This word is the beginning of several commands. Type "?" right after it to see which.',
  unknown: 'There is no such word here. Type "?" in its place to see what may stand there.',
}

/** What is said of a number that is none that fits; what else is not known of a device's own wording (facts D4). */
const NUMBERS: Readonly<Partial<Record<ArgumentKind, string>>> = {
  vlan: 'A VLAN ID is a number from 1 to 4094.',
  vlans: 'A list of VLANs is IDs from 1 to 4094, the lower first in a range, and no blanks: 10,20-24.',
}

function wanted(kind: ArgumentKind): string | undefined {
  if (!isRange(kind)) return NUMBERS[kind]
  const { from, to, step } = numberRange(kind)
  return `The number is ${step === 1 ? '' : `a multiple of ${step}, `}from ${from} to ${to}.`
}

/** A line that is no command, and what it might have been. */
export type Mistaken = {
  readonly mistake: Mistake
  readonly trees: readonly CommandNode[]
  readonly line: string
}

/** What is said of a line that is no command: in our words, since the device's are not settled (facts D3). */
export function sayMistake({ mistake, trees, line }: Mistaken, width: number): ScreenLine[] {
  const { why, at } = mistake
  if (why !== 'unknown') return say('ours', WORDS[why])
  return [...caret(width, at), ...say('ours', numberWanted(trees, line, at) ?? WORDS.unknown)]
}

function numberWanted(trees: readonly CommandNode[], line: string, at: number): string | null {
  if (!/^[\d,-]/.test(line.slice(at))) return null
  const before = lineWords(line.slice(0, at)).map(({ text }) => text)
  const kinds = placesOf(trees, before).flatMap(({ node }) => node.arguments.map(({ kind }) => kind))
  return kinds.map(wanted).find((sentence) => sentence !== undefined) ?? null
}
