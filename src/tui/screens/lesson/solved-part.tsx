import type { PartOf } from '../../../content/lesson.ts'
import { rerun } from '../../../flow/lesson/rerun.ts'
import { typedLines } from '../../../flow/lesson/switch-text.ts'
import { taskState } from '../../../flow/lesson.ts'
import { lessonScreenWords } from '../../../words/lesson-screen.ts'
import type { Canvas, Rect } from '../../canvas/canvas.ts'
import { wrap } from '../../canvas/glyphs.ts'
import { Painting } from '../../canvas/painting.tsx'
import { Menu } from '../../parts/menu.tsx'
import { drawScreen } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys, useNavigation } from '../../shell/navigation.ts'
import { lessonEdges, type StageProps } from './stage-props.ts'

const SKIP = 'skip'

function drawLines(canvas: Canvas, rect: Rect, title: string, lines: string): void {
  const inner = canvas.frame(rect, { title })
  canvas.lines(inner.x + 1, inner.y, typedLines(lines).slice(0, inner.height), 'strong', inner.width - 2)
}

/** A task that is solved: which line did it, then one's own lines beside another good way to write them. */
export function SolvedPart(props: StageProps & { readonly part: PartOf<'task'> }) {
  const { play, state, act, part } = props
  const { look, canvas } = useCanvas()
  const { active, open } = useNavigation()
  const { task } = part
  const { draft, explained } = taskState(state, task.id)
  const asking = state.doing === 'explaining'
  const watch = () => {
    const run = rerun(play.lesson, part, draft)
    if (run) open({ at: 'film', title: part.title, film: run.after, before: run.before })
  }
  const keys = useKeys(asking ? {} : { open: () => act({ do: 'next' }), watch }, asking ? 'menu' : 'screen')
  const room = drawScreen(canvas, { ...lessonEdges(props), keys })
  const candidates = typedLines(draft).filter((line) => !/^\s*(interface|exit|end)\b/i.test(line))
  if (asking) {
    canvas.text(room.x + 2, room.y + 1, lessonScreenWords.whichLine, 'strong', room.width - 4)
    const choices = candidates.map((line, i) => ({ id: `${i}`, label: line.trim() }))
    const place = { x: room.x + 2, y: room.y + 3, width: room.width - 4, height: room.height - 4 }
    return (
      <>
        <Painting canvas={canvas} palette={look.palette} />
        <Menu
          key="which-line"
          choices={[...choices, { id: SKIP, label: lessonScreenWords.skip }]}
          place={place}
          active={active}
          onPick={(id) => act({ do: 'explain', line: candidates[Number(id)] ?? null })}
        />
      </>
    )
  }
  const says = explained
    ? explained.isRight
      ? lessonScreenWords.explainedRight(explained.line.trim())
      : lessonScreenWords.explainedWrong(explained.line.trim())
    : lessonScreenWords.solved
  canvas.text(room.x + 2, room.y + 1, '✓', 'holds')
  const head = wrap(says, room.width - 8)
  canvas.lines(room.x + 4, room.y + 1, head, 'strong')
  const half = Math.floor(room.width / 2)
  const y = room.y + head.length + 2
  const other = task.alternatives[0]
  const height = Math.floor((room.height - head.length - 5) / 2)
  drawLines(
    canvas,
    { x: room.x, y, width: half, height: height * (other ? 1 : 1) },
    lessonScreenWords.yours,
    draft,
  )
  drawLines(
    canvas,
    { x: room.x + half, y, width: room.width - half, height },
    lessonScreenWords.reference,
    task.solution.lines,
  )
  if (other)
    drawLines(
      canvas,
      { x: room.x + half, y: y + height, width: room.width - half, height },
      lessonScreenWords.alternative,
      other.lines,
    )
  const depth = task.defenceInDepth.flatMap((line) => wrap(lessonScreenWords.depth(line), half - 4))
  canvas.lines(room.x + 2, y + height + 1, depth, 'quiet', half - 3)
  canvas.text(room.x + 2, room.y + room.height - 1, lessonScreenWords.goOn, 'quiet')
  return <Painting canvas={canvas} palette={look.palette} />
}
