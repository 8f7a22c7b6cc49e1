import type { PartOf } from '../content/lesson.ts'
import type { Confidence, Given } from './lesson/feedback.ts'
import { judgeTask } from './lesson/judge-task.ts'
import type { PlacedQuestion, PreparedLesson, PreparedPart } from './lesson/prepare.ts'
import { decisiveLines } from './lesson/rerun.ts'
import { FRESH_TASK, HINTS, type TaskState } from './lesson/task-state.ts'

/** Where someone is in a lesson. Plain JSON: it can be kept and taken up again. */
export type LessonState = {
  /** Index of the part. */
  readonly part: number
  /** What is going on in the part. */
  readonly doing:
    | 'reading'
    | 'watching'
    | 'asked'
    | 'choosing-confidence'
    | 'told'
    | 'working'
    | 'explaining'
    | 'solved'
    | 'finished'
  /** Id of the question that is open or was just answered. */
  readonly question: string | null
  /** The answer that was picked and waits for its confidence. */
  readonly choice: string | null
  /** Where the film is to be shown from: behind an answer, the step to look at again. */
  readonly from: number
  /** Answers by question. */
  readonly given: Readonly<Record<string, Given>>
  /** Tasks by id. */
  readonly tasks: Readonly<Record<string, TaskState>>
}

/** What a person does in a lesson. */
export type LessonAction =
  /** On: to the next part, from feedback back to the film, from a film's end to what follows. */
  | { readonly do: 'next' }
  /** One part back. */
  | { readonly do: 'back' }
  | { readonly do: 'goto'; readonly part: number }
  /** The film has come to a step; one that waits for an answer opens its question. */
  | { readonly do: 'reach'; readonly step: number }
  /** The film shows this step: the place to come back to. */
  | { readonly do: 'show'; readonly step: number }
  /** An answer's id, or null for "I don't know". */
  | { readonly do: 'choose'; readonly answer: string | null }
  | { readonly do: 'confidence'; readonly confidence: Confidence }
  /** From feedback to the film, at the step where what was said and what happens part. */
  | { readonly do: 'replay'; readonly step: number }
  | { readonly do: 'type'; readonly lines: string }
  | { readonly do: 'try' }
  | { readonly do: 'hint' }
  /** Names the line that did it; null to go on without. */
  | { readonly do: 'explain'; readonly line: string | null }

/** The part someone is in. */
export function partAt(play: PreparedLesson, state: LessonState): PreparedPart {
  const part = play.parts[state.part]
  if (!part) throw new RangeError(`The lesson has no part ${state.part}.`)
  return part
}

/** The question that is open or was just answered. */
export function questionAt(play: PreparedLesson, state: LessonState): PlacedQuestion | null {
  return partAt(play, state).questions.find(({ prediction }) => prediction.id === state.question) ?? null
}

/** How far someone is with this task. */
export function taskState(state: LessonState, id: string): TaskState {
  return (Object.hasOwn(state.tasks, id) && state.tasks[id]) || FRESH_TASK
}

function enter(play: PreparedLesson, state: LessonState, part: number): LessonState {
  const entered = play.parts[part]
  const base = { ...state, question: null, choice: null, from: 0 }
  if (!entered) return { ...base, doing: 'finished' }
  const at = { ...base, part }
  switch (entered.part.kind) {
    case 'film':
      return { ...at, doing: 'watching' }
    case 'question':
      return askNext(play, { ...at, doing: 'reading' })
    case 'task':
      return { ...at, doing: taskState(state, entered.part.task.id).solved ? 'solved' : 'working' }
    default:
      return { ...at, doing: 'reading' }
  }
}

/** The start of a lesson. */
export function startLesson(play: PreparedLesson): LessonState {
  const blank: LessonState = {
    part: 0,
    doing: 'reading',
    question: null,
    choice: null,
    from: 0,
    given: {},
    tasks: {},
  }
  return enter(play, blank, 0)
}

/** Opens the first question that no film waits for and that has no answer; else goes on to the next part. */
function askNext(play: PreparedLesson, state: LessonState): LessonState {
  const open = partAt(play, state).questions.find(
    ({ gate, prediction }) => gate === null && !Object.hasOwn(state.given, prediction.id),
  )
  return open
    ? { ...state, doing: 'asked', question: open.prediction.id, choice: null }
    : enter(play, state, state.part + 1)
}

