import { KEY_WORDS, OFF_WORDS } from './english/keys.ts'

/** The words of each action of the full screen, in the language of the person. */
export const keyWords: typeof KEY_WORDS = KEY_WORDS

/** Why a key is off, in the language of the person. */
export const offWords: typeof OFF_WORDS = OFF_WORDS
