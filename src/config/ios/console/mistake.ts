import type { Match } from '../../command-tree.ts'
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

/** What is said of a line that is no command: in our words, since the device's are not settled (facts D3). */
export function sayMistake({ why, at }: Mistake, width: number): ScreenLine[] {
  const pointer = why === 'unknown' ? caret(width, at) : []
  return [...pointer, ...say('ours', WORDS[why])]
}
