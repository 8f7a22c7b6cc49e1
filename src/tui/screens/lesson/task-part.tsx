import { useState } from 'react'
import type { PartOf } from '../../../content/lesson.ts'
import { rerun } from '../../../flow/lesson/rerun.ts'
import { HINTS, hintsShown, type TaskState } from '../../../flow/lesson/task-state.ts'
import { taskState } from '../../../flow/lesson.ts'
import { offWords } from '../../../words/keys.ts'
import { lessonScreenWords } from '../../../words/lesson-screen.ts'
import type { Canvas, Rect } from '../../canvas/canvas.ts'
import { wrap } from '../../canvas/glyphs.ts'
import { Painting } from '../../canvas/painting.tsx'
import type { Bindings } from '../../keys/key-table.ts'
import { Menu } from '../../parts/menu.tsx'
import { drawProse, proseLines } from '../../parts/prose.ts'
import { TextField } from '../../parts/text-field.tsx'
import { drawScreen } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys, useNavigation } from '../../shell/navigation.ts'
import { lessonEdges, type StageProps } from './stage-props.ts'
import { currentInterface, offeredLines, withLine, withoutLast, withTyped } from './task-lines.ts'

const TRY = 'try'
const TYPE = 'type'
/** Rows that goals and typed lines get at most, side by side. */
const MOST_PANE = 12

function drawGoals(canvas: Canvas, rect: Rect, part: PartOf<'task'>, task: TaskState): void {
  const inner = canvas.frame(rect, { title: lessonScreenWords.goals })
  let row = 0
  const write = (text: string, mark: string, role: 'holds' | 'plain' | 'caution') => {
    for (const [i, line] of wrap(text, inner.width - 4).entries()) {
      if (row >= inner.height) return
      if (i === 0) canvas.text(inner.x + 1, inner.y + row, mark, role)
      canvas.text(inner.x + 3, inner.y + row++, line, role === 'caution' ? 'plain' : role)
    }
  }
  if (task.verdict?.refused) write(lessonScreenWords.refused(task.verdict.refused.line), '!', 'caution')
  const states = task.verdict?.goals ?? part.task.goals.map(({ says }) => ({ says, met: false }))
  for (const { says, met } of states)
    write(says, met ? '✓' : task.verdict ? '✗' : '·', met ? 'holds' : 'plain')
  if (task.verdict && !task.verdict.solved) write(lessonScreenWords.notYet, '!', 'caution')
}

function drawDraft(canvas: Canvas, rect: Rect, device: string, { draft }: TaskState): void {
  const inner = canvas.frame(rect, { title: lessonScreenWords.yourLines(device) })
  if (draft === '') canvas.text(inner.x + 1, inner.y, lessonScreenWords.nothingTyped, 'quiet')
  else canvas.lines(inner.x + 1, inner.y, draft.split('\n').slice(-inner.height), 'strong', inner.width - 2)
}

/** A task: goals, the lines typed so far, and lines to choose or to type. Any lines that meet the goals solve it. */
export function TaskPart(props: StageProps & { readonly part: PartOf<'task'> }) {
  const { play, state, act, part } = props
  const { look, canvas } = useCanvas()
  const { active, open } = useNavigation()
  const [typing, setTyping] = useState(false)
  const task = taskState(state, part.task.id)
  const type = (lines: string) => act({ do: 'type', lines })
  const films = () => rerun(play.lesson, part, task.draft)
  const keys: Bindings = {
    type: () => setTyping(true),
    hint: task.hints < HINTS ? () => act({ do: 'hint' }) : { off: offWords.noHints },
    undo: task.draft === '' ? { off: offWords.nothingTyped } : () => type(withoutLast(task.draft)),
    watch: task.verdict
      ? () => {
          const run = films()
          if (run) open({ at: 'film', title: part.title, film: run.after, before: run.before })
        }
      : { off: offWords.notTried },
    ...(typing ? { leave: () => setTyping(false) } : {}),
  }
  const bindings = useKeys(keys, typing ? 'field' : 'menu')
  const room = drawScreen(canvas, { ...lessonEdges(props), keys: bindings })
  const prose = [...proseLines(part.blocks, room.width - 4)]
  const hints = hintsShown(part.task, task.hints).at(-1)
  const head =
    hints === undefined
      ? prose
      : proseLines(
          [{ kind: 'paragraph', line: 0, spans: [{ style: 'plain', text: `${task.hints}. ${hints}` }] }],
          room.width - 4,
        )
  const shown = Math.min(head.length, 6)
  drawProse(canvas, { x: room.x + 2, y: room.y + 1, width: room.width - 4, height: shown }, head)
  const offered = offeredLines(part.task)
  const menu = typing ? 1 : offered.length + 2
  const top = room.y + shown + 2
  const paneHeight = Math.max(4, Math.min(MOST_PANE, room.height - shown - 4 - menu))
  const half = Math.floor(room.width / 2)
  drawGoals(canvas, { x: room.x, y: top, width: half, height: paneHeight }, part, task)
  drawDraft(
    canvas,
    { x: room.x + half, y: top, width: room.width - half, height: paneHeight },
    part.task.device,
    task,
  )
  const below = {
    x: room.x + 1,
    y: top + paneHeight + 1,
    width: room.width - 2,
    height: room.y + room.height - top - paneHeight - 1,
  }
  if (typing) canvas.text(below.x, below.y + 1, lessonScreenWords.typing, 'quiet', below.width)
  const pick = (id: string) => {
    const line = offered[Number(id)]
    if (id === TRY) act({ do: 'try' })
    else if (id === TYPE) setTyping(true)
    else if (line) type(withLine(task.draft, line))
  }
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      {typing ? (
        <TextField
          prompt={lessonScreenWords.prompt(part.task.device, currentInterface(task.draft))}
          place={below}
          active={active}
          onEnter={(text) => (text.trim() === '' ? setTyping(false) : type(withTyped(task.draft, text)))}
        />
      ) : (
        <Menu
          choices={[
            { id: TRY, label: lessonScreenWords.tryIt },
            ...offered.map(({ under, line }, i) => ({
              id: `${i}`,
              label: under === '' ? line : `${under.replace(/^interface /i, '')}: ${line}`,
            })),
            { id: TYPE, label: lessonScreenWords.typeLine },
          ]}
          place={below}
          active={active}
          onPick={pick}
        />
      )}
    </>
  )
}
