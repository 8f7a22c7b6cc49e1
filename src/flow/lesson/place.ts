import { type LessonState, lessonFlow, partAt, startLesson, taskState } from '../lesson.ts'
import type { Given } from './feedback.ts'
import type { PreparedLesson } from './prepare.ts'
import { FRESH_TASK } from './task-state.ts'

/** Where someone left a lesson, as it is kept until they come back. Plain JSON. */
export type LessonPlace = {
  /** Index of the part. */
  readonly part: number
  /** The step of the part's film that was shown last. */
  readonly step: number
  /** Answers by question. */
  readonly given: Readonly<Record<string, Given>>
  /** Lines typed so far, by task. */
  readonly drafts: Readonly<Record<string, string>>
}

/** The place of a lesson that is left now. */
export function placeOf({ part, from, given, tasks }: LessonState): LessonPlace {
  const drafts = Object.entries(tasks).flatMap(([id, { draft }]) =>
    draft === '' ? [] : [[id, draft] as const],
  )
  return { part, step: from, given, drafts: Object.fromEntries(drafts) }
}

/**
 * The lesson taken up where it was left. A lesson may have changed since: a part that is no more begins it anew, and a step that is
 * no more is the film's start.
 */
export function resumeLesson(play: PreparedLesson, place: LessonPlace): LessonState {
  const start = startLesson(play)
  if (!play.parts[place.part]) return start
  const tasks = Object.fromEntries(
    Object.entries(place.drafts).map(([id, draft]) => [id, { ...FRESH_TASK, draft }] as const),
  )
  const there = lessonFlow(play, { ...start, given: place.given, tasks }, { do: 'goto', part: place.part })
  const { film } = partAt(play, there)
  const isWatching = there.doing === 'watching' && film?.film.steps[place.step] !== undefined
  return isWatching ? { ...there, from: place.step } : there
}

/** Whether anything would be lost by beginning anew: a part behind the first, an answer, or a typed line. */
export function isUnderWay(state: LessonState): boolean {
  const typed = Object.keys(state.tasks).some((id) => taskState(state, id).draft !== '')
  return state.part > 0 || Object.keys(state.given).length > 0 || typed
}
