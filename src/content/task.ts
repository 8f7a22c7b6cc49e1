import { type Assertion, readAssertions } from './assertion.ts'
import type { Typed } from './changes.ts'
import { SITUATION_FIELDS } from './film-spec.ts'
import { MISCONCEPTION_IDS, type MisconceptionId } from './misconceptions.ts'
import { readSituation, type Situation } from './prediction.ts'
import type { Place } from './problem.ts'
import type { YamlValue } from './yaml-value.ts'

/** What a task's configuration must bring about; the simulator judges. */
export type Goal = {
  readonly place: Place
  readonly says: string
  readonly situation: Situation
  readonly holds: readonly Assertion[]
}

/** A configuration that looks right and is not, with the idea behind it. */
export type WrongTry = {
  readonly place: Place
  readonly idea: MisconceptionId
  readonly lines: string
  /** What goes wrong with it, one sentence. */
  readonly says: string
}

/** Lines with their place, as typed on the task's switch. */
export type Lines = { readonly place: Place; readonly lines: string }

/** Something to do with configuration lines. Any lines that meet the goals solve it. */
export type Task = {
  readonly place: Place
  readonly id: string
  /** The switch whose console it is. */
  readonly device: string
  /** Lines that are typed beforehand: where the task starts from. */
  readonly start: Typed
  readonly goals: readonly Goal[]
  /** The reference solution, and others that are as good. */
  readonly solution: Lines
  readonly alternatives: readonly Lines[]
  /** Lines of the solution that the goals do not need, and which belong there all the same. */
  readonly defenceInDepth: readonly string[]
  /** Restate the goal; point to the port; name the command. */
  readonly hints: readonly [string, string, string]
  /** The fourth hint: lines that solve the task as they stand. */
  readonly lastHint: Lines
  readonly wrong: readonly WrongTry[]
}

function readGoal(value: YamlValue): Goal {
  const fields = value.fields(['says', 'holds'], SITUATION_FIELDS)
  return {
    place: value.place,
    says: fields.says.text(),
    situation: readSituation(fields),
    holds: readAssertions(fields.holds),
  }
}

function readLines(value: YamlValue): Lines {
  return { place: { ...value.place, line: value.blockLine }, lines: value.block() }
}

function readWrong(value: YamlValue): WrongTry {
  const fields = value.fields(['idea', 'lines', 'says'])
  return {
    place: value.place,
    idea: fields.idea.oneOf(MISCONCEPTION_IDS),
    lines: fields.lines.block(),
    says: fields.says.text(),
  }
}

/** Reads a `yaml task` block. */
export function readTask(value: YamlValue): Task {
  const fields = value.fields(
    ['id', 'switch', 'goals', 'solution', 'hints', 'wrong'],
    ['start', 'alternatives', 'defence-in-depth'],
  )
  const hints = fields.hints.list()
  const [goal, port, command, last] = hints
  if (!goal || !port || !command || !last || hints.length !== 4) {
    throw fields.hints.problem(
      'give four: restate the goal, point to the port, name the command, and the lines themselves ("|").',
    )
  }
  return {
    place: value.place,
    id: fields.id.text(),
    device: fields.switch.text(),
    start: Object.fromEntries(fields.start?.entries().map(([name, lines]) => [name, lines.block()]) ?? []),
    goals: fields.goals.list().map(readGoal),
    solution: readLines(fields.solution),
    alternatives: fields.alternatives?.list().map(readLines) ?? [],
    defenceInDepth: fields['defence-in-depth']?.list().map((line) => line.text()) ?? [],
    hints: [goal.text(), port.text(), command.text()],
    lastHint: readLines(last),
    wrong: fields.wrong.list().map(readWrong),
  }
}
