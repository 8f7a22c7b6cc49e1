import type { Lesson } from '../content/lesson.ts'
import { CONFIDENCES } from '../flow/lesson/feedback.ts'
import { type PreparedLesson, prepareLesson } from '../flow/lesson/prepare.ts'
import { type LessonState, lessonFlow, partAt, questionAt, startLesson } from '../flow/lesson.ts'
import { beginAt, keepLesson, keepPlace } from '../progress/keep-lesson.ts'
import { beginLesson, lessonProgress } from '../progress/progress.ts'
import { confidenceWords, lessonWords } from '../words/lesson.ts'
import { plainWords } from '../words/plain.ts'
import { askTurn, toldTurn, watchTurn } from './film-turns.ts'
import { askChoice, askLetter, LEAVE, type Talk } from './prompt.ts'
import type { Sitting } from './sitting.ts'
import { showTask } from './task.ts'
import { explainTurn, solvedTurn, workTurn } from './task-turns.ts'
import type { Turn } from './turn.ts'

/**
 * Goes through a lesson in lines of text, from a part that was looked for, from where it was left, or from its start. Ends when the
 * lesson does, when the person leaves, or when the input is over; what was done is kept after every answer.
 */
export async function lessonSession(lesson: Lesson, sitting: Sitting, part?: number): Promise<void> {
  const { page, store } = sitting
  const play = prepareLesson(lesson)
  page.heading(lesson.title, '=')
  page.say(lessonWords.objective(lesson.objective))
  const start = await takeUp(sitting, play, part)
  if (start === LEAVE) return
  store.update((progress) => beginLesson(progress, lesson.id))
  let state = start
  let shownPart = -1
  while (state.doing !== 'finished') {
    if (state.part !== shownPart) showPart(sitting, play, state)
    shownPart = state.part
    const turn = await takeTurn(sitting, play, state)
    if (turn === LEAVE) return
    const after = lessonFlow(play, state, turn)
    keepLesson(store, play, state, after, turn, Date.now())
    keepPlace(store, lesson.id, after)
    state = after
  }
  page.say(plainWords.lessonDone)
}

async function takeUp(
  sitting: Sitting,
  play: PreparedLesson,
  part: number | undefined,
): Promise<LessonState | typeof LEAVE> {
  const { page, store } = sitting
  const left = beginAt(play, store, part)
  if (part !== undefined || !lessonProgress(store.progress(), play.lesson.id)?.place) return left
  page.say(plainWords.left(left.part + 1, play.parts.length))
  const chosen = await askChoice(sitting, plainWords.leftChoices, 0)
  if (chosen === LEAVE) return LEAVE
  return chosen === 0 ? left : startLesson(play)
}

function showPart({ page }: Talk, play: PreparedLesson, state: LessonState): void {
  const { part } = partAt(play, state)
  page.heading(lessonWords.part(state.part + 1, play.parts.length, part.title), '-')
  page.blocks(part.blocks)
  page.line()
  if (part.kind === 'task' && state.doing === 'working') showTask(page, play.lesson, part, state)
}

async function takeTurn(talk: Talk, play: PreparedLesson, state: LessonState): Promise<Turn> {
  switch (state.doing) {
    case 'reading': {
      const letter = await askLetter(talk, state.part === 0 ? plainWords.enterOnly : plainWords.enter, [
        ...(state.part === 0 ? [] : ['b' as const]),
      ])
      return letter === LEAVE ? LEAVE : letter === 'b' ? { do: 'back' } : { do: 'next' }
    }
    case 'watching':
      return await watchTurn(talk, play, state)
    case 'asked':
      return await askTurn(talk, questionAt(play, state))
    case 'choosing-confidence': {
      talk.page.say(lessonWords.howSure)
      const chosen = await askChoice(
        talk,
        CONFIDENCES.map((each) => confidenceWords[each]),
      )
      const confidence = chosen === LEAVE ? undefined : CONFIDENCES[chosen]
      return confidence === undefined ? LEAVE : { do: 'confidence', confidence }
    }
    case 'told':
      return await toldTurn(talk, play, state)
    case 'working':
      return await workTurn(talk, play, state)
    case 'explaining':
      return await explainTurn(talk, play, state)
    case 'solved':
      return await solvedTurn(talk, play, state)
    default:
      return LEAVE
  }
}
