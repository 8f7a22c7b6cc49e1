import { CONSOLE_WORDS } from './english/console.ts'

/** What stands around the console, in the language of the person. */
export const consoleWords: typeof CONSOLE_WORDS = CONSOLE_WORDS
