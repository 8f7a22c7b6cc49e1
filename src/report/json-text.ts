/**
 * A value as JSON that is safe on a terminal too: what JSON leaves as it is and a terminal may act on (DEL, C1, marks of
 * direction, separators) stands as an escape. `indent` as for `JSON.stringify`.
 */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    LEFT_RAW,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** What `JSON.stringify` does not escape: C0 characters are its own business already. */
const LEFT_RAW = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g
