import { type Hex, hexOf } from './frame.ts'

/** A text as bytes, one a character; what stands above the 255th character keeps its low byte. */
export function textToHex(text: string): Hex {
  return [...text].map((character) => hexOf(character.charCodeAt(0) & 0xff, 1)).join('')
}

/** Bytes as a text, one character each. */
export function hexToText(hex: Hex): string {
  return hex.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)))
}
