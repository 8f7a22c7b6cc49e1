import { expect, test } from 'vitest'
import { beginLesson, lessonProgress, NO_PROGRESS, recordAttempt } from '../../src/progress/progress.ts'
import { dueForReview, finishLesson, finishReview } from '../../src/progress/review.ts'

const DAY = 24 * 60 * 60 * 1000

test('answers at a gate are kept in order, and "I do not know" is not a wrong answer', () => {
  const unknown = { choice: null, confidence: 'guess', right: false, at: 1 } as const
  const answer = { choice: 'b', confidence: 'sure', right: true, at: 2 } as const
  const once = recordAttempt(NO_PROGRESS, 'double-tagging', 'which-vlan', unknown)
  const twice = recordAttempt(once, 'double-tagging', 'which-vlan', answer)
  expect(lessonProgress(twice, 'double-tagging')?.attempts).toEqual({ 'which-vlan': [unknown, answer] })
  expect(lessonProgress(twice, 'switch-spoofing')).toBeNull()
})

test('names that every object has are lessons and gates like others', () => {
  const answer = { choice: 'a', confidence: 'think', right: true, at: 1 } as const
  const progress = recordAttempt(NO_PROGRESS, 'constructor', 'toString', answer)
  expect(lessonProgress(NO_PROGRESS, 'constructor')).toBeNull()
  expect(lessonProgress(progress, 'constructor')?.attempts).toEqual({ toString: [answer] })
})

test('opening a lesson again takes nothing away', () => {
  const finished = finishLesson(NO_PROGRESS, 'a', 0)
  expect(beginLesson(finished, 'a')).toEqual(finished)
})

test('a finished lesson is due every three days, three times, then no more', () => {
  let progress = finishLesson(NO_PROGRESS, 'a', 0)
  for (const day of [3, 6, 9]) {
    expect(dueForReview(progress, day * DAY - 1)).toEqual([])
    expect(dueForReview(progress, day * DAY)).toEqual(['a'])
    progress = finishReview(progress, 'a', day * DAY)
  }
  expect(dueForReview(progress, 1000 * DAY)).toEqual([])
})

test('finishing a lesson again moves no review', () => {
  const progress = finishLesson(finishLesson(NO_PROGRESS, 'a', 0), 'a', DAY)
  expect(dueForReview(progress, 3 * DAY)).toEqual(['a'])
})

test('what is due longest comes first', () => {
  const progress = finishLesson(finishLesson(NO_PROGRESS, 'late', DAY), 'early', 0)
  expect(dueForReview(progress, 9 * DAY)).toEqual(['early', 'late'])
})
