import type { Lesson } from '../content/lesson.ts'
import { type Instant, lessonProgress, type Progress } from './progress.ts'
import { dueForReview } from './review.ts'

/** How someone stands with a lesson. */
export type LessonState = 'new' | 'begun' | 'done' | 'due'

/** How someone stands with this lesson now. */
export function lessonState(progress: Progress, lesson: string, now: Instant): LessonState {
  const known = lessonProgress(progress, lesson)
  if (!known) return 'new'
  if (dueForReview(progress, now).includes(lesson)) return 'due'
  return known.place || known.status === 'begun' ? 'begun' : 'done'
}

/** What is best done next: what is due first, then what was left, then the first lesson that is not done, then one's own switches. */
export type NextStep =
  | { readonly do: 'review'; readonly due: readonly string[] }
  | { readonly do: 'resume' | 'start' | 'next'; readonly lesson: Lesson }
  | { readonly do: 'check' }

/** The next step of someone who stands like this. `start`: nothing has been done yet. */
export function nextStep(lessons: readonly Lesson[], progress: Progress, now: Instant): NextStep {
  const due = dueForReview(progress, now).filter((id) => lessons.some((lesson) => lesson.id === id))
  if (due.length > 0) return { do: 'review', due }
  const left = lessons.find(({ id }) => lessonProgress(progress, id)?.place)
  if (left) return { do: 'resume', lesson: left }
  const open = lessons.find(({ id }) => lessonProgress(progress, id)?.status !== 'finished')
  if (!open) return { do: 'check' }
  return { do: Object.keys(progress.lessons).length === 0 ? 'start' : 'next', lesson: open }
}
