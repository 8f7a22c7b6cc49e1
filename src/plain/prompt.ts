import { plainWords } from '../words/plain.ts'
import type { Answers } from './answers.ts'
import type { Page } from './page.ts'

/** What both ends of a conversation in lines are: where it is written, and where answers come from. */
export type Talk = { readonly page: Page; readonly answers: Answers }

/** The person leaves: `q`, or the end of the input. */
export const LEAVE = Symbol('leave')

const isQuit = (line: string) => /^q(uit)?$/i.test(line.trim())

/** Asks for a number within these bounds until one comes. Enter alone takes the usual one, where there is one. */
export async function askNumber(
  { page, answers }: Talk,
  from: 0 | 1,
  most: number,
  usual: number | null = null,
): Promise<number | typeof LEAVE> {
  const prompt = usual === null ? plainWords.number(from, most) : plainWords.numberOrEnter(from, most, usual)
  page.say(prompt)
  for (;;) {
    const line = await answers.line()
    if (line === null || isQuit(line)) return LEAVE
    if (line.trim() === '' && usual !== null) return usual
    const number = /^\d{1,4}$/.test(line.trim()) ? Number(line.trim()) : Number.NaN
    if (number >= from && number <= most) return number
    page.say(`${plainWords.notOne} ${prompt}`)
  }
}

/** Shows numbered choices and asks for one; gives its index. `usual` is the index that Enter alone takes. */
export async function askChoice(
  talk: Talk,
  texts: readonly string[],
  usual = -1,
): Promise<number | typeof LEAVE> {
  talk.page.choices(texts)
  const number = await askNumber(talk, 1, texts.length, usual < 0 ? null : usual + 1)
  return number === LEAVE ? LEAVE : number - 1
}

/** Waits for Enter or one of these letters, and asks again for anything else. */
export async function askLetter<T extends string>(
  { page, answers }: Talk,
  prompt: string,
  letters: readonly T[],
): Promise<T | 'enter' | typeof LEAVE> {
  page.say(prompt)
  for (;;) {
    const line = await answers.line()
    if (line === null || isQuit(line)) return LEAVE
    const typed = line.trim().toLowerCase()
    const letter = typed === '' ? 'enter' : letters.find((each) => each === typed)
    if (letter !== undefined) return letter
    page.say(`${plainWords.notLetter} ${prompt}`)
  }
}

/** Asks for a line of text. */
export async function askLine({ page, answers }: Talk, prompt: string): Promise<string | typeof LEAVE> {
  page.say(prompt)
  const line = await answers.line()
  return line === null || isQuit(line) ? LEAVE : line
}
