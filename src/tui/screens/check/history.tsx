import { useMemo } from 'react'
import { inOneLine, type Moment, timelineOf } from '../../../flow/checklist/timeline.ts'
import type { ChecklistState, ChecklistWork } from '../../../flow/checklist.ts'
import { historyWords } from '../../../words/history.ts'
import { clip, wrap } from '../../canvas/glyphs.ts'
import { Painting } from '../../canvas/painting.tsx'
import { Menu } from '../../parts/menu.tsx'
import { drawScreen } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys, useNavigation } from '../../shell/navigation.ts'

type HistoryProps = {
  readonly work: ChecklistWork
  readonly state: ChecklistState
  /** Takes back every change behind the first so many. */
  readonly onBack: (edits: number) => void
}

/** Columns of the verdict behind the lines. */
const VERDICT = 30

function labelOf({ edits, lines, works, open, down }: Moment, width: number): string {
  const typed = edits === 0 ? historyWords.start : inOneLine(lines)
  const verdict = [historyWords.worked(works, open), ...(down.length > 0 ? [historyWords.down(down)] : [])]
  const room = Math.max(10, width - VERDICT - 6)
  return `${`${edits}`.padEnd(4)}${clip(typed, room).padEnd(room + 2)}${verdict.join('  ')}`
}

/** Every change of a draft with what the attacks came to behind it; choosing one goes back to it. */
export function HistoryScreen({ work, state, onBack }: HistoryProps) {
  const { look, canvas } = useCanvas()
  const { active, leave } = useNavigation()
  const moments = useMemo(() => timelineOf(work, state), [work, state])
  const keys = useKeys({}, 'menu')
  const room = drawScreen(canvas, { title: historyWords.title, keys })
  const width = room.width - 2
  const head = wrap(historyWords.says, width)
  canvas.lines(room.x + 1, room.y, head, 'plain', width)
  const place = { x: room.x + 1, y: room.y + head.length + 1, width, height: room.height - head.length - 1 }
  const last = state.edits.length
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <Menu
        choices={moments.map((moment) => ({
          id: `${moment.edits}`,
          label: labelOf(moment, width),
        }))}
        from={`${last}`}
        place={place}
        active={active}
        onPick={(id) => {
          leave()
          onBack(Number(id))
        }}
      />
    </>
  )
}
