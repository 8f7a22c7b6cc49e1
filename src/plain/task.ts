import type { Lesson, PartOf } from '../content/lesson.ts'
import { startConfig, type TaskVerdict } from '../flow/lesson/judge-task.ts'
import { type LessonState, taskState } from '../flow/lesson.ts'
import { lessonWords } from '../words/lesson.ts'
import { plainWords } from '../words/plain.ts'
import type { Page } from './page.ts'

/** Shows where a task starts: the switch's configuration, the goals, how to type, and the lines so far. */
export function showTask(page: Page, lesson: Lesson, part: PartOf<'task'>, state: LessonState): void {
  const { task } = part
  for (const line of startConfig(lesson, part).split('\n')) page.line(`  ${line}`)
  page.line()
  page.say(lessonWords.goals)
  for (const { says } of task.goals) page.say(says, '- ', '  ')
  page.line()
  page.say(plainWords.console(task.device))
  page.say(plainWords.consoleHelp)
  const { draft } = taskState(state, task.id)
  if (draft === '') return
  page.say(plainWords.linesSoFar)
  for (const line of draft.split('\n')) page.line(`  ${line}`)
}

/** What the simulator made of the lines. */
export function tellVerdict(page: Page, { goals, refused, solved }: TaskVerdict): void {
  page.line()
  if (refused) page.say(lessonWords.refused(refused.line, refused.answer.text))
  for (const { says, met } of goals)
    page.say(`${met ? lessonWords.goalMet : lessonWords.goalOpen}: ${says}`, '- ', '  ')
  if (solved) page.say(lessonWords.solved)
  else page.say(plainWords.consoleHelp)
}
