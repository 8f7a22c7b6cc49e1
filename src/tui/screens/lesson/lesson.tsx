import { useEffect, useMemo, useRef, useState } from 'react'
import type { Lesson } from '../../../content/lesson.ts'
import { prepareLesson } from '../../../flow/lesson/prepare.ts'
import { type LessonAction, lessonFlow, partAt } from '../../../flow/lesson.ts'
import { beginAt, keepLesson, keepPlace } from '../../../progress/keep-lesson.ts'
import { beginLesson } from '../../../progress/progress.ts'
import { useNavigation } from '../../shell/navigation.ts'
import { useProgram } from '../../shell/program.ts'
import { FilmPart } from './film-part.tsx'
import { LooseQuestion } from './question-part.tsx'
import { ReadPart } from './read-part.tsx'
import { SolvedPart } from './solved-part.tsx'
import { TaskPart } from './task-part.tsx'

type LessonProps = {
  readonly lesson: Lesson
  /** The part that was looked for; without it the lesson is taken up where it was left. */
  readonly part: number | undefined
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
      keepLesson(store, play, now.current, after, action, Date.now())
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
