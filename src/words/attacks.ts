import { ATTACK_NAMES, gainsInWords } from './english/attacks.ts'

/** The attacks as people call them, in the language of the person. */
export const attackNames: typeof ATTACK_NAMES = ATTACK_NAMES

/** What an attacker got in this VLAN, as a sentence without its subject. */
export const gainsSaid: typeof gainsInWords = gainsInWords
