import type { PartOf } from '../../../content/lesson.ts'
import { hintsShown, type TaskState } from '../../../flow/lesson/task-state.ts'
import { lessonScreenWords } from '../../../words/lesson-screen.ts'
import type { Canvas, Rect } from '../../canvas/canvas.ts'
import { wrap } from '../../canvas/glyphs.ts'
import { type ProseLine, proseLines, sentenceLines } from '../../parts/prose.ts'

/** Where the panes of a task stand. */
export type TaskLayout = {
  readonly head: Rect
  readonly goals: Rect
  readonly draft: Rect
  readonly menu: Rect
}

/** Rows that goals and typed lines get side by side at most. */
const MOST_PANE = 12
/** Rows of the author's text or of a hint. */
const MOST_HEAD = 6

/** The panes of a task within a screen's room, for so many rows of text and of menu. Every goal is shown; a long menu scrolls. */
export function taskLayout(room: Rect, head: number, menu: number, task: PartOf<'task'>['task']): TaskLayout {
  const shown = Math.min(head, MOST_HEAD)
  const top = room.y + shown + 2
  const least = goalRows(task, Math.floor(room.width / 2)) + 3
  const height = Math.max(least, Math.min(MOST_PANE, room.height - shown - 3 - menu))
  const half = Math.floor(room.width / 2)
  const y = top + height
  return {
    head: { x: room.x + 2, y: room.y + 1, width: room.width - 4, height: shown },
    goals: { x: room.x, y: top, width: half, height },
    draft: { x: room.x + half, y: top, width: room.width - half, height },
    menu: { x: room.x + 1, y, width: room.width - 2, height: room.y + room.height - y },
  }
}

/** Rows that the goals take in a pane of this width. */
function goalRows({ goals }: PartOf<'task'>['task'], width: number): number {
  return goals.reduce((rows, { says }) => rows + wrap(says, width - 6).length, 0)
}

/** What stands above a task: its text, or the hint that was asked for last in its place. */
export function taskHead(part: PartOf<'task'>, { hints }: TaskState, width: number): ProseLine[] {
  const hint = hintsShown(part.task, hints).at(-1)
  return hint === undefined
    ? proseLines(part.blocks, width)
    : hint.split('\n').flatMap((line, i) => sentenceLines(i === 0 ? `${hints}. ${line}` : line, width))
}

/** What has to hold, and what of it does; before the first try nothing is said of that. */
export function drawGoals(canvas: Canvas, rect: Rect, part: PartOf<'task'>, { verdict }: TaskState): void {
  const inner = canvas.frame(rect, { title: lessonScreenWords.goals })
  let row = 0
  const write = (text: string, mark: string, role: 'holds' | 'plain' | 'caution') => {
    for (const [i, line] of wrap(text, inner.width - 4).entries()) {
      if (row >= inner.height) return
      if (i === 0) canvas.text(inner.x + 1, inner.y + row, mark, role)
      canvas.text(inner.x + 3, inner.y + row++, line, role === 'caution' ? 'plain' : role)
    }
  }
  if (verdict?.refused) write(lessonScreenWords.refused(verdict.refused.line), '!', 'caution')
  const states = verdict?.goals ?? part.task.goals.map(({ says }) => ({ says, met: false }))
  for (const { says, met } of states) write(says, met ? '✓' : verdict ? '✗' : '·', met ? 'holds' : 'plain')
  if (verdict && !verdict.solved) write(lessonScreenWords.notYet, '!', 'caution')
}

/** The lines typed so far, the last ones where there are more than rows. */
export function drawDraft(canvas: Canvas, rect: Rect, device: string, { draft }: TaskState): void {
  const inner = canvas.frame(rect, { title: lessonScreenWords.yourLines(device) })
  if (draft === '') canvas.text(inner.x + 1, inner.y, lessonScreenWords.nothingTyped, 'quiet')
  else canvas.lines(inner.x + 1, inner.y, draft.split('\n').slice(-inner.height), 'strong', inner.width - 2)
}
