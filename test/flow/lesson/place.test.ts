import { describe, expect, it } from 'vitest'
import { LESSONS } from '../../../src/content/lessons.built.ts'
import { isUnderWay, placeOf, resumeLesson } from '../../../src/flow/lesson/place.ts'
import { prepareLesson } from '../../../src/flow/lesson/prepare.ts'
import { type LessonAction, lessonFlow, startLesson, taskState } from '../../../src/flow/lesson.ts'

const lesson = LESSONS.find(({ id }) => id === 'switch-spoofing')
if (!lesson) throw new Error('There is no lesson on switch spoofing.')
const play = prepareLesson(lesson)
const film = play.parts.findIndex(({ film: each }) => each !== null)
const task = play.parts.findIndex(({ part }) => part.kind === 'task')

function having(...actions: readonly LessonAction[]) {
  return actions.reduce((state, action) => lessonFlow(play, state, action), startLesson(play))
}

describe('a lesson that is left', () => {
  it('is taken up at the step of its film, with the answers given so far', () => {
    const left = having(
      { do: 'goto', part: film },
      { do: 'reach', step: 1 },
      { do: 'choose', answer: 'a' },
      { do: 'confidence', confidence: 'guess' },
      { do: 'next' },
      { do: 'show', step: 3 },
    )
    const back = resumeLesson(play, JSON.parse(JSON.stringify(placeOf(left))))
    expect(back).toMatchObject({ doing: 'watching', part: film, from: 3 })
    expect(back.given).toEqual({ desirable: { choice: 'a', confidence: 'guess' } })
  })

  it('is taken up at its task with the lines typed so far, not yet tried', () => {
    const lines = 'interface Gi0/5\n switchport mode access'
    const left = having({ do: 'goto', part: task }, { do: 'type', lines }, { do: 'try' })
    const back = resumeLesson(play, placeOf(left))
    const { part } = play.parts[task] ?? {}
    const id = part?.kind === 'task' ? part.task.id : ''
    expect(taskState(back, id)).toMatchObject({ draft: lines, tries: 0, verdict: null, solved: false })
  })

  it('begins anew where the lesson has changed and its place is no more', () => {
    const gone = { part: 99, step: 3, given: {}, drafts: {} }
    expect(resumeLesson(play, gone)).toEqual(startLesson(play))
    expect(resumeLesson(play, { ...gone, part: film, step: 99 })).toMatchObject({ part: film, from: 0 })
  })

  it('is not under way for having been looked at', () => {
    expect(isUnderWay(having())).toBe(false)
    expect(isUnderWay(having({ do: 'next' }))).toBe(true)
  })
})
