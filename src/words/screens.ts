import { SCREEN_WORDS } from './english/screens.ts'

/** What screens say, in the language of the person. */
export const screenWords: typeof SCREEN_WORDS = SCREEN_WORDS
