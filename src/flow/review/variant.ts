import type { Assertion, Statement } from '../../content/assertion.ts'
import type { Changes } from '../../content/changes.ts'
import type { Action, FilmSpec } from '../../content/film-spec.ts'
import type { Lesson, Part } from '../../content/lesson.ts'
import type { Prediction, Situation } from '../../content/prediction.ts'
import type { Scene } from '../../content/scene.ts'

/** Other numbers for VLANs: what a lesson calls VLAN 20 is called so here. VLAN 1 keeps its number, since it is the default. */
export type Renumbering = ReadonlyMap<number, number>

/** VLAN numbers that lessons use, and what they become; the n-th time round, other ones. */
const USED = [10, 11, 20, 30, 99, 998, 999]
const ROUNDS: readonly (readonly number[])[] = [
  [110, 111, 120, 130, 199, 898, 899],
  [41, 42, 43, 44, 45, 798, 799],
  [210, 211, 250, 260, 290, 698, 699],
]

/** The numbers of a round of review, counted from 0. */
export function renumberingOf(round: number): Renumbering {
  const numbers = ROUNDS[round % ROUNDS.length] ?? []
  return new Map(USED.map((vlan, index) => [vlan, numbers[index] ?? vlan]))
}

/** A number that stands alone: not in an address, a port or a longer number. */
const ALONE = /(?<![\w.:/-])(\d{1,4})(?![\w:/-]|\.\d)/g

function renumberedText(text: string, by: Renumbering): string {
  return text.replace(ALONE, (number) => `${by.get(Number(number)) ?? number}`)
}

function renumberedVlan(vlan: number, by: Renumbering): number {
  return by.get(vlan) ?? vlan
}

function renumberedAction(action: Action, by: Renumbering): Action {
  switch (action.do) {
    case 'attack':
      return {
        ...action,
        vlan: renumberedVlan(action.vlan, by),
        variant: action.variant && renumberedText(action.variant, by),
      }
    case 'send':
      return { ...action, tags: action.tags.map((vlan) => renumberedVlan(vlan, by)) }
    case 'migrate':
      return { ...action, vlan: renumberedVlan(action.vlan, by) }
    case 'negotiate':
      return action
  }
}

function renumberedChanges(changes: Changes, by: Renumbering): Changes {
  const typed = Object.entries(changes.typed).map(([name, lines]) => [name, renumberedText(lines, by)])
  return { ...changes, typed: Object.fromEntries(typed) }
}

function renumberedStatement(statement: Statement, by: Renumbering): Statement {
  switch (statement.says) {
    case 'enters':
    case 'nobody-in':
      return { ...statement, vlan: renumberedVlan(statement.vlan, by) }
    case 'carries':
      return { ...statement, stack: renumberedText(statement.stack, by) }
    case 'setting':
      return { ...statement, value: renumberedText(statement.value, by) }
    default:
      return statement
  }
}

function renumberedAssertion(assertion: Assertion, by: Renumbering): Assertion {
  const text = renumberedText(assertion.text, by)
  return { ...assertion, text, statement: renumberedStatement(assertion.statement, by) }
}

function renumberedSituation({ action, changes }: Situation, by: Renumbering): Situation {
  return { action: action && renumberedAction(action, by), changes: renumberedChanges(changes, by) }
}

function renumberedPrediction(prediction: Prediction, by: Renumbering): Prediction {
  return {
    ...prediction,
    question: renumberedText(prediction.question, by),
    rule: renumberedText(prediction.rule, by),
    situation: renumberedSituation(prediction.situation, by),
    answers: prediction.answers.map((answer) => ({
      ...answer,
      text: renumberedText(answer.text, by),
      refuted: renumberedText(answer.refuted, by),
      holds: answer.holds.map((assertion) => renumberedAssertion(assertion, by)),
    })),
  }
}

function renumberedFilm(film: FilmSpec, by: Renumbering): FilmSpec {
  const captions = film.captions.map((caption) => ({ ...caption, says: renumberedText(caption.says, by) }))
  const action = renumberedAction(film.action, by)
  return { ...film, action, changes: renumberedChanges(film.changes, by), captions }
}

function renumberedPart(part: Part, by: Renumbering): Part {
  const predictions = (all: readonly Prediction[]) => all.map((each) => renumberedPrediction(each, by))
  switch (part.kind) {
    case 'film':
      return { ...part, film: renumberedFilm(part.film, by), predictions: predictions(part.predictions) }
    case 'question':
      return { ...part, predictions: predictions(part.predictions) }
    default:
      return part
  }
}

function renumberedScene(scene: Scene, by: Renumbering): Scene {
  const switches = scene.switches.map((each) => ({ ...each, config: renumberedText(each.config, by) }))
  const stations = scene.stations.map((station) => ({
    ...station,
    tagged: station.tagged === null ? null : renumberedVlan(station.tagged, by),
  }))
  return { ...scene, switches, stations }
}

/** The lesson's films and questions with other VLAN numbers: the same ideas, nothing to recognise by heart. Prose stays. */
export function renumbered(lesson: Lesson, by: Renumbering): Lesson {
  return {
    ...lesson,
    scene: renumberedScene(lesson.scene, by),
    parts: lesson.parts.map((part) => renumberedPart(part, by)),
    claims: [],
  }
}
