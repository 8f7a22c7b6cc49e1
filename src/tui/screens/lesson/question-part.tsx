import { partAt } from '../../../flow/lesson.ts'
import { Painting } from '../../canvas/painting.tsx'
import { drawProse, proseLines } from '../../parts/prose.ts'
import { drawScreen } from '../../shell/frame.ts'
import { useCanvas } from '../../shell/look.ts'
import { useKeys, useNavigation } from '../../shell/navigation.ts'
import { drawPanel, panelFor, panelHeight } from './question.ts'
import { QuestionMenu } from './question-menu.tsx'
import { lessonEdges, type StageProps } from './stage-props.ts'

/** A question that no film waits for, below the author's prose; its own film can be watched once it is answered. */
export function LooseQuestion(props: StageProps) {
  const { play, state, act } = props
  const { look, canvas } = useCanvas()
  const { open } = useNavigation()
  const { part } = partAt(play, state)
  const panel = panelFor(play, state)
  const keys = useKeys(
    panel?.kind === 'feedback'
      ? {
          open: () => act({ do: 'next' }),
          watch: () => open({ at: 'film', title: part.title, film: panel.film, before: null }),
        }
      : {},
    panel?.kind === 'menu' ? 'menu' : 'screen',
  )
  const room = drawScreen(canvas, { ...lessonEdges(props), keys })
  const below = panel ? panelHeight(panel, room.width) : 0
  canvas.text(room.x + 2, room.y + 1, part.title, 'title')
  const prose = { x: room.x + 2, y: room.y + 3, width: room.width - 4, height: room.height - below - 4 }
  drawProse(canvas, prose, proseLines(part.blocks, prose.width))
  const used = Math.min(prose.height, proseLines(part.blocks, prose.width).length)
  const at = { ...room, y: room.y + (used > 0 ? used + 4 : 3), height: below }
  const place = panel ? drawPanel(canvas, at, panel, panel.title) : null
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      <QuestionMenu panel={panel} place={place} state={state} act={act} />
    </>
  )
}
