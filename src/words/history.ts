import { HISTORY_WORDS } from './english/history.ts'

/** What is said of a draft's history, in the language of the person. */
export const historyWords: typeof HISTORY_WORDS = HISTORY_WORDS
