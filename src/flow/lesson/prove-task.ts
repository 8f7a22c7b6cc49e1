import type { Lesson, PartOf } from '../../content/lesson.ts'
import { type Collector, ContentProblem, type Place } from '../../content/problem.ts'
import type { Lines } from '../../content/task.ts'
import { judgeTask, startConfig, type TaskVerdict } from './judge-task.ts'

type TaskPart = PartOf<'task'>

/** What a first hint may not say yet. */
const COMMAND = /`|\b(switchport|nonegotiate|spanning-tree|vlan dot1q|interface (Gi|Fa|Te|Eth))/i

function broken({ goals, refused }: TaskVerdict): string {
  const lines = refused ? [`the line "${refused.line.trim()}" is refused: ${refused.answer.text}`] : []
  return [...goals.filter(({ met }) => !met).map(({ says }) => `"${says}" is not met`), ...lines].join('; ')
}

function mustSolve(lesson: Lesson, part: TaskPart, { lines, place }: Lines, what: string): void {
  const verdict = judgeTask(lesson, part, lines)
  if (!verdict.solved)
    throw new ContentProblem(
      place,
      `${what} does not solve the task: ${broken(verdict)}. Correct it or the goals.`,
    )
}

/** Every line of the solution must be needed by a goal, or be listed as defence in depth. */
function mustNeedEachLine(lesson: Lesson, part: TaskPart, collector: Collector): void {
  const { solution, defenceInDepth } = part.task
  const lines = solution.lines.split('\n')
  lines.forEach((line, index) => {
    if (/^\s*(interface |!|$)/.test(line) || defenceInDepth.includes(line.trim())) return
    collector.attempt(() => {
      const without = lines.filter((_, at) => at !== index).join('\n')
      if (judgeTask(lesson, part, without).solved) {
        const place: Place = { ...solution.place, line: solution.place.line + index }
        throw new ContentProblem(
          place,
          `The task is solved without "${line.trim()}". Add a goal that needs it, or list it under "defence-in-depth".`,
        )
      }
    })
  })
  for (const listed of defenceInDepth) {
    collector.attempt(() => {
      if (!lines.some((line) => line.trim() === listed)) {
        throw new ContentProblem(
          part.task.place,
          `"${listed}" is listed as defence in depth, and the solution has no such line.`,
        )
      }
    })
  }
}

/** Proves a task: open at the start, solved by every solution and by the last hint, failed by every wrong try. */
export function proveTask(lesson: Lesson, part: TaskPart, collector: Collector): void {
  const { task } = part
  startConfig(lesson, part)
  if (judgeTask(lesson, part, '').solved) {
    throw new ContentProblem(
      task.place,
      'The task is solved before anything is typed. Add a goal, or take a line from the start.',
    )
  }
  collector.attempt(() => mustSolve(lesson, part, task.solution, 'The solution'))
  for (const other of task.alternatives) {
    collector.attempt(() => mustSolve(lesson, part, other, 'This alternative'))
  }
  collector.attempt(() => mustSolve(lesson, part, task.lastHint, 'The last hint, typed as it stands,'))
  for (const wrong of task.wrong) {
    collector.attempt(() => {
      if (judgeTask(lesson, part, wrong.lines).solved) {
        throw new ContentProblem(
          wrong.place,
          `This wrong try (${wrong.idea}) solves the task. Add the goal that it misses.`,
        )
      }
    })
  }
  collector.attempt(() => {
    if (COMMAND.test(task.hints[0])) {
      throw new ContentProblem(
        task.place,
        'The first hint names a command. Let it restate the goal; the third names the command.',
      )
    }
  })
  mustNeedEachLine(lesson, part, collector)
}
