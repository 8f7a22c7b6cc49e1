import { partAt } from '../../../flow/lesson.ts'
import { offWords } from '../../../words/keys.ts'
import { lessonScreenWords } from '../../../words/lesson-screen.ts'
import { Painting } from '../../canvas/painting.tsx'
import { drawProse, type ProseLine, proseLines, sentenceLines } from '../../parts/prose.ts'
import { useScroll } from '../../parts/use-scroll.ts'
import { drawScreen } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys } from '../../shell/navigation.ts'
import { lessonEdges, type StageProps } from './stage-props.ts'

const BLANK: ProseLine = { text: '', indent: 0, role: 'plain' }

/** The prose of the part; in the first one below what the lesson is for. */
function linesOf({ play, state }: StageProps, width: number): ProseLine[] {
  const prose = proseLines(partAt(play, state).part.blocks, width)
  if (state.part > 0) return prose
  const goal = sentenceLines(`${lessonScreenWords.goal} ${play.lesson.objective}`, width, 'quiet')
  return [...goal, BLANK, ...prose]
}

/** A part to read: prose, a page at a time where it is longer than the screen. */
export function ReadPart(props: StageProps) {
  const { play, state, act } = props
  const { look, canvas } = useCanvas()
  const { part } = partAt(play, state)
  const height = canvas.height - 7
  const width = canvas.width - 8
  const lines = linesOf(props, width)
  const { from, below, goTo, bindings } = useScroll(lines.length, height)
  const goOn = () => (below > 0 ? goTo(from + height) : act({ do: 'next' }))
  const goBack = () => (from > 0 ? goTo(from - height) : act({ do: 'back' }))
  const isFirst = state.part === 0 && from === 0
  const keys = useKeys({
    open: goOn,
    next: goOn,
    back: isFirst ? { off: offWords.firstPage } : goBack,
    ...bindings,
  })
  const room = drawScreen(canvas, { ...lessonEdges(props), keys })
  canvas.text(room.x + 2, room.y + 1, part.title, 'title')
  drawProse(canvas, { x: room.x + 2, y: room.y + 3, width, height }, lines, from)
  const last = part.kind === 'takeaway' && below === 0 ? lessonScreenWords.keep : lessonScreenWords.goOn
  canvas.text(room.x + 2, room.y + room.height - 1, last, 'quiet')
  return <Painting canvas={canvas} palette={look.palette} />
}
