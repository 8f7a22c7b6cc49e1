import { findTerms, GLOSSARY, type Term, termNamed } from '../words/glossary.ts'
import { plainWords } from '../words/plain.ts'
import { screenWords } from '../words/screens.ts'
import type { Page } from './page.ts'
import { askLine, LEAVE, type Talk } from './prompt.ts'

/** A term with its meaning, its other names, and the terms that explain more. */
export function tellTerm(page: Page, { term, also, meaning, see }: Term): void {
  page.say(`${term}: ${meaning}`)
  if (also.length > 0) page.say(plainWords.listed(screenWords.also, also))
  if (see.length > 0)
    page.say(
      plainWords.listed(
        screenWords.see,
        see.map((id) => termNamed(id)?.term ?? id),
      ),
    )
}

/** Looks terms of the trade up, by a word each, until the person has enough. */
export async function glossarySession(talk: Talk): Promise<void> {
  const { page } = talk
  page.heading(screenWords.glossary, '=')
  for (;;) {
    const word = await askLine(talk, plainWords.glossary)
    if (word === LEAVE) return
    const [best, ...others] = word.trim() === '' ? [] : findTerms(word)
    const names = (terms: readonly Term[]) => terms.map(({ term }) => term)
    if (best) {
      tellTerm(page, best)
      if (others.length > 0) page.say(plainWords.listed(plainWords.alsoIn, names(others)))
    } else if (word.trim() === '') page.say(plainWords.listed(plainWords.allTerms, names(GLOSSARY)))
    else page.say(plainWords.noTerm(word.trim()))
  }
}
