import { useEffect, useMemo, useRef, useState } from 'react'
import type { Lesson } from '../../../content/lesson.ts'
import { isRight } from '../../../flow/lesson/feedback.ts'
import { isUnderWay, placeOf, resumeLesson } from '../../../flow/lesson/place.ts'
import { type PreparedLesson, prepareLesson } from '../../../flow/lesson/prepare.ts'
import {
  type LessonAction,
  type LessonState,
  lessonFlow,
  partAt,
  questionAt,
  startLesson,
} from '../../../flow/lesson.ts'
import { beginLesson, leaveLesson, lessonProgress, recordAttempt } from '../../../progress/progress.ts'
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
  else if (after.part !== before.part || action.do === 'confidence') keepPlace(store, id, after)
}

/** Keeps where the lesson is left; one that was only looked into begins from its start. */
function keepPlace(store: Store, id: string, state: LessonState): void {
  if (state.doing === 'finished') return
  const place = isUnderWay(state) ? placeOf(state) : null
  store.update((progress) => leaveLesson(progress, id, place))
}

type LessonProps = {
  readonly lesson: Lesson
  /** The part that was looked for; without it the lesson is taken up where it was left. */
  readonly part: number | undefined
}

function beginAt(play: PreparedLesson, store: Store, part: number | undefined): LessonState {
  const place = lessonProgress(store.progress(), play.lesson.id)?.place
  const state = place ? resumeLesson(play, place) : startLesson(play)
  return part === undefined ? state : lessonFlow(play, state, { do: 'goto', part })
}

/** A lesson from its first page, or from where it was left or looked for, to its last. */
export function LessonScreen({ lesson, part }: LessonProps) {
  const { store } = useProgram()
  const { leave } = useNavigation()
  const play = useMemo(() => prepareLesson(lesson), [lesson])
  const [state, setState] = useState(() => beginAt(play, store, part))
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
    return () => keepPlace(store, lesson.id, now.current)
  }, [store, lesson])
  const { part: open, film } = partAt(play, state)
  const props = { play, state, act }
  if (open.kind === 'task') {
    const isOpen = state.doing === 'working'
    return isOpen ? (
      <TaskPart key={state.part} {...props} part={open} />
    ) : (
      <SolvedPart key={state.part} {...props} part={open} />
    )
  }
  if (film) return <FilmPart key={state.part} {...props} prepared={film} />
  if (open.kind === 'question') return <LooseQuestion key={state.part} {...props} />
  return <ReadPart key={state.part} {...props} />
}
