import type { Lesson } from '../content/lesson.ts'
import { homeWords } from '../words/home.ts'
import type { Draft, DraftKey } from './draft.ts'
import { type LessonState, lessonState, type NextStep, nextStep } from './next-step.ts'
import { type Instant, lessonProgress, type Progress } from './progress.ts'
import { dueForReview } from './review.ts'

/** Where a line of the first screen leads. */
export type HomeGoal =
  | { readonly at: 'lesson'; readonly lesson: Lesson }
  | { readonly at: 'review'; readonly due: readonly string[] }
  /** The way into a checklist, or on with a draft of one. */
  | { readonly at: 'check'; readonly begin?: { readonly draft: DraftKey } }
  | { readonly at: 'tour' | 'search' | 'settings' }
  | { readonly at: 'glossary' }

/** A line of the first screen: where it leads, and what is said of it while it is chosen. */
export type HomeEntry = {
  readonly id: string
  readonly label: string
  /** How things stand with it; empty where nothing is to be said. */
  readonly note: string
  /** How someone stands with the lesson it is; null for what is none. */
  readonly state: LessonState | null
  /** Whether something else begins with it. */
  readonly apart: boolean
  readonly says: string
  /** More of the same, where there is room for it. */
  readonly more: readonly string[]
  /** `null` leaves the program. */
  readonly to: HomeGoal | null
}

/** What the first screen is made of. */
export type HomeFacts = {
  readonly lessons: readonly Lesson[]
  readonly progress: Progress
  readonly drafts: readonly Draft[]
  readonly now: Instant
}

/** Drafts that are listed; the others are found where a switch is checked. */
const MOST_DRAFTS = 3

function line(id: string, label: string, note: string, says: string, to: HomeGoal | null): HomeEntry {
  return { id, label, note, state: null, apart: false, says, more: [], to }
}

function lessonEntry({ progress, now }: HomeFacts, lesson: Lesson): HomeEntry {
  const state = lessonState(progress, lesson.id, now)
  const place = lessonProgress(progress, lesson.id)?.place
  const note = place ? homeWords.part(place.part + 1, lesson.parts.length) : homeWords.state[state]
  const says = `${lesson.objective} ${homeWords.minutes(lesson.minutes)}`
  const more = [homeWords.parts, ...lesson.parts.map(({ title }, part) => `${part + 1}  ${title}`)]
  return { ...line(lesson.id, lesson.title, note, says, { at: 'lesson', lesson }), state, more }
}

function draftEntry({ checklist, path, device, edits }: Draft): HomeEntry {
  const says = homeWords.draftSays(path, edits.length)
  const to: HomeGoal = { at: 'check', begin: { draft: { checklist, path, device } } }
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
    ...facts.lessons.map((lesson) => lessonEntry(facts, lesson)),
    ...(due.length > 0 ? [review] : []),
    { ...line('check', homeWords.checkEntry, '', homeWords.checkSays, { at: 'check' }), apart: true },
    ...facts.drafts.slice(0, MOST_DRAFTS).map(draftEntry),
    { ...line('tour', homeWords.tour, '', homeWords.tourSays, { at: 'tour' }), apart: true },
    line('search', homeWords.search, '', homeWords.searchSays, { at: 'search' }),
    line('glossary', homeWords.glossary, '', homeWords.glossarySays, { at: 'glossary' }),
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
