import type { TaskVerdict } from './judge-task.ts'

/** How far someone is with a task. */
export type TaskState = {
  /** The lines as they stand in the editor. */
  readonly draft: string
  /** What the simulator made of them when they were last tried; null before the first try and after a change. */
  readonly verdict: TaskVerdict | null
  readonly tries: number
  /** How many of the four hints were looked at. Looking costs nothing and never solves the task. */
  readonly hints: number
  readonly solved: boolean
  /** The line someone named as the decisive one, and whether taking it away undoes the solution. */
  readonly explained: { readonly line: string; readonly isRight: boolean } | null
}

export const FRESH_TASK: TaskState = {
  draft: '',
  verdict: null,
  tries: 0,
  hints: 0,
  solved: false,
  explained: null,
}

/** A task has four hints; the fourth are the lines themselves. */
export const HINTS = 4

/** The first `count` hints of a task, as far as they were asked for. */
export function hintsShown(
  { hints, lastHint }: { readonly hints: readonly string[]; readonly lastHint: { readonly lines: string } },
  count: number,
): string[] {
  return [...hints, lastHint.lines].slice(0, count)
}
