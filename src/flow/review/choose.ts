import type { Lesson, Part } from '../../content/lesson.ts'
import { Collector } from '../../content/problem.ts'
import { type PlacedQuestion, placeQuestion } from '../lesson/prepare.ts'
import { provePrediction } from '../lesson/prove.ts'
import { filmFor } from '../lesson/situation.ts'
import { renumbered, renumberingOf } from './variant.ts'

/** How many questions a review asks. */
export const REVIEW_LENGTH = 3

/** What is known of someone's answers in a lesson: by question, oldest first. */
export type Remembered = {
  readonly lesson: string
  readonly attempts: Readonly<
    Record<string, readonly { readonly right: boolean; readonly confidence: string }[]>
  >
}

/** A question of a review: the lesson it comes from, and the question under other numbers. */
export type ReviewItem = { readonly lesson: string; readonly title: string; readonly placed: PlacedQuestion }

type Candidate = {
  readonly lesson: Lesson
  readonly part: Part
  readonly question: string
  readonly weight: number
}

/** How much a question needs asking again: sure and wrong most, then wrong, then guessed, then never asked, then right. */
function weightOf(attempts: Remembered['attempts'][string] | undefined): number {
  const last = attempts?.at(-1)
  if (!last) return 2
  if (!last.right) return last.confidence === 'sure' ? 5 : 4
  return last.confidence === 'guess' ? 3 : 1
}

function candidates(lessons: readonly Lesson[], due: readonly Remembered[]): Candidate[] {
  return due.flatMap(({ lesson: id, attempts }) => {
    const lesson = lessons.find((each) => each.id === id)
    return (lesson?.parts ?? []).flatMap((part) =>
      lesson && (part.kind === 'film' || part.kind === 'question')
        ? part.predictions.map(({ id: question }) => ({
            lesson,
            part,
            question,
            weight: weightOf(attempts[question]),
          }))
        : [],
    )
  })
}

/** The question under the numbers of this round, if the simulator agrees with it; else as the lesson asks it. */
function itemOf({ lesson, part, question }: Candidate, round: number): ReviewItem | null {
  const at = lesson.parts.indexOf(part)
  for (const each of [renumbered(lesson, renumberingOf(round)), lesson]) {
    const asked = each.parts[at]
    const film = asked && filmFor(each, asked)
    if (!asked || !film || (asked.kind !== 'film' && asked.kind !== 'question')) continue
    const prediction = asked.predictions.find(({ id }) => id === question)
    if (!prediction) continue
    const collector = new Collector()
    provePrediction(each, film, prediction, collector)
    if (collector.problems.length > 0) continue
    return {
      lesson: lesson.id,
      title: lesson.title,
      placed: { ...placeQuestion(each, film, prediction), gate: null },
    }
  }
  return null
}

/**
 * The questions of a review: those of the due lessons that need it most, from different lessons where there are several, with
 * other numbers than last time. `round` counts the reviews made so far. Each was proved by simulation before it is asked.
 */
export function chooseReview(
  lessons: readonly Lesson[],
  due: readonly Remembered[],
  round: number,
): ReviewItem[] {
  const open = candidates(lessons, due).sort((a, b) => b.weight - a.weight)
  const items: ReviewItem[] = []
  while (items.length < REVIEW_LENGTH && open.length > 0) {
    const asked = new Set(items.map(({ lesson }) => lesson))
    const [gravest] = open
    const other = open.findIndex(({ lesson, weight }) => !asked.has(lesson.id) && weight === gravest?.weight)
    const [next] = open.splice(Math.max(0, other), 1)
    const item = next ? itemOf(next, round) : null
    if (item) items.push(item)
  }
  return items
}
