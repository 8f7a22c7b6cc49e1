import { isRight } from '../flow/lesson/feedback.ts'
import { isUnderWay, placeOf, resumeLesson } from '../flow/lesson/place.ts'
import type { PreparedLesson } from '../flow/lesson/prepare.ts'
import { type LessonAction, type LessonState, lessonFlow, questionAt, startLesson } from '../flow/lesson.ts'
import { type Instant, leaveLesson, lessonProgress, recordAttempt } from './progress.ts'
import { finishLesson } from './review.ts'
import type { Store } from './store.ts'

/** Where a lesson is taken up: where it was left or, where a part was looked for, there. */
export function beginAt(play: PreparedLesson, store: Store, part: number | undefined): LessonState {
  const place = lessonProgress(store.progress(), play.lesson.id)?.place
  const state = place ? resumeLesson(play, place) : startLesson(play)
  return part === undefined ? state : lessonFlow(play, state, { do: 'goto', part })
}

/** Keeps what an action did: an answer with its confidence, and the end of the lesson. */
export function keepLesson(
  store: Store,
  play: PreparedLesson,
  before: LessonState,
  after: LessonState,
  action: LessonAction,
  now: Instant,
): void {
  const { id } = play.lesson
  const question = questionAt(play, before)
  if (action.do === 'confidence' && question && after.doing === 'told') {
    const { choice } = before
    const attempt = {
      choice,
      confidence: action.confidence,
      right: isRight(question.prediction, choice),
      at: now,
    }
    store.update((progress) => recordAttempt(progress, id, question.prediction.id, attempt))
  }
  if (after.doing === 'finished') store.update((progress) => finishLesson(progress, id, now))
  else if (after.part !== before.part || action.do === 'confidence') keepPlace(store, id, after)
}

/** Keeps where the lesson is left; one that was only looked into begins from its start. */
export function keepPlace(store: Store, id: string, state: LessonState): void {
  if (state.doing === 'finished') return
  const place = isUnderWay(state) ? placeOf(state) : null
  store.update((progress) => leaveLesson(progress, id, place))
}
