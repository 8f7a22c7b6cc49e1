import { describe, expect, it } from 'vitest'
import { LESSONS } from '../../../src/content/lessons.built.ts'
import { Collector, showProblem } from '../../../src/content/problem.ts'
import { rightAnswer } from '../../../src/flow/lesson/feedback.ts'
import { provePrediction } from '../../../src/flow/lesson/prove.ts'
import { filmFor } from '../../../src/flow/lesson/situation.ts'
import { chooseReview, type Remembered } from '../../../src/flow/review/choose.ts'
import { renumbered, renumberingOf } from '../../../src/flow/review/variant.ts'
import { type ReviewAction, reviewFlow, startReview } from '../../../src/flow/review.ts'

const DUE: readonly Remembered[] = [
  {
    lesson: 'switch-spoofing',
    attempts: {
      desirable: [{ right: true, confidence: 'sure' }],
      gained: [{ right: false, confidence: 'sure' }],
      access: [{ right: true, confidence: 'guess' }],
    },
  },
  { lesson: 'double-tagging', attempts: { egress: [{ right: false, confidence: 'guess' }] } },
]

function textOf(round: number): string[] {
  return chooseReview(LESSONS, DUE, round).map(({ placed }) => placed.prediction.question)
}

describe('the questions of a review', () => {
  it('are those that need it most: sure and wrong, then wrong, then guessed', () => {
    expect(chooseReview(LESSONS, DUE, 0).map(({ placed }) => placed.prediction.id)).toEqual([
      'gained',
      'egress',
      'access',
    ])
  })

  it('come with other numbers each time, and the same in the same round', () => {
    expect(textOf(0)).toEqual(textOf(0))
    expect(textOf(1)).not.toEqual(textOf(0))
    expect(textOf(0).join(' ')).not.toMatch(/VLAN (10|20)\b/)
  })

  it('are none where nothing is due or the lesson is gone', () => {
    expect(chooseReview(LESSONS, [], 0)).toEqual([])
    expect(chooseReview(LESSONS, [{ lesson: 'gone', attempts: {} }], 0)).toEqual([])
  })
})

it.each(
  LESSONS.map((lesson) => [lesson.id, lesson] as const),
)('every question of %s is still proved under the numbers of every round', (_, lesson) => {
  const collector = new Collector()
  for (const round of [0, 1, 2]) {
    const other = renumbered(lesson, renumberingOf(round))
    for (const part of other.parts) {
      const film = filmFor(other, part)
      if (!film || (part.kind !== 'film' && part.kind !== 'question')) continue
      for (const prediction of part.predictions) provePrediction(other, film, prediction, collector)
    }
  }
  expect(collector.problems.map(showProblem)).toEqual([])
})

it('a review asks each question once and ends', () => {
  const items = chooseReview(LESSONS, DUE, 0)
  const actions = items.flatMap(({ placed }): ReviewAction[] => [
    { do: 'choose', answer: rightAnswer(placed.prediction).id },
    { do: 'next' },
    { do: 'confidence', confidence: 'think' },
    { do: 'choose', answer: 'a' },
    { do: 'next' },
  ])
  const end = actions.reduce((state, action) => reviewFlow(items, state, action), startReview(items))
  expect(end).toMatchObject({ doing: 'finished', item: 3 })
  expect(end.given.map(({ choice }) => choice)).toEqual(
    items.map(({ placed }) => rightAnswer(placed.prediction).id),
  )
  expect(startReview([]).doing).toBe('finished')
})
