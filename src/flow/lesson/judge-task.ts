import { type Refused, writeConfig } from '../../config/index.ts'
import { NO_CHANGES } from '../../content/changes.ts'
import type { Lesson, PartOf } from '../../content/lesson.ts'
import { ContentProblem } from '../../content/problem.ts'
import type { Goal } from '../../content/task.ts'
import { holds } from './holds.ts'
import { networkOf } from './network.ts'
import { changedBy, everyVariant, filmFor, run, typedBelow } from './situation.ts'
import { taskSwitch } from './task-console.ts'

/** One goal and whether the typed lines meet it. */
export type GoalState = { readonly says: string; readonly met: boolean }

/** What the simulator makes of the lines someone typed. */
export type TaskVerdict = {
  readonly goals: readonly GoalState[]
  /** The first line that the switch refused: it and the lines below it changed nothing. */
  readonly refused: Refused | null
  readonly solved: boolean
}

function isMet(lesson: Lesson, part: PartOf<'task'>, goal: Goal, lines: string): boolean {
  const { device, start } = part.task
  const typed = typedBelow(start, { [device]: lines })
  const action = goal.situation.action ?? filmFor(lesson, part)?.action
  if (!action)
    throw new ContentProblem(goal.place, 'This goal has no film above it. Give it an action of its own.')
  const changes = changedBy({ ...NO_CHANGES, typed }, goal.situation.changes)
  const asked = run(lesson, everyVariant(action), changes, goal.place)
  return goal.holds.every((assertion) => holds(asked, assertion))
}

/** Judges the lines typed for a task by running every goal's situation on the configuration they make. */
export function judgeTask(lesson: Lesson, part: PartOf<'task'>, lines: string): TaskVerdict {
  const { task } = part
  const goals = task.goals.map((goal) => ({ says: goal.says, met: isMet(lesson, part, goal, lines) }))
  const typed = typedBelow(task.start, { [task.device]: lines })
  const { refused } = networkOf(lesson.scene, { ...NO_CHANGES, typed })
  return { goals, refused, solved: refused === null && goals.every(({ met }) => met) }
}

/** The running configuration of the task's switch at its start, with the lines typed beforehand in their places. */
export function startConfig(lesson: Lesson, part: PartOf<'task'>): string {
  return writeConfig(taskSwitch(lesson, part)).trimEnd()
}
