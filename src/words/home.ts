import { HOME_WORDS } from './english/home.ts'

/** What the first screen says, in the language of the person. */
export const homeWords: typeof HOME_WORDS = HOME_WORDS
