import type { Given } from '../flow/lesson/feedback.ts'
import type { LessonPlace } from '../flow/lesson/place.ts'
import { type Settings, USUAL_SETTINGS } from './settings.ts'

/** A moment in milliseconds since 1970, UTC. Given by the caller: nothing in this room but the store reads a clock. */
export type Instant = number

/** One answer at a gate of a film. */
export type Attempt = Given & {
  /** Whether the trace agreed, told when it was answered: a lesson may change later. */
  readonly right: boolean
  readonly at: Instant
}

/** What someone did in one lesson. */
export type LessonProgress = {
  readonly status: 'begun' | 'finished'
  /** By the gate's id, oldest first. */
  readonly attempts: Readonly<Record<string, readonly Attempt[]>>
  /** How often it was reviewed since it was finished. */
  readonly reviews: number
  /** When it should be asked again; null before it is finished and after the last review. */
  readonly nextReview: Instant | null
  /** Where it was left; null where it begins from the start, as it does once it is finished. */
  readonly place: LessonPlace | null
}

/** All that is kept of a person but for drafts of checklists. Plain JSON. */
export type Progress = {
  /** By the lesson's id, never by its place in a list: lessons move. */
  readonly lessons: Readonly<Record<string, LessonProgress>>
  readonly settings: Settings
}

/** The progress of someone who starts. */
export const NO_PROGRESS: Progress = { lessons: {}, settings: USUAL_SETTINGS }

const UNTOUCHED: LessonProgress = {
  status: 'begun',
  attempts: {},
  reviews: 0,
  nextReview: null,
  place: null,
}

/** What someone did in this lesson; null for one never opened. */
export function lessonProgress(progress: Progress, lesson: string): LessonProgress | null {
  return (Object.hasOwn(progress.lessons, lesson) && progress.lessons[lesson]) || null
}

/** With the lesson opened, where it was not. */
export function beginLesson(progress: Progress, lesson: string): Progress {
  return withLesson(progress, lesson, (known) => known)
}

/** With the lesson left at this place. */
export function leaveLesson(progress: Progress, lesson: string, place: LessonPlace | null): Progress {
  return withLesson(progress, lesson, (known) => ({ ...known, place }))
}

/** With one more answer at a gate. */
export function recordAttempt(progress: Progress, lesson: string, gate: string, attempt: Attempt): Progress {
  return withLesson(progress, lesson, (known) => {
    const earlier = (Object.hasOwn(known.attempts, gate) && known.attempts[gate]) || []
    return { ...known, attempts: { ...known.attempts, [gate]: [...earlier, attempt] } }
  })
}

/** With other settings where `changes` has any. */
export function changeSettings(progress: Progress, changes: Partial<Settings>): Progress {
  return { ...progress, settings: { ...progress.settings, ...changes } }
}

/** With this lesson's state changed. */
export function withLesson(
  progress: Progress,
  lesson: string,
  change: (known: LessonProgress) => LessonProgress,
): Progress {
  const known = lessonProgress(progress, lesson) ?? UNTOUCHED
  return { ...progress, lessons: { ...progress.lessons, [lesson]: change(known) } }
}
