import { CONFIDENCES, feedbackOn } from '../flow/lesson/feedback.ts'
import type { ReviewItem } from '../flow/review/choose.ts'
import { type ReviewAction, type ReviewState, reviewFlow, startReview } from '../flow/review.ts'
import { keepReview, reviewItems } from '../progress/keep-review.ts'
import { confidenceWords, lessonWords } from '../words/lesson.ts'
import { plainWords } from '../words/plain.ts'
import { askChoice, askLetter, askNumber, LEAVE, type Talk } from './prompt.ts'
import type { Sitting } from './sitting.ts'

/** Asks about the lessons that are due, a few questions each, and keeps what was answered. */
export async function reviewSession(due: readonly string[], sitting: Sitting): Promise<void> {
  const { page, store, lessons } = sitting
  const items = reviewItems(store, lessons, due)
  let state = startReview(items)
  while (state.doing !== 'finished') {
    const item = items[state.item]
    const action = item ? await turn(sitting, item, state) : LEAVE
    if (action === LEAVE) return
    const after = reviewFlow(items, state, action)
    keepReview(store, due, item, state, after, action, Date.now())
    state = after
  }
  page.say(plainWords.reviewDone)
}

async function turn(
  talk: Talk,
  { title, placed }: ReviewItem,
  { doing, given }: ReviewState,
): Promise<ReviewAction | typeof LEAVE> {
  const { page } = talk
  const { prediction } = placed
  switch (doing) {
    case 'asked': {
      page.line()
      page.say(plainWords.reviewOf(title))
      page.say(prediction.question)
      page.choices([lessonWords.dontKnow, ...prediction.answers.map(({ text }) => text)], 0)
      const number = await askNumber(talk, 0, prediction.answers.length)
      return number === LEAVE ? LEAVE : { do: 'choose', answer: prediction.answers[number - 1]?.id ?? null }
    }
    case 'choosing-confidence': {
      page.say(lessonWords.howSure)
      const chosen = await askChoice(
        talk,
        CONFIDENCES.map((each) => confidenceWords[each]),
      )
      const confidence = chosen === LEAVE ? undefined : CONFIDENCES[chosen]
      return confidence ? { do: 'confidence', confidence } : LEAVE
    }
    case 'told': {
      const { said, right, isRight, rule } = feedbackOn(placed, given.at(-1)?.choice ?? null)
      page.say(said ? lessonWords.youSaid(said.text) : lessonWords.youSaidNothing)
      if (isRight) page.say(lessonWords.isSo)
      else if (said) page.say(said.refuted)
      if (!isRight) page.say(lessonWords.rightAnswer(right.text))
      page.say(lessonWords.rule(rule))
      const letter = await askLetter(talk, plainWords.enterOnly, [])
      return letter === LEAVE ? LEAVE : { do: 'next' }
    }
    case 'finished':
      return LEAVE
  }
}
