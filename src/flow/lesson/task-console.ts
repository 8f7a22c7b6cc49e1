import { applyLines, type DeviceReading, patch } from '../../config/index.ts'
import type { WorldSpec } from '../../config/ios/console/index.ts'
import { NO_CHANGES } from '../../content/changes.ts'
import type { Lesson, PartOf } from '../../content/lesson.ts'
import { ContentProblem } from '../../content/problem.ts'
import { networkOf } from './network.ts'
import { typedBelow } from './situation.ts'
import { readSwitch, typedLines } from './switch-text.ts'

/** The switch of a task as it is before anything is typed. */
export function taskSwitch(lesson: Lesson, { task }: PartOf<'task'>): DeviceReading {
  const each = lesson.scene.switches.find(({ name }) => name === task.device)
  if (!each) throw new ContentProblem(task.place, `The scene has no switch called ${task.device}.`)
  return applyLines(readSwitch(each), typedLines(task.start[task.device] ?? '')).device
}

/** What a console at the task's switch is plugged into: the lesson's network, with the lines typed so far. */
export function taskConsole(lesson: Lesson, part: PartOf<'task'>, draft: string): WorldSpec {
  const { start, device } = part.task
  const typed = typedBelow(start, { [device]: draft })
  const { network } = networkOf(lesson.scene, { ...NO_CHANGES, typed })
  return { network, device, reading: applyLines(taskSwitch(lesson, part), typedLines(draft)).device }
}

/** The lines that lead from the start of a task to a switch as it was left at the console: what was typed, in its shortest form. */
export function linesTo(lesson: Lesson, part: PartOf<'task'>, now: DeviceReading): string {
  return patch(taskSwitch(lesson, part), now)
    .commands.map(({ line }) => line)
    .join('\n')
}
