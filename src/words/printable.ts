/**
 * Text of unknown origin as it may stand on a terminal: control characters, which could move the cursor, colour the screen or
 * type for the user, stand as escapes (`\x1b`), and so do the marks that turn the direction of writing. Tabs stay.
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    const code = character.charCodeAt(0)
    return code < 0x100
      ? `\\x${code.toString(16).padStart(2, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`
  })
}

/** The same as it may stand within a line that is laid out: a tab would move what is behind it. */
export function inLine(text: string): string {
  return printable(text).replaceAll('\t', ' ')
}

/**
 * C0 but for the tab, DEL, C1, line and paragraph separators, marks and isolates of direction, the byte order mark, the two codes that
 * are no characters and break XML, lone surrogates.
 */
const UNPRINTABLE =
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu
