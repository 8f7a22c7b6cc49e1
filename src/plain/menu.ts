import { type HomeEntry, type HomeGoal, homeEntries, nextOnHome } from '../progress/home.ts'
import { plainWords } from '../words/plain.ts'
import { checkSession } from './check-begin.ts'
import { glossarySession } from './glossary.ts'
import { lessonSession } from './lesson-session.ts'
import { askChoice, LEAVE } from './prompt.ts'
import { reviewSession } from './review-session.ts'
import { searchSession } from './search.ts'
import { settingsSession } from './settings.ts'
import type { Sitting } from './sitting.ts'
import { tourSession } from './tour.ts'

/** The first menu again and again: what is best done next, and everything there is, until the person leaves or the input is over. */
export async function menu(sitting: Sitting): Promise<void> {
  const { page, answers, store, lessons } = sitting
  while (!answers.isOver) {
    const facts = { lessons, progress: store.progress(), drafts: store.drafts(), now: Date.now() }
    const next = nextOnHome(facts)
    const entries = homeEntries(facts)
    page.heading(plainWords.menu, '-')
    page.say(next.says)
    const usual = entries.findIndex(({ id }) => id === next.id)
    const chosen = await askChoice(sitting, entries.map(labelOf), usual)
    const entry = chosen === LEAVE ? undefined : entries[chosen]
    if (!entry?.to) break
    await goTo(sitting, entry.to)
  }
  page.say(answers.isOver ? plainWords.inputOver : plainWords.bye)
}

function labelOf({ label, note }: HomeEntry): string {
  return note === '' ? label : plainWords.noted(label, note)
}

async function goTo(sitting: Sitting, goal: HomeGoal): Promise<void> {
  switch (goal.at) {
    case 'lesson':
      return await lessonSession(goal.lesson, sitting)
    case 'review':
      return await reviewSession(goal.due, sitting)
    case 'check':
      return await checkSession(sitting, goal.begin?.draft)
    case 'tour':
      return await tourSession(sitting)
    case 'search':
      return await searchSession(sitting)
    case 'glossary':
      return await glossarySession(sitting)
    case 'settings':
      return await settingsSession(sitting)
  }
}
