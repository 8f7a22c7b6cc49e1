import { type Assertion, readAssertions } from './assertion.ts'
import type { Changes } from './changes.ts'
import { type Action, readAction, readChanges, SITUATION_FIELDS } from './film-spec.ts'
import { MISCONCEPTION_IDS, type MisconceptionId } from './misconceptions.ts'
import type { Place } from './problem.ts'
import { readStepRef, type StepRef } from './step-ref.ts'
import type { YamlValue } from './yaml-value.ts'

/** A situation that differs from the part's film: another action, other changes. Null for the film itself. */
export type Situation = { readonly action: Action | null; readonly changes: Changes }

/** An answer to choose. The right one is true in the trace; a wrong one is false in it, and says why and where. */
export type Answer = {
  readonly place: Place
  /** Stable name within the question: `a`, `b`, ... in the order of the file. */
  readonly id: string
  readonly text: string
  readonly holds: readonly Assertion[]
  readonly right: boolean
  /** For a wrong answer: the idea behind it, one sentence that refutes it, and the step that shows it. */
  readonly idea: MisconceptionId | null
  readonly refuted: string
  readonly see: StepRef | null
}

/** A question that the film waits for. */
export type Prediction = {
  readonly place: Place
  /** Stable name within the lesson. */
  readonly id: string
  /** The step that may not begin before there is an answer; null for a question that no film waits for. */
  readonly before: StepRef | null
  readonly question: string
  readonly situation: Situation
  readonly answers: readonly Answer[]
  /** The rule behind the right answer, one or two sentences. */
  readonly rule: string
}

function readAnswer(value: YamlValue, index: number): Answer {
  const fields = value.fields(['text', 'holds'], ['right', 'idea', 'refuted', 'see'])
  const right = fields.right?.flag() ?? false
  if (!right && !(fields.idea && fields.refuted && fields.see)) {
    throw value.problem(
      'a wrong answer needs "idea" (M1, M2, ...), "refuted" (one sentence) and "see" (a step); the right one says "right: true".',
    )
  }
  return {
    place: value.place,
    id: String.fromCharCode(97 + index),
    text: fields.text.text(),
    holds: readAssertions(fields.holds),
    right,
    idea: right ? null : (fields.idea?.oneOf(MISCONCEPTION_IDS) ?? null),
    refuted: fields.refuted?.text() ?? '',
    see: fields.see ? readStepRef(fields.see) : null,
  }
}

/** The situation that these fields describe. */
export function readSituation(fields: Parameters<typeof readAction>[0]): Situation {
  return { action: readAction(fields), changes: readChanges(fields) }
}

/** Reads a `yaml predict` block. */
export function readPrediction(value: YamlValue): Prediction {
  const fields = value.fields(['id', 'question', 'answers', 'rule'], ['before', ...SITUATION_FIELDS])
  const answers = fields.answers.list().map(readAnswer)
  if (answers.length < 3 || answers.length > 5) {
    throw fields.answers.problem(`there are ${answers.length} answers. Give three to five.`)
  }
  const right = answers.filter((answer) => answer.right)
  if (right.length !== 1)
    throw fields.answers.problem(`${right.length} answers say "right: true". Let exactly one.`)
  return {
    place: value.place,
    id: fields.id.text(),
    before: fields.before ? readStepRef(fields.before) : null,
    question: fields.question.text(),
    situation: readSituation(fields),
    answers,
    rule: fields.rule.text(),
  }
}
