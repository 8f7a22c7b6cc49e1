import { NO_CHANGES } from '../../content/changes.ts'
import type { Lesson, PartOf } from '../../content/lesson.ts'
import { type Film, whereTheyPart } from '../film.ts'
import { judgeTask } from './judge-task.ts'
import { everyVariant, filmFor, run, typedBelow } from './situation.ts'
import { filmOfStaged, type Staged } from './stage.ts'
import { typedLines } from './switch-text.ts'

/** The same film before and after someone's lines, and the first step at which the two differ. */
export type Rerun = {
  readonly before: Film
  readonly after: Film
  readonly partAt: number
  /** Whether the attack still reaches. */
  readonly reached: boolean
}

/** Runs the task's film with and without the typed lines. Null for a task that stands before any film. */
export function rerun(lesson: Lesson, part: PartOf<'task'>, lines: string): Rerun | null {
  const spec = filmFor(lesson, part)
  if (!spec) return null
  const { start, device, place } = part.task
  const shoot = (typed: string): Staged => {
    const changes = { ...NO_CHANGES, typed: typedBelow(start, { [device]: typed }) }
    return run(lesson, everyVariant(spec.action), changes, place).staged
  }
  const after = shoot(lines)
  const films = { before: filmOfStaged(shoot('')), after: filmOfStaged(after) }
  return { ...films, partAt: whereTheyPart(films.before, films.after), reached: after.reached }
}

/** Of the lines that solve a task, those without which it is not solved: found by taking each away. */
export function decisiveLines(lesson: Lesson, part: PartOf<'task'>, lines: string): string[] {
  const all = typedLines(lines)
  return all.filter((line, index) => {
    if (/^\s*(interface|exit|end)\b/i.test(line)) return false
    const without = all.filter((_, at) => at !== index).join('\n')
    return !judgeTask(lesson, part, without).solved
  })
}
