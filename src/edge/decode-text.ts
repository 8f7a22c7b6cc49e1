/** Characters looked at to tell text from a program or an archive. */
const SAMPLE = 64 * 1024

/** Share of characters no text has, from which on bytes are not text. Random bytes have about a half; captures of consoles a few. */
const STRANGE_SHARE = 0.1

/**
 * The text that bytes hold: UTF-16 with its mark or without, else UTF-8, where bytes that are none become U+FFFD. The mark is
 * left out. Null for what is not text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  const sample = text.slice(0, SAMPLE)
  const strange = sample.match(STRANGE)?.length ?? 0
  return strange > sample.length * STRANGE_SHARE ? null : text
}

/** Control characters but for those that editors, pagers and consoles leave in text; and what stands for undecodable bytes. */
const STRANGE = /[\u0000-\u0006\u000e-\u001a\u001c-\u001f\ufffd]/g

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 1024)
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  // Latin letters in UTF-16 have a zero beside each of them, always on the same side.
  if (odd > sample.length / 4 && even === 0) return 'utf-16le'
  if (even > sample.length / 4 && odd === 0) return 'utf-16be'
  return 'utf-8'
}
