import type { Confidence, Given } from './lesson/feedback.ts'
import type { ReviewItem } from './review/choose.ts'

/** Where someone is in a review: a few questions from lessons of some days ago, one after another. */
export type ReviewState = {
  readonly item: number
  readonly doing: 'asked' | 'choosing-confidence' | 'told' | 'finished'
  readonly choice: string | null
  /** Answers so far, by the place of the question. */
  readonly given: readonly Given[]
}

/** What a person does in a review. */
export type ReviewAction =
  | { readonly do: 'choose'; readonly answer: string | null }
  | { readonly do: 'confidence'; readonly confidence: Confidence }
  | { readonly do: 'next' }

/** The start of a review; over at once where nothing is due. */
export function startReview(items: readonly ReviewItem[]): ReviewState {
  return { item: 0, doing: items.length > 0 ? 'asked' : 'finished', choice: null, given: [] }
}

/** The review's next place. There is no way around a question but "I don't know". */
export function reviewFlow(
  items: readonly ReviewItem[],
  state: ReviewState,
  action: ReviewAction,
): ReviewState {
  switch (action.do) {
    case 'choose':
      return state.doing === 'asked'
        ? { ...state, doing: 'choosing-confidence', choice: action.answer }
        : state
    case 'confidence': {
      if (state.doing !== 'choosing-confidence') return state
      const given = [...state.given, { choice: state.choice, confidence: action.confidence }]
      return { ...state, doing: 'told', given }
    }
    case 'next': {
      if (state.doing !== 'told') return state
      const item = state.item + 1
      return { ...state, item, choice: null, doing: item < items.length ? 'asked' : 'finished' }
    }
  }
}
