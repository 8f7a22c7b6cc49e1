import type { FilmSpec } from '../../content/film-spec.ts'
import type { Lesson, Part } from '../../content/lesson.ts'
import type { Prediction } from '../../content/prediction.ts'
import type { StepRef } from '../../content/step-ref.ts'
import type { Film } from '../film.ts'
import { ask, filmFor, isOther, run } from './situation.ts'
import { filmOfStaged, type Staged } from './stage.ts'
import { stepAt } from './step-at.ts'

/** A question in its place in a film. */
export type PlacedQuestion = {
  readonly prediction: Prediction
  /** The step that waits for the answer; null for a question asked behind the film, or without one. */
  readonly gate: number | null
  /** The film the question is about: the part's own, or one of another situation. */
  readonly film: Film
}

/** A film ready to be shown: steps by index, as players count them. */
export type PreparedFilm = {
  readonly film: Film
  readonly staged: Staged
  /** Steps behind which a running film stops. */
  readonly stops: readonly number[]
  /** Steps that wait for an answer, ascending. */
  readonly gates: readonly number[]
  /** The author's sentence beside a step, by its index. */
  readonly captions: Readonly<Record<number, string>>
}

/** A part of a lesson with everything that was simulated for it. */
export type PreparedPart = {
  readonly part: Part
  readonly film: PreparedFilm | null
  readonly questions: readonly PlacedQuestion[]
}

/** A lesson whose films have been shot: what both faces play from. Made once; nothing of it changes. */
export type PreparedLesson = { readonly lesson: Lesson; readonly parts: readonly PreparedPart[] }

function indexOf(film: Film, ref: StepRef): number {
  const at = stepAt(film, ref)
  if (at === null) throw new RangeError(`${ref.place.file}:${ref.place.line}: the film has no such step.`)
  return at
}

/** A question with the film it is about, without a place in it: for asking it on its own. */
export function placeQuestion(lesson: Lesson, spec: FilmSpec, prediction: Prediction): PlacedQuestion {
  const { staged } = run(lesson, spec.action, spec.changes, spec.place)
  return placed(lesson, spec, filmOfStaged(staged), prediction)
}

function placed(lesson: Lesson, spec: FilmSpec, own: Film, prediction: Prediction): PlacedQuestion {
  const { situation, before, place } = prediction
  const differs = isOther(situation)
  const asked = differs ? ask(lesson, spec, situation, place) : null
  const film = asked ? filmOfStaged(asked.staged) : own
  return { prediction, gate: before && !differs ? indexOf(own, before) : null, film }
}

function prepareFilm(
  lesson: Lesson,
  spec: FilmSpec,
  predictions: readonly Prediction[],
): Omit<PreparedPart, 'part'> {
  const { staged } = run(lesson, spec.action, spec.changes, spec.place)
  const film = filmOfStaged(staged)
  const questions = predictions.map((each) => placed(lesson, spec, film, each))
  const stops = spec.stops.map((ref) => indexOf(film, ref))
  return {
    questions,
    film: {
      film,
      staged,
      stops: stops.length > 0 ? stops : film.steps.map(({ index }) => index),
      gates: questions.flatMap(({ gate }) => gate ?? []).sort((a, b) => a - b),
      captions: Object.fromEntries(spec.captions.map(({ at, says }) => [indexOf(film, at), says])),
    },
  }
}

function preparePart(lesson: Lesson, part: Part): PreparedPart {
  if (part.kind === 'film') return { part, ...prepareFilm(lesson, part.film, part.predictions) }
  const spec = filmFor(lesson, part)
  if (part.kind !== 'question' || !spec) return { part, film: null, questions: [] }
  return { part, ...prepareFilm(lesson, { ...spec, stops: [], captions: [] }, part.predictions), film: null }
}

/** Shoots every film of a lesson that has been proved. Throws `RangeError` for one that has not and does not hold. */
export function prepareLesson(lesson: Lesson): PreparedLesson {
  return { lesson, parts: lesson.parts.map((part) => preparePart(lesson, part)) }
}
