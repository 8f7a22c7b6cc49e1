import { expect, it } from 'vitest'
import { LESSONS } from '../../src/content/lessons.built.ts'
import { showProblem } from '../../src/content/problem.ts'
import { proveLesson } from '../../src/flow/lesson/prove.ts'

it.each(
  LESSONS.map((lesson) => [lesson.id, lesson] as const),
)('the simulator agrees with every film, answer, claim, task and hint of %s', (_, lesson) => {
  expect(proveLesson(lesson).map(showProblem)).toEqual([])
})

it('ids and places in the order are used once, and what a lesson needs comes before it', () => {
  const ids = LESSONS.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(LESSONS.map(({ order }) => order)).size).toBe(ids.length)
  for (const { id, needs } of LESSONS) {
    expect(needs.filter((need) => ids.indexOf(need) < 0 || ids.indexOf(need) >= ids.indexOf(id))).toEqual([])
  }
})

it('the place of the right answer gives nothing away', () => {
  const places = LESSONS.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part.kind === 'film' || part.kind === 'question'
        ? part.predictions.map(({ answers }) => answers.findIndex(({ right }) => right))
        : [],
    ),
  )
  for (const place of [0, 1, 2]) {
    expect(places.filter((each) => each === place).length / places.length).toBeGreaterThan(0.2)
  }
})
