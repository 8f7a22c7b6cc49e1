import { PLAYER_WORDS } from './english/player.ts'

/** What stands around a film, in the language of the person. */
export const playerWords: typeof PLAYER_WORDS = PLAYER_WORDS
