import type { Lesson } from '../content/lesson.ts'
import { isRight } from '../flow/lesson/feedback.ts'
import { chooseReview, type ReviewItem } from '../flow/review/choose.ts'
import type { ReviewAction, ReviewState } from '../flow/review.ts'
import { type Instant, lessonProgress, recordAttempt } from './progress.ts'
import { finishReview } from './review.ts'
import type { Store } from './store.ts'

/** What is asked of the lessons that are due: what was answered wrong first, under numbers of this round. */
export function reviewItems(
  store: Store,
  lessons: readonly Lesson[],
  due: readonly string[],
): readonly ReviewItem[] {
  const progress = store.progress()
  const remembered = due.map((lesson) => ({
    lesson,
    attempts: lessonProgress(progress, lesson)?.attempts ?? {},
  }))
  const round = due.reduce((sum, lesson) => sum + (lessonProgress(progress, lesson)?.reviews ?? 0), 0)
  return chooseReview(lessons, remembered, round)
}

/** Keeps what an action of a review did: an answer with its confidence, and for every lesson that was due the end of the review. */
export function keepReview(
  store: Store,
  due: readonly string[],
  item: ReviewItem | undefined,
  before: ReviewState,
  after: ReviewState,
  action: ReviewAction,
  now: Instant,
): void {
  if (action.do === 'confidence' && item) {
    const { prediction } = item.placed
    const { choice } = before
    const attempt = { choice, confidence: action.confidence, right: isRight(prediction, choice), at: now }
    store.update((progress) => recordAttempt(progress, item.lesson, prediction.id, attempt))
  }
  if (after.doing === 'finished') {
    for (const lesson of due) store.update((progress) => finishReview(progress, lesson, now))
  }
}
