import { CHECK_WORDS } from './english/check-screen.ts'

/** What the screens of a checklist say, in the language of the person. */
export const checkWords: typeof CHECK_WORDS = CHECK_WORDS
