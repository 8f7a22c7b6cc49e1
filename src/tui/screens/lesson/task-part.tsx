import type { PartOf } from '../../../content/lesson.ts'
import { rerun } from '../../../flow/lesson/rerun.ts'
import { linesTo, taskConsole } from '../../../flow/lesson/task-console.ts'
import { HINTS, type TaskState } from '../../../flow/lesson/task-state.ts'
import { taskState } from '../../../flow/lesson.ts'
import { offWords } from '../../../words/keys.ts'
import { lessonScreenWords } from '../../../words/lesson-screen.ts'
import { Painting } from '../../canvas/painting.tsx'
import type { Bindings } from '../../keys/key-table.ts'
import { type Choice, Menu } from '../../parts/menu.tsx'
import { drawProse } from '../../parts/prose.ts'
import { drawScreen } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys, useNavigation } from '../../shell/navigation.ts'
import { useTyping } from '../use-typing.ts'
import { lessonEdges, type StageProps } from './stage-props.ts'
import { type OfferedLine, offeredLines, withLine, withoutLast } from './task-lines.ts'
import { drawDraft, drawGoals, taskHead, taskLayout } from './task-panes.ts'

const TRY = 'try'
const TYPE = 'type'

type TaskProps = StageProps & { readonly part: PartOf<'task'> }

function choicesOf(offered: readonly OfferedLine[]): Choice[] {
  return [
    { id: TRY, label: lessonScreenWords.tryIt },
    ...offered.map(({ under, line }, i) => ({
      id: `${i}`,
      label: under === '' ? line : `${under.replace(/^interface /i, '')}: ${line}`,
      apart: i === 0,
    })),
    { id: TYPE, label: lessonScreenWords.typeLine, apart: true },
  ]
}

/** Opens the console of the task's switch; what was typed there becomes the lines of the task. */
function useTaskConsole({ play, act, part }: TaskProps, { draft }: TaskState): () => void {
  const { lesson } = play
  const take = (lines: string) => {
    if (lines !== draft) act({ do: 'type', lines })
  }
  return useTyping(() => taskConsole(lesson, part, draft), {
    left: (reading) => take(linesTo(lesson, part, reading)),
    typed: (lines) => take([draft, ...lines].filter((line) => line !== '').join('\n')),
  })
}

function useTaskKeys({ play, act, part }: TaskProps, task: TaskState, type: () => void): Bindings {
  const { open } = useNavigation()
  const watch = () => {
    const run = rerun(play.lesson, part, task.draft)
    if (run) open({ at: 'film', title: part.title, film: run.after, before: run.before })
  }
  return {
    type,
    hint: task.hints < HINTS ? () => act({ do: 'hint' }) : { off: offWords.noHints },
    undo:
      task.draft === ''
        ? { off: offWords.nothingTyped }
        : () => act({ do: 'type', lines: withoutLast(task.draft) }),
    watch: task.verdict ? watch : { off: offWords.notTried },
  }
}

/** A task: goals, the lines typed so far, and lines to choose or to type. Any lines that meet the goals solve it. */
export function TaskPart(props: TaskProps) {
  const { state, act, part } = props
  const { look, canvas } = useCanvas()
  const { active } = useNavigation()
  const task = taskState(state, part.task.id)
  const type = useTaskConsole(props, task)
  const keys = useKeys(useTaskKeys(props, task, type), 'menu')
  const room = drawScreen(canvas, { ...lessonEdges(props), keys })
  const head = taskHead(part, task, room.width - 4)
  const offered = offeredLines(part.task)
  const choices = choicesOf(offered)
  const menu = choices.length + choices.filter(({ apart }) => apart).length
  const layout = taskLayout(room, head.length, menu, part.task)
  drawProse(canvas, layout.head, head)
  drawGoals(canvas, layout.goals, part, task)
  drawDraft(canvas, layout.draft, part.task.device, task)
  const pick = (id: string) => {
    const line = offered[Number(id)]
    if (id === TRY) act({ do: 'try' })
    else if (id === TYPE) type()
    else if (line) act({ do: 'type', lines: withLine(task.draft, line) })
  }
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <Menu choices={choices} place={layout.menu} active={active} onPick={pick} />
    </>
  )
}
