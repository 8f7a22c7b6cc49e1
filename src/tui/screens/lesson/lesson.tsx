import { useEffect, useMemo, useRef, useState } from 'react'
import type { Lesson } from '../../../content/lesson.ts'
import { isRight } from '../../../flow/lesson/feedback.ts'
import { type PreparedLesson, prepareLesson } from '../../../flow/lesson/prepare.ts'
import {
  type LessonAction,
  type LessonState,
  lessonFlow,
  partAt,
  questionAt,
  startLesson,
} from '../../../flow/lesson.ts'
import { beginLesson, recordAttempt } from '../../../progress/progress.ts'
import { finishLesson } from '../../../progress/review.ts'
import type { Store } from '../../../progress/store.ts'
import { useNavigation } from '../../shell/navigation.ts'
import { useProgram } from '../../shell/program.ts'
import { FilmPart } from './film-part.tsx'
import { LooseQuestion } from './question-part.tsx'
import { ReadPart } from './read-part.tsx'
import { SolvedPart } from './solved-part.tsx'
import { TaskPart } from './task-part.tsx'

/** Keeps what an action did: an answer with its confidence, and the end of the lesson. */
function keep(
  store: Store,
  play: PreparedLesson,
  before: LessonState,
  after: LessonState,
  action: LessonAction,
): void {
  const { id } = play.lesson
  const question = questionAt(play, before)
  if (action.do === 'confidence' && question && after.doing === 'told') {
    const { choice } = before
    const right = isRight(question.prediction, choice)
    const attempt = { choice, confidence: action.confidence, right, at: Date.now() }
    store.update((progress) => recordAttempt(progress, id, question.prediction.id, attempt))
  }
  if (after.doing === 'finished') store.update((progress) => finishLesson(progress, id, Date.now()))
}

/** A lesson from its first page, or from the part that was looked for, to its last. */
export function LessonScreen({
  lesson,
  part: from = 0,
}: {
  readonly lesson: Lesson
  readonly part?: number
}) {
  const { store } = useProgram()
  const { leave } = useNavigation()
  const play = useMemo(() => prepareLesson(lesson), [lesson])
  const [state, setState] = useState(() => lessonFlow(play, startLesson(play), { do: 'goto', part: from }))
  const now = useRef(state)
  const act = useMemo(
    () => (action: LessonAction) => {
      const after = lessonFlow(play, now.current, action)
      keep(store, play, now.current, after, action)
      now.current = after
      if (after.doing === 'finished') leave()
      else setState(after)
    },
    [play, store, leave],
  )
  useEffect(() => {
    store.update((progress) => beginLesson(progress, lesson.id))
  }, [store, lesson])
  const { part, film } = partAt(play, state)
  const props = { play, state, act }
  if (part.kind === 'task') {
    const isOpen = state.doing === 'working'
    return isOpen ? (
      <TaskPart key={state.part} {...props} part={part} />
    ) : (
      <SolvedPart key={state.part} {...props} part={part} />
    )
  }
  if (film) return <FilmPart key={state.part} {...props} prepared={film} />
  if (part.kind === 'question') return <LooseQuestion key={state.part} {...props} />
  return <ReadPart key={state.part} {...props} />
}
