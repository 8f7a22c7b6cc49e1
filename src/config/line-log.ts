import type { LineReading, LineState, Touches } from './reading.ts'
import { blankSecrets } from './secrets.ts'

/** Longest line that is read as a command, in characters. A longer one is accounted for and not understood. */
export const LONGEST_COMMAND = 32_768
/** How much of a longer line is kept for showing. */
export const KEPT = 200

export const NOTHING: Touches = { what: 'nothing' }
export const WHOLE_SWITCH: Touches = { what: 'switch' }

/** The lines of a file as they are accounted for, one by one. */
export class LineLog {
  readonly lines: LineReading[] = []

  /** Accounts for a line. `mayHoldSecret` is false where the caller knows that it holds none. */
  note(line: number, text: string, state: LineState, touches: Touches, mayHoldSecret = true): void {
    const kept = text.length > LONGEST_COMMAND ? `${text.slice(0, KEPT)}...` : text
    this.lines.push({ line, text: mayHoldSecret ? blankSecrets(kept) : kept, state, touches })
  }
}
