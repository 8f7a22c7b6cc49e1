import { plainWords } from '../words/plain.ts'
import type { Answers } from './answers.ts'
import type { Page } from './page.ts'

/** What both ends of a conversation in lines are: where it is written, and where answers come from. */
export type Talk = { readonly page: Page; readonly answers: Answers }

/** The person leaves: `q`, or the end of the input. */
export const LEAVE = Symbol('leave')

/** Asks for a number within these bounds until one comes. */
export async function askNumber(
  { page, answers }: Talk,
  from: 0 | 1,
  most: number,
): Promise<number | typeof LEAVE> {
  page.say(from === 0 ? plainWords.numberOrZero(most) : plainWords.number(most))
  for (;;) {
    const line = await answers.line()
    if (line === null || /^q(uit)?$/i.test(line.trim())) return LEAVE
    const number = /^\d{1,4}$/.test(line.trim()) ? Number(line.trim()) : Number.NaN
    if (number >= from && number <= most) return number
    page.say(plainWords.notOne)
  }
}

/** Shows numbered choices and asks for one; gives its index. */
export async function askChoice(talk: Talk, texts: readonly string[]): Promise<number | typeof LEAVE> {
  talk.page.choices(texts)
  const number = await askNumber(talk, 1, texts.length)
  return number === LEAVE ? LEAVE : number - 1
}

/** Waits for Enter or one of these letters. Anything else counts as Enter. */
export async function askLetter<T extends string>(
  { page, answers }: Talk,
  prompt: string,
  letters: readonly T[],
): Promise<T | 'enter' | typeof LEAVE> {
  page.say(prompt)
  const line = await answers.line()
  if (line === null || /^q(uit)?$/i.test(line.trim())) return LEAVE
  return letters.find((letter) => letter === line.trim().toLowerCase()) ?? 'enter'
}

/** Asks for a line of text. */
export async function askLine({ page, answers }: Talk, prompt: string): Promise<string | typeof LEAVE> {
  page.say(prompt)
  const line = await answers.line()
  return line === null || /^q(uit)?$/i.test(line.trim()) ? LEAVE : line
}
