import type { Lesson } from '../content/lesson.ts'
import { CONFIDENCES, feedbackOn, type Given } from '../flow/lesson/feedback.ts'
import { type PreparedLesson, prepareLesson } from '../flow/lesson/prepare.ts'
import { type LessonState, lessonFlow, partAt, questionAt, startLesson } from '../flow/lesson.ts'
import { confidenceWords, lessonWords } from '../words/lesson.ts'
import { plainWords } from '../words/plain.ts'
import { askTurn, toldTurn, watchTurn } from './film-turns.ts'
import { askChoice, askLetter, LEAVE, type Talk } from './prompt.ts'
import { explainTurn, solvedTurn, workTurn } from './task-turns.ts'
import type { Turn } from './turn.ts'

/** What the session tells its caller: an answer that was given, for whoever keeps progress. */
export type LessonEvents = {
  readonly answered: (question: string, given: Given & { readonly right: boolean }) => void
  readonly finished: () => void
}

/** Goes through a lesson in lines of text. Ends when the lesson does, when the person leaves, or when the input is over. */
export async function lessonSession(lesson: Lesson, talk: Talk, events: LessonEvents): Promise<void> {
  const play = prepareLesson(lesson)
  let state = startLesson(play)
  let shownPart = -1
  talk.page.heading(lesson.title, '=')
  talk.page.say(lessonWords.objective(lesson.objective))
  while (state.doing !== 'finished') {
    if (state.part !== shownPart) showPart(talk, play, state)
    shownPart = state.part
    const turn = await takeTurn(talk, play, state)
    if (turn === LEAVE) return
    const after = lessonFlow(play, state, turn)
    if (turn.do === 'confidence') report(play, after, events)
    state = after
  }
  events.finished()
  talk.page.say(plainWords.lessonDone)
}

function report(play: PreparedLesson, state: LessonState, events: LessonEvents): void {
  const placed = questionAt(play, state)
  const given = placed ? state.given[placed.prediction.id] : undefined
  if (!placed || !given) return
  events.answered(placed.prediction.id, { ...given, right: feedbackOn(placed, given.choice).isRight })
}

function showPart({ page }: Talk, play: PreparedLesson, state: LessonState): void {
  const { part } = partAt(play, state)
  page.heading(lessonWords.part(state.part + 1, play.parts.length, part.title), '-')
  page.blocks(part.blocks)
  page.line()
}

async function takeTurn(talk: Talk, play: PreparedLesson, state: LessonState): Promise<Turn> {
  switch (state.doing) {
    case 'reading': {
      const letter = await askLetter(talk, state.part === 0 ? plainWords.enterOnly : plainWords.enter, ['b'])
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
