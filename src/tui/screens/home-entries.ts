import type { Lesson } from '../../content/lesson.ts'
import { lessonProgress, type Progress } from '../../progress/progress.ts'
import { dueForReview } from '../../progress/review.ts'
import { screenWords } from '../../words/screens.ts'
import type { Route } from '../shell/route.ts'

/** A line of the first screen: where it leads, and what is said of it while it is chosen. `null` leaves the program. */
export type HomeEntry = {
  readonly id: string
  readonly label: string
  readonly says: string
  readonly to: Route | null
}

const LABEL = 30

function lessonEntry(progress: Progress, lesson: Lesson): HomeEntry {
  const { home } = screenWords
  const known = lessonProgress(progress, lesson.id)
  const state = known ? home[known.status] : home.untouched
  return {
    id: lesson.id,
    label: `${lesson.title.padEnd(LABEL)}${state}`.trimEnd(),
    says: `${lesson.objective} ${home.minutes(lesson.minutes)}`,
    to: { at: 'lesson', lesson },
  }
}

/** The lines of the first screen as things stand: lessons, one's own switches, what is due, and the rest. */
export function homeEntries(
  lessons: readonly Lesson[],
  progress: Progress,
  drafts: number,
  now: number,
): HomeEntry[] {
  const { home } = screenWords
  const due = dueForReview(progress, now)
  const withNote = (label: string, note: string) => `${label.padEnd(LABEL)}${note}`.trimEnd()
  return [
    ...lessons.map((lesson) => lessonEntry(progress, lesson)),
    {
      id: 'check',
      label: withNote(home.check, drafts > 0 ? home.unfinished(drafts) : ''),
      says: home.checkSays,
      to: { at: 'check' },
    },
    ...(due.length > 0
      ? [
          {
            id: 'review',
            label: withNote(screenWords.review, home.due(due.length)),
            says: home.reviewSays,
            to: { at: 'review', due } as const,
          },
        ]
      : []),
    { id: 'search', label: screenWords.search, says: home.searchSays, to: { at: 'search' } },
    { id: 'glossary', label: home.glossary, says: home.glossarySays, to: { at: 'glossary', term: null } },
    { id: 'settings', label: home.settings, says: home.settingsSays, to: { at: 'settings' } },
    { id: 'quit', label: home.quit, says: home.quitSays, to: null },
  ]
}

/** The line to begin at: the first lesson that is not done, else one's own switches. */
export function nextEntry(lessons: readonly Lesson[], progress: Progress): string {
  return lessons.find(({ id }) => lessonProgress(progress, id)?.status !== 'finished')?.id ?? 'check'
}
