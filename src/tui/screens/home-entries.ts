import type { Lesson } from '../../content/lesson.ts'
import type { Draft } from '../../progress/draft.ts'
import { lessonState, type NextStep, nextStep } from '../../progress/next-step.ts'
import { type Instant, lessonProgress, type Progress } from '../../progress/progress.ts'
import { dueForReview } from '../../progress/review.ts'
import { homeWords } from '../../words/home.ts'
import type { Route } from '../shell/route.ts'

/** A line of the first screen: where it leads, and what is said of it while it is chosen. `null` leaves the program. */
export type HomeEntry = {
  readonly id: string
  readonly label: string
  readonly apart?: boolean
  readonly says: string
  /** More of the same, where there is room for it. */
  readonly more: readonly string[]
  readonly to: Route | null
}

/** What the first screen is made of. */
export type HomeFacts = {
  readonly lessons: readonly Lesson[]
  readonly progress: Progress
  readonly drafts: readonly Draft[]
  readonly now: Instant
}

/** Columns of a label in front of what is noted beside it. */
const LABEL = 34
/** Drafts that are listed; the others are found where a switch is checked. */
const MOST_DRAFTS = 3

function line(id: string, label: string, note: string, says: string, to: Route | null): HomeEntry {
  return { id, label: `${label.padEnd(LABEL)}${note}`.trimEnd(), says, more: [], to }
}

function lessonEntry({ progress, now }: HomeFacts, lesson: Lesson, index: number): HomeEntry {
  const state = lessonState(progress, lesson.id, now)
  const place = lessonProgress(progress, lesson.id)?.place
  const note = place ? homeWords.part(place.part + 1, lesson.parts.length) : homeWords.state[state]
  const mark = state === 'done' || state === 'due' ? '✓' : state === 'begun' ? '·' : ' '
  const label = `${`${index + 1}`.padStart(2)} ${mark} ${lesson.title}`
  const says = `${lesson.objective} ${homeWords.minutes(lesson.minutes)}`
  const more = [homeWords.parts, ...lesson.parts.map(({ title }, part) => `${part + 1}  ${title}`)]
  return { ...line(lesson.id, label, note, says, { at: 'lesson', lesson }), more }
}

function draftEntry({ checklist, path, device, edits }: Draft): HomeEntry {
  const says = homeWords.draftSays(path, edits.length)
  const to: Route = { at: 'check', begin: { draft: { checklist, path, device } } }
  return line(`draft ${path} ${device}`, homeWords.draft(device), path, says, to)
}

/** The lines of the first screen as things stand: lessons, one's own switches, and what helps. */
export function homeEntries(facts: HomeFacts): HomeEntry[] {
  const due = dueForReview(facts.progress, facts.now)
  const review: HomeEntry = {
    ...line('review', homeWords.reviewEntry, homeWords.reviewNote(due.length), homeWords.reviewSays, {
      at: 'review',
      due,
    }),
    apart: true,
  }
  return [
    ...facts.lessons.map((lesson, index) => lessonEntry(facts, lesson, index)),
    ...(due.length > 0 ? [review] : []),
    { ...line('check', homeWords.checkEntry, '', homeWords.checkSays, { at: 'check' }), apart: true },
    ...facts.drafts.slice(0, MOST_DRAFTS).map(draftEntry),
    { ...line('tour', homeWords.tour, '', homeWords.tourSays, { at: 'tour' }), apart: true },
    line('search', homeWords.search, '', homeWords.searchSays, { at: 'search' }),
    line('glossary', homeWords.glossary, '', homeWords.glossarySays, { at: 'glossary', term: null }),
    line('settings', homeWords.settings, '', homeWords.settingsSays, { at: 'settings' }),
    line('quit', homeWords.quit, '', homeWords.quitSays, null),
  ]
}

/** What is best done next: the line to begin at, and the sentence that says so. */
export function nextOnHome({ lessons, progress, now }: HomeFacts): { id: string; says: string } {
  const next = nextStep(lessons, progress, now)
  return { id: 'lesson' in next ? next.lesson.id : next.do, says: nextSentence(next, progress) }
}

function nextSentence(next: NextStep, progress: Progress): string {
  switch (next.do) {
    case 'review':
      return homeWords.review(next.due.length)
    case 'resume': {
      const part = lessonProgress(progress, next.lesson.id)?.place?.part ?? 0
      return homeWords.resume(next.lesson.title, part + 1, next.lesson.parts.length)
    }
    case 'start':
    case 'next':
      return homeWords[next.do](next.lesson.title, next.lesson.minutes)
    case 'check':
      return homeWords.check
  }
}
