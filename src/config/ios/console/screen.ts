import type { Answer } from '../../command.ts'
import type { Shown } from '../show/index.ts'

/**
 * Whose words a line on the console's screen is: `typed` is the prompt and what was typed; `device` is the text a device prints;
 * `log` a message it logs; `help` a list in the device's layout with explanations of ours; `ours` is said by the program, of what it
 * does not simulate or where the device's wording is not known.
 */
export type Voice = 'typed' | 'device' | 'log' | 'help' | 'ours'

/** A line on the console's screen. */
export type ScreenLine = { readonly voice: Voice; readonly text: string }

/** Characters that a name in a configuration may hold and a terminal must not get. */
const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu

/** Lines in one voice; control characters stand as dots. */
export function say(voice: Voice, ...texts: readonly string[]): ScreenLine[] {
  return texts.map((text) => ({ voice, text: text.replace(CONTROL, '.') }))
}

/** What a device answers to a command: in its own voice where the text is settled, else in ours. */
export function sayAnswer({ text, exact }: Answer): ScreenLine[] {
  return say(exact ? 'device' : 'ours', ...text.split('\n'))
}

/** What a show command prints, and what has to be said besides. */
export function sayShown({ lines, notes }: Shown): ScreenLine[] {
  return [...say('device', ...lines), ...say('ours', ...notes)]
}

/** A line as plain text: what is ours is marked, so that nobody takes it for a device's words. */
export function plainLine({ voice, text }: ScreenLine): string {
  return voice === 'ours' ? `[vlan-dojo] ${text}` : text
}
