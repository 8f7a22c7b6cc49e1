import { feedbackOn } from '../flow/lesson/feedback.ts'
import type { PlacedQuestion, PreparedLesson } from '../flow/lesson/prepare.ts'
import { type LessonState, openGate, partAt, questionAt } from '../flow/lesson.ts'
import { lessonWords } from '../words/lesson.ts'
import { plainWords } from '../words/plain.ts'
import { tell } from '../words/tell.ts'
import { tellSteps } from './film.ts'
import { endSentence } from './part-words.ts'
import { askLetter, askNumber, LEAVE, type Talk } from './prompt.ts'
import type { Turn } from './turn.ts'

/** Tells the film up to its next question or its end, with a pause behind each of the author's segments. */
export async function watchTurn(talk: Talk, play: PreparedLesson, state: LessonState): Promise<Turn> {
  const { film, part } = partAt(play, state)
  if (!film || part.kind !== 'film') return { do: 'next' }
  const to = openGate(play, state)?.gate ?? film.film.steps.length
  let from = state.from
  while (from < to) {
    const stop = film.stops.find((each) => each >= from) ?? to
    const end = Math.min(to, stop + 1)
    tellSteps(talk.page, film, from, end)
    from = end
    if (from < to && (await askLetter(talk, plainWords.enterOnly, [])) === LEAVE) return LEAVE
  }
  if (to === film.film.steps.length) talk.page.say(endSentence(part.film.action, film.staged.reached))
  return { do: 'next' }
}

/** Asks a question with numbered answers; 0 is "I don't know". */
export async function askTurn(talk: Talk, placed: PlacedQuestion | null): Promise<Turn> {
  if (!placed) return { do: 'next' }
  const { prediction, gate } = placed
  const { page } = talk
  page.line()
  page.say(gate === null ? lessonWords.questionAlone : lessonWords.question)
  page.say(prediction.question)
  page.choices([lessonWords.dontKnow, ...prediction.answers.map(({ text }) => text)], 0)
  const number = await askNumber(talk, 0, prediction.answers.length)
  if (number === LEAVE) return LEAVE
  return { do: 'choose', answer: prediction.answers[number - 1]?.id ?? null }
}

/** Tells what was said, what happens and the rule, and offers to look again. */
export async function toldTurn(talk: Talk, play: PreparedLesson, state: LessonState): Promise<Turn> {
  const placed = questionAt(play, state)
  if (!placed) return { do: 'next' }
  const given = state.given[placed.prediction.id]
  const { said, right, isRight, happened, rule, replay } = feedbackOn(placed, given?.choice ?? null)
  const { page } = talk
  page.line()
  page.say(said ? lessonWords.youSaid(said.text) : lessonWords.youSaidNothing)
  if (isRight) page.say(lessonWords.isSo)
  else if (said) page.say(said.refuted)
  if (placed.gate !== null) page.say(lessonWords.happened(tell(placed.film.trace, happened)))
  if (!isRight) page.say(lessonWords.rightAnswer(right.text))
  page.say(lessonWords.rule(rule))
  const canReplay = placed.gate !== null && !isRight
  const prompt = canReplay ? plainWords.enterReplay(replay + 1) : plainWords.enterOnly
  const letter = await askLetter(talk, prompt, canReplay ? ['r' as const] : [])
  if (letter === LEAVE) return LEAVE
  return letter === 'r' ? { do: 'replay', step: Math.min(replay, placed.gate ?? replay) } : { do: 'next' }
}
