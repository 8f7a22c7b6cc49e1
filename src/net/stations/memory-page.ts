import { type Hex, hexOf } from '../frame.ts'
import { hexToText, textToHex } from '../hex-text.ts'

/** A page of a guest's memory on its way to another host, as text that people can read in the picture. */
export type Page = { readonly number: number; readonly of: number; readonly text: string }

/** What a receiver makes of the bytes of a page. */
export type Received =
  | { readonly kind: 'page'; readonly page: Page }
  /** Bytes that only the two hosts can read. */
  | { readonly kind: 'sealed'; readonly number: number }
  /** Sealed bytes that were changed on the way. */
  | { readonly kind: 'broken'; readonly number: number }

const OPEN: Hex = '56504147'
const SEALED: Hex = '5650414d'
const HEADER_DIGITS = 20
const MARK_DIGITS = 16

/** A number that depends on every character, for the stand-in cipher below. */
function mixed(text: string): number {
  let sum = 0x811c9dc5
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193)
  return sum >>> 0
}

/** Stands for the real cipher: bytes that nobody without the key can read, and that do not survive a change (facts E3). */
function scrambled(hex: Hex, key: string, number: number): Hex {
  return hex.replace(/../g, (pair, at: number) =>
    hexOf(Number.parseInt(pair, 16) ^ (mixed(`${key}/${number}/${at}`) & 0xff), 1),
  )
}

function markOf(hex: Hex, key: string, number: number): Hex {
  return hexOf(mixed(`${key}:${number}:${hex}`), 4) + hexOf(mixed(`${hex}:${number}:${key}`), 4)
}

/** The bytes of a page: in the clear, or sealed with a key that both hosts have. */
export function encodePage({ number, of, text }: Page, key: string | null): Hex {
  const plain = textToHex(text)
  const header = `${hexOf(number, 2)}${hexOf(of, 2)}${hexOf(plain.length / 2, 2)}`
  if (key === null) return `${OPEN}${header}${plain}`
  const body = scrambled(plain, key, number)
  return `${SEALED}${header}${body}${markOf(body, key, number)}`
}

/** What these bytes are to a receiver with this key, or with none; `null` when they are no page. */
export function decodePage(hex: Hex, key: string | null): Received | null {
  const sealed = hex.startsWith(SEALED)
  if ((!sealed && !hex.startsWith(OPEN)) || hex.length < HEADER_DIGITS) return null
  const field = (at: number) => Number.parseInt(hex.slice(at, at + 4), 16)
  const [number, of, length] = [field(8), field(12), field(16)]
  const body = hex.slice(HEADER_DIGITS, HEADER_DIGITS + length * 2)
  if (body.length !== length * 2) return null
  if (!sealed) return { kind: 'page', page: { number, of, text: hexToText(body) } }
  if (key === null) return { kind: 'sealed', number }
  const mark = hex.slice(HEADER_DIGITS + length * 2, HEADER_DIGITS + length * 2 + MARK_DIGITS)
  if (mark !== markOf(body, key, number)) return { kind: 'broken', number }
  return { kind: 'page', page: { number, of, text: hexToText(scrambled(body, key, number)) } }
}

/** These bytes with another text in the page, cut or filled to the same length; sealed bytes are merely spoilt. */
export function changedPage(hex: Hex, text: string): Hex {
  const length = Number.parseInt(hex.slice(16, 20), 16)
  const changed = textToHex(text.slice(0, length).padEnd(length, ' '))
  return hex.slice(0, HEADER_DIGITS) + changed + hex.slice(HEADER_DIGITS + length * 2)
}
