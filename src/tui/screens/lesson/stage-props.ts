import type { PreparedLesson } from '../../../flow/lesson/prepare.ts'
import type { LessonAction, LessonState } from '../../../flow/lesson.ts'
import { partAt } from '../../../flow/lesson.ts'
import { lessonScreenWords } from '../../../words/lesson-screen.ts'

/** What every part of a lesson's screen works with. */
export type StageProps = {
  readonly play: PreparedLesson
  readonly state: LessonState
  readonly act: (action: LessonAction) => void
}

/** The two labels on the upper edge of a lesson's screen: the lesson, and where in it one is. */
export function lessonEdges({ play, state }: StageProps): { title: string; right: string } {
  const { part } = partAt(play, state)
  return {
    title: play.lesson.title,
    right: lessonScreenWords.part(state.part + 1, play.parts.length, part.title),
  }
}
