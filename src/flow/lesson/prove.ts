import { NO_CHANGES } from '../../content/changes.ts'
import type { FilmSpec } from '../../content/film-spec.ts'
import type { Lesson, Part, PartOf } from '../../content/lesson.ts'
import type { Prediction, Situation } from '../../content/prediction.ts'
import { Collector, ContentProblem, type Place, type Problem } from '../../content/problem.ts'
import type { StepRef } from '../../content/step-ref.ts'
import type { Film } from '../film.ts'
import { type Asked, holds, mustHaveTaken } from './holds.ts'
import { proveProse } from './prove-prose.ts'
import { proveTask } from './prove-task.ts'
import { ask, filmFor, firstFilm, run } from './situation.ts'
import { filmOfStaged } from './stage.ts'
import { stepAt } from './step-at.ts'

/** Two lines of 74 characters: what stands next to a film (and no more). */
const CAPTION = 148
const ANSWER = 72

function proveStep(film: Film, ref: StepRef): void {
  if (stepAt(film, ref) === null && ref.step === 'decision') {
    const known = [
      ...new Set(
        film.steps.flatMap(({ events }) => events.map((e) => `${e.device} ${e.port} ${e.decision}`)),
      ),
    ]
    throw new ContentProblem(
      ref.place,
      `The film has no step "${ref.device} ${ref.port} ${ref.decision}". Its steps: ${known.join('; ')}.`,
    )
  }
}

function fits(text: string, most: number, place: Place): void {
  if (text.length > most) {
    throw new ContentProblem(
      place,
      `This text has ${text.length} characters, and ${most} fit beside a film. Shorten it: "${text}"`,
    )
  }
}

function proveFilm(lesson: Lesson, spec: FilmSpec, collector: Collector): Film | null {
  const asked = collector.attempt(() => run(lesson, spec.action, spec.changes, spec.place))
  if (!asked) return null
  const film = filmOfStaged(asked.staged)
  collector.attempt(() => mustHaveTaken(asked, [], spec.place))
  collector.attempt(() => {
    const came = asked.staged.reached ? 'reached' : 'stopped'
    if (came !== spec.expect) {
      const last = film.steps.at(-1)?.main
      throw new ContentProblem(
        spec.place,
        `The film says "expect: ${spec.expect}", and in the simulator it is ${came} (last step: ${last?.device} ${last?.port} ${last?.decision}). Change the configuration or the text.`,
      )
    }
  })
  for (const stop of spec.stops) collector.attempt(() => proveStep(film, stop))
  for (const { at, says, place } of spec.captions) {
    collector.attempt(() => proveStep(film, at))
    collector.attempt(() => fits(says, CAPTION, place))
  }
  return film
}

/** Proves a question: its right answer true, every wrong one false, the steps it names there, all of it short enough. */
export function provePrediction(
  lesson: Lesson,
  spec: FilmSpec,
  prediction: Prediction,
  collector: Collector,
): void {
  const { situation, answers, before, place } = prediction
  const asked = collector.attempt(() => ask(lesson, spec, situation, place))
  if (!asked) return
  const film = filmOfStaged(asked.staged)
  collector.attempt(() =>
    mustHaveTaken(
      asked,
      answers.flatMap((answer) => answer.holds),
      place,
    ),
  )
  if (before) collector.attempt(() => proveStep(film, before))
  collector.attempt(() => fits(prediction.question, CAPTION, place))
  collector.attempt(() => fits(prediction.rule, 2 * CAPTION, place))
  for (const answer of answers) {
    collector.attempt(() => {
      const wrongWay = answer.holds.find((assertion) => !holds(asked, assertion))
      if (answer.right && wrongWay) {
        throw new ContentProblem(
          wrongWay.place,
          `The answer "${answer.text}" is marked right, and in the simulator "${wrongWay.text}" is false. Correct the answer or the configuration.`,
        )
      }
      if (!answer.right && !wrongWay) {
        throw new ContentProblem(
          answer.place,
          `The answer "${answer.text}" is marked wrong, and the simulator says it is true. A wrong answer must be false in the trace.`,
        )
      }
    })
    collector.attempt(() => fits(answer.text, ANSWER, answer.place))
    collector.attempt(() => fits(answer.refuted, CAPTION, answer.place))
    const { see } = answer
    if (see) collector.attempt(() => proveStep(film, see))
  }
}

function provePart(lesson: Lesson, part: Part, collector: Collector): void {
  const spec = filmFor(lesson, part)
  if (part.kind === 'film') proveFilm(lesson, part.film, collector)
  if ((part.kind === 'film' || part.kind === 'question') && spec) {
    for (const prediction of part.predictions) provePrediction(lesson, spec, prediction, collector)
  }
  if (part.kind === 'task') collector.attempt(() => proveTask(lesson, part as PartOf<'task'>, collector))
}

/** A claim's situation: the lesson's first action on the scene as it stands, where it says nothing else. */
function claimed(lesson: Lesson, situation: Situation, place: Place): Asked {
  const film = firstFilm(lesson)
  return ask(lesson, film && { ...film, changes: NO_CHANGES }, situation, place)
}

function proveClaims(lesson: Lesson, collector: Collector): void {
  for (const { says, situation, holds: assertions, place } of lesson.claims) {
    if (assertions.length === 0) continue
    collector.attempt(() => {
      const asked = claimed(lesson, situation, place)
      mustHaveTaken(asked, assertions, place)
      const broken = assertions.find((assertion) => !holds(asked, assertion))
      if (broken) {
        throw new ContentProblem(
          broken.place,
          `The lesson says "${says}", and in the simulator "${broken.text}" is false. Correct the sentence or the assertion.`,
        )
      }
    })
  }
}

/**
 * Proves a lesson by the simulator: films end as stated, right answers are true and wrong ones false, claims hold, tasks can be
 * solved and are not solved from the start, hints lead there. Gives everything that does not hold, with file, line and remedy.
 */
export function proveLesson(lesson: Lesson): Problem[] {
  const collector = new Collector()
  for (const part of lesson.parts) provePart(lesson, part, collector)
  proveClaims(lesson, collector)
  proveProse(lesson, collector)
  return collector.problems
}
