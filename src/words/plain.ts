import { PLAIN_WORDS } from './english/plain.ts'

/** What only the plain face says, in the language of the person. */
export const plainWords: typeof PLAIN_WORDS = PLAIN_WORDS
