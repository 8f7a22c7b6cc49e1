import type { Answer, Prediction } from '../../content/prediction.ts'
import type { Event } from '../../net/event.ts'
import type { PlacedQuestion } from './prepare.ts'
import { stepAt } from './step-at.ts'

/** How sure people say they are of an answer. */
export const CONFIDENCES = ['sure', 'think', 'guess'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** An answer someone gave: its id, or null for "I don't know", which is not the same as wrong. */
export type Given = { readonly choice: string | null; readonly confidence: Confidence }

/** What follows an answer: what was said, what happened, the rule, and from where to look again. */
export type Feedback = {
  readonly said: Answer | null
  readonly right: Answer
  readonly isRight: boolean
  /** The event that decided. */
  readonly happened: Event
  readonly rule: string
  /** The step from which what was said and what happens part. */
  readonly replay: number
}

/** The right answer of a question. */
export function rightAnswer({ answers }: Prediction): Answer {
  const right = answers.find((answer) => answer.right)
  if (!right) throw new RangeError('A question that was read has a right answer.')
  return right
}

/** Whether a choice is the right answer. */
export function isRight(prediction: Prediction, choice: string | null): boolean {
  return rightAnswer(prediction).id === choice
}

/** What to tell someone who chose this. */
export function feedbackOn({ prediction, gate, film }: PlacedQuestion, choice: string | null): Feedback {
  const said = prediction.answers.find(({ id }) => id === choice) ?? null
  const last = film.steps.length - 1
  const decided = film.steps[gate ?? last] ?? film.steps[last]
  if (!decided) throw new RangeError('A film has at least one step.')
  return {
    said,
    right: rightAnswer(prediction),
    isRight: isRight(prediction, choice),
    happened: decided.main,
    rule: prediction.rule,
    replay: (said?.see ? stepAt(film, said.see) : null) ?? gate ?? last,
  }
}
