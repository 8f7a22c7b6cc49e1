import { type Instant, type Progress, withLesson } from './progress.ts'

/**
 * Days between reviews, and how many there are. Retrieval at uniform distances: studies that compared it with growing distances
 * found no gain in the latter.
 */
const DAYS_BETWEEN = 3
const REVIEWS = 3

const DAY = 24 * 60 * 60 * 1000

/** With the lesson finished, and its first review due some days on. Finishing it again changes no date. It begins from
 * its start again. */
export function finishLesson(progress: Progress, lesson: string, now: Instant): Progress {
  return withLesson(progress, lesson, (known) =>
    known.status === 'finished'
      ? { ...known, place: null }
      : { ...known, status: 'finished', nextReview: now + DAYS_BETWEEN * DAY, place: null },
  )
}

/** With one review of the lesson done. */
export function finishReview(progress: Progress, lesson: string, now: Instant): Progress {
  return withLesson(progress, lesson, (known) => {
    const reviews = known.reviews + 1
    return { ...known, reviews, nextReview: reviews < REVIEWS ? now + DAYS_BETWEEN * DAY : null }
  })
}

/** Ids of the lessons whose review is due, longest due first. */
export function dueForReview(progress: Progress, now: Instant): string[] {
  return Object.entries(progress.lessons)
    .flatMap(([lesson, { nextReview }]) => (nextReview === null ? [] : [{ lesson, nextReview }]))
    .filter(({ nextReview }) => nextReview <= now)
    .sort((a, b) => a.nextReview - b.nextReview)
    .map(({ lesson }) => lesson)
}