function next(play: PreparedLesson, state: LessonState): LessonState {
  switch (state.doing) {
    case 'reading':
      return enter(play, state, state.part + 1)
    case 'watching': {
      const gate = openGate(play, state)
      return gate ? { ...state, doing: 'asked', question: gate.prediction.id } : askNext(play, state)
    }
    case 'told': {
      const gate = questionAt(play, state)?.gate ?? null
      return gate === null
        ? askNext(play, state)
        : { ...state, doing: 'watching', question: null, from: gate }
    }
    case 'solved':
      return enter(play, state, state.part + 1)
    default:
      return state
  }
}

/** The first question of the film that has no answer yet, or null. */
export function openGate(play: PreparedLesson, state: LessonState): PlacedQuestion | null {
  const open = partAt(play, state).questions.filter(
    ({ gate, prediction }) => gate !== null && !Object.hasOwn(state.given, prediction.id),
  )
  return open.reduce<PlacedQuestion | null>(
    (first, each) => (first === null || (each.gate ?? 0) < (first.gate ?? 0) ? each : first),
    null,
  )
}

function reach(play: PreparedLesson, state: LessonState, step: number): LessonState {
  const gate = openGate(play, state)
  if (state.doing !== 'watching' || !gate || gate.gate === null || step < gate.gate) return state
  return { ...state, doing: 'asked', question: gate.prediction.id }
}

function withTask(state: LessonState, id: string, change: (task: TaskState) => TaskState): LessonState {
  return { ...state, tasks: { ...state.tasks, [id]: change(taskState(state, id)) } }
}

function taskPart(play: PreparedLesson, state: LessonState): PartOf<'task'> | null {
  const { part } = partAt(play, state)
  return part.kind === 'task' ? part : null
}

function tryLines(play: PreparedLesson, state: LessonState, part: PartOf<'task'>): LessonState {
  const { draft } = taskState(state, part.task.id)
  const verdict = judgeTask(play.lesson, part, draft)
  const tried = withTask(state, part.task.id, (task) => ({
    ...task,
    verdict,
    tries: task.tries + 1,
    solved: task.solved || verdict.solved,
  }))
  return verdict.solved ? { ...tried, doing: 'explaining' } : tried
}

function explain(
  play: PreparedLesson,
  state: LessonState,
  part: PartOf<'task'>,
  line: string | null,
): LessonState {
  const solved: LessonState = { ...state, doing: 'solved' }
  if (line === null) return solved
  const { draft } = taskState(state, part.task.id)
  const isRight = decisiveLines(play.lesson, part, draft).some((each) => each.trim() === line.trim())
  return withTask(solved, part.task.id, (task) => ({ ...task, explained: { line, isRight } }))
}

function work(play: PreparedLesson, state: LessonState, action: LessonAction): LessonState {
  const part = taskPart(play, state)
  if (!part) return state
  switch (action.do) {
    case 'type':
      return withTask(state, part.task.id, (task) => ({ ...task, draft: action.lines, verdict: null }))
    case 'try':
      return state.doing === 'working' ? tryLines(play, state, part) : state
    case 'hint':
      return withTask(state, part.task.id, (task) => ({ ...task, hints: Math.min(HINTS, task.hints + 1) }))
    case 'explain':
      return state.doing === 'explaining' ? explain(play, state, part, action.line) : state
    default:
      return state
  }
}

/** The lesson's next place. A film does not pass a question that has no answer; everything else may be left and come back to. */
export function lessonFlow(play: PreparedLesson, state: LessonState, action: LessonAction): LessonState {
  switch (action.do) {
    case 'next':
      return next(play, state)
    case 'back':
      return enter(play, state, Math.max(0, state.part - 1))
    case 'goto':
      return play.parts[action.part] ? enter(play, state, action.part) : state
    case 'reach':
      return reach(play, state, action.step)
    case 'show':
      return state.doing === 'watching' && state.from !== action.step
        ? { ...state, from: action.step }
        : state
    case 'choose':
      return state.doing === 'asked'
        ? { ...state, doing: 'choosing-confidence', choice: action.answer }
        : state
    case 'confidence': {
      const { question, choice } = state
      if (state.doing !== 'choosing-confidence' || question === null) return state
      const given = { ...state.given, [question]: { choice, confidence: action.confidence } }
      return { ...state, doing: 'told', given }
    }
    case 'replay':
      return state.doing === 'told' && questionAt(play, state)?.gate !== null
        ? { ...state, doing: 'watching', question: null, from: action.step }
        : state
    default:
      return work(play, state, action)
  }
}
