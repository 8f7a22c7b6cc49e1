import stringWidth, { type Options } from 'string-width'

/** Characters that take one cell each and join with none: ASCII, boxes and blocks, and the marks that our pictures use. */
const NARROW = /^[ -~─-▟■▲▶▼◀◆◇○●◉►✓✗…·←→↑↓]*$/

/** Whether each character of the text is a cell of its own. */
export function isNarrow(text: string): boolean {
  return NARROW.test(text)
}

/**
 * Cells a text takes, as `string-width` says, which looks at every character for what it may join with; our own pictures hold
 * nothing that joins. The build puts this in the place of `string-width` for Ink too, which asks it of each text in each picture.
 */
export default function textWidth(text: string, options?: Options): number {
  return options === undefined && isNarrow(text) ? text.length : stringWidth(text, options)
}
