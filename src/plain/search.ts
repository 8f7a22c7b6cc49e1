import { searchLessons } from '../flow/search.ts'
import { findTerms } from '../words/glossary.ts'
import { plainWords } from '../words/plain.ts'
import { screenWords } from '../words/screens.ts'
import { tellTerm } from './glossary.ts'
import { lessonSession } from './lesson-session.ts'
import { askChoice, askLine, LEAVE } from './prompt.ts'
import type { Sitting } from './sitting.ts'

/** Places that are listed: more of them are too many to hear. */
const MOST = 20

/** Something that was found, and what choosing it does. */
type Place = { readonly label: string; readonly deed: () => Promise<void> | void }

function placesOf(sitting: Sitting, query: string): Place[] {
  const { page, lessons } = sitting
  const parts = searchLessons(lessons, query).map(({ lesson, part, excerpt }) => ({
    label: `${lesson.title}: ${excerpt}`,
    deed: () => lessonSession(lesson, sitting, part),
  }))
  const terms = findTerms(query).map((term) => ({
    label: `${screenWords.glossary}: ${term.term}`,
    deed: () => tellTerm(page, term),
  }))
  return [...parts, ...terms]
}

/** Looks for words in all lessons and in the glossary, and opens what is chosen where it stands. */
export async function searchSession(sitting: Sitting): Promise<void> {
  const { page, answers } = sitting
  page.heading(screenWords.search, '=')
  while (!answers.isOver) {
    const query = await askLine(sitting, plainWords.search)
    if (query === LEAVE) return
    const words = query.trim()
    if (words === '') continue
    const places = placesOf(sitting, words)
    if (places.length === 0) {
      page.say(plainWords.nothingFound(words))
      continue
    }
    page.say(plainWords.found(places.length, Math.min(MOST, places.length)))
    const chosen = await askChoice(
      sitting,
      places.slice(0, MOST).map(({ label }) => label),
    )
    if (chosen !== LEAVE) await places[chosen]?.deed()
  }
}
