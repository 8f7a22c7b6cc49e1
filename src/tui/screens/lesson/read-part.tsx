import { useState } from 'react'
import { partAt } from '../../../flow/lesson.ts'
import { lessonScreenWords } from '../../../words/lesson-screen.ts'
import { Painting } from '../../canvas/painting.tsx'
import { drawProse, type ProseLine, proseLines } from '../../parts/prose.ts'
import { drawScreen } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys } from '../../shell/navigation.ts'
import { lessonEdges, type StageProps } from './stage-props.ts'

/** A part to read: prose, a page at a time where it is longer than the screen. */
export function ReadPart(props: StageProps) {
  const { play, state, act } = props
  const { look, canvas } = useCanvas()
  const [from, setFrom] = useState(0)
  const { part } = partAt(play, state)
  const height = canvas.height - 7
  const width = canvas.width - 8
  const goal: ProseLine[] =
    state.part === 0
      ? proseLines(
          [
            {
              kind: 'paragraph',
              line: 0,
              spans: [{ style: 'plain', text: `${lessonScreenWords.goal} ${play.lesson.objective}` }],
            },
          ],
          width,
        ).map((line) => ({ ...line, role: 'quiet' }))
      : []
  const gap: ProseLine[] = goal.length > 0 ? [{ text: '', indent: 0, role: 'plain' }] : []
  const lines = [...goal, ...gap, ...proseLines(part.blocks, width)]
  const left = Math.max(0, lines.length - from - height)
  const keys = useKeys({
    open: () => (left > 0 ? setFrom(from + height) : act({ do: 'next' })),
    next: () => (left > 0 ? setFrom(from + height) : act({ do: 'next' })),
    back:
      state.part === 0 && from === 0
        ? { off: 'this is the first page' }
        : () => (from > 0 ? setFrom(Math.max(0, from - height)) : act({ do: 'back' })),
    down: left > 0 ? () => setFrom(from + 1) : { off: 'nothing is below' },
    up: from > 0 ? () => setFrom(from - 1) : { off: 'nothing is above' },
  })
  const room = drawScreen(canvas, { ...lessonEdges(props), keys })
  canvas.text(room.x + 2, room.y + 1, part.title, 'title')
  drawProse(canvas, { x: room.x + 2, y: room.y + 3, width, height }, lines, from)
  const last = part.kind === 'takeaway' ? lessonScreenWords.keep : lessonScreenWords.goOn
  canvas.text(room.x + 2, room.y + room.height - 1, last, 'quiet')
  return <Painting canvas={canvas} palette={look.palette} />
}
