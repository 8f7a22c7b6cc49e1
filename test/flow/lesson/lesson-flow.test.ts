import { describe, expect, it } from 'vitest'
import { LESSONS } from '../../../src/content/lessons.built.ts'
import { feedbackOn } from '../../../src/flow/lesson/feedback.ts'
import { prepareLesson } from '../../../src/flow/lesson/prepare.ts'
import {
  type LessonAction,
  type LessonState,
  lessonFlow,
  openGate,
  partAt,
  startLesson,
  taskState,
} from '../../../src/flow/lesson.ts'

const lesson = LESSONS.find(({ id }) => id === 'switch-spoofing')
if (!lesson) throw new Error('There is no lesson on switch spoofing.')
const play = prepareLesson(lesson)

function having(...actions: readonly LessonAction[]): LessonState {
  return actions.reduce((state, action) => lessonFlow(play, state, action), startLesson(play))
}

const NEXT: LessonAction = { do: 'next' }
const FILM: readonly LessonAction[] = [NEXT, NEXT]

describe('a lesson', () => {
  it('is read, then watched up to the question', () => {
    expect(having().doing).toBe('reading')
    const watching = having(...FILM)
    expect(watching.doing).toBe('watching')
    expect(openGate(play, watching)?.gate).toBe(1)
    expect(having(...FILM, { do: 'reach', step: 0 }).doing).toBe('watching')
    expect(having(...FILM, { do: 'reach', step: 1 })).toMatchObject({ doing: 'asked', question: 'desirable' })
  })

  it('does not go on without an answer and its confidence', () => {
    const asked = [...FILM, { do: 'reach', step: 5 } as const]
    expect(having(...asked, NEXT, NEXT).doing).toBe('asked')
    expect(having(...asked, { do: 'choose', answer: 'a' }, NEXT).doing).toBe('choosing-confidence')
    expect(having(...asked, { do: 'confidence', confidence: 'sure' }).doing).toBe('asked')
  })

  it('keeps "I don\'t know" apart from a wrong answer', () => {
    const told = having(
      ...FILM,
      { do: 'reach', step: 1 },
      { do: 'choose', answer: null },
      { do: 'confidence', confidence: 'guess' },
    )
    expect(told.doing).toBe('told')
    expect(told.given).toEqual({ desirable: { choice: null, confidence: 'guess' } })
  })

  it('refutes a wrong answer and looks again from the step that shows it', () => {
    const [placed] = partAt(play, having(...FILM)).questions
    if (!placed) throw new Error('The film asks nothing.')
    expect(feedbackOn(placed, 'c')).toMatchObject({ isRight: false, replay: 3, said: { idea: 'M21' } })
    expect(feedbackOn(placed, 'b')).toMatchObject({ isRight: true, replay: 1 })
    const told = having(
      ...FILM,
      { do: 'reach', step: 1 },
      { do: 'choose', answer: 'c' },
      { do: 'confidence', confidence: 'sure' },
    )
    expect(lessonFlow(play, told, { do: 'replay', step: 3 })).toMatchObject({ doing: 'watching', from: 3 })
    expect(lessonFlow(play, told, NEXT)).toMatchObject({ doing: 'watching', from: 1, question: null })
  })

  it('may be left backwards at any time, and a part without a number is not entered', () => {
    expect(having(...FILM, { do: 'back' })).toMatchObject({ part: 1, doing: 'reading' })
    expect(having({ do: 'back' }).part).toBe(0)
    expect(having({ do: 'goto', part: 99 }).part).toBe(0)
  })
})

describe('a task', () => {
  const at = play.parts.findIndex(({ part }) => part.kind === 'task')
  const task = (...actions: readonly LessonAction[]) => having({ do: 'goto', part: at }, ...actions)
  const SOLUTION = 'interface Gi0/5\n switchport mode access\n switchport access vlan 10'

  it('is judged by running it', () => {
    const tried = task({ do: 'type', lines: 'interface Gi0/5\n switchport mode access' }, { do: 'try' })
    expect(tried.doing).toBe('working')
    expect(taskState(tried, 'desk-port').verdict?.goals.map(({ met }) => met)).toEqual([
      true,
      false,
      true,
      true,
    ])
  })

  it('looks at four hints and is not solved by them', () => {
    const hinted = task(...Array.from({ length: 9 }, () => ({ do: 'hint' }) as const))
    expect(taskState(hinted, 'desk-port')).toMatchObject({ hints: 4, solved: false })
    expect(hinted.doing).toBe('working')
  })

  it('asks which line did it, and finds out by taking it away', () => {
    const solved = task({ do: 'type', lines: SOLUTION }, { do: 'try' })
    expect(solved.doing).toBe('explaining')
    const named = lessonFlow(play, solved, { do: 'explain', line: ' switchport mode access' })
    expect(named).toMatchObject({ doing: 'solved', tasks: { 'desk-port': { explained: { isRight: true } } } })
    const extra = task({ do: 'type', lines: `${SOLUTION}\n switchport nonegotiate` }, { do: 'try' })
    expect(lessonFlow(play, extra, { do: 'explain', line: 'switchport nonegotiate' })).toMatchObject({
      tasks: { 'desk-port': { explained: { isRight: false } } },
    })
  })

  it('is entered as solved once it is, and the lesson ends behind the takeaway', () => {
    const solved = task({ do: 'type', lines: SOLUTION }, { do: 'try' }, { do: 'explain', line: null }, NEXT)
    expect(solved).toMatchObject({ part: at + 1, doing: 'reading' })
    expect(lessonFlow(play, solved, { do: 'back' }).doing).toBe('solved')
    expect(lessonFlow(play, solved, NEXT).doing).toBe('finished')
  })
})
