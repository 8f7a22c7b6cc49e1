import { useMemo, useState } from 'react'
import { type ReviewAction, reviewFlow, startReview } from '../../flow/review.ts'
import { keepReview, reviewItems } from '../../progress/keep-review.ts'
import { screenWords } from '../../words/screens.ts'
import { Painting } from '../canvas/painting.tsx'
import { Menu } from '../parts/menu.tsx'
import { drawScreen } from '../shell/frame.ts'
import { useCanvas } from '../shell/look.ts'
import { useKeys, useNavigation } from '../shell/navigation.ts'
import { useProgram } from '../shell/program.ts'
import { drawPanel, panelHeight, panelOf, pickAction } from './lesson/question.ts'

/** A few questions from lessons of some days ago, under numbers that nobody knows by heart. */
export function ReviewScreen({ due }: { readonly due: readonly string[] }) {
  const { look, canvas } = useCanvas()
  const { active, leave, open } = useNavigation()
  const { store, lessons } = useProgram()
  const items = useMemo(() => reviewItems(store, lessons, due), [due, store, lessons])
  const [state, setState] = useState(() => startReview(items))
  const item = items[state.item]
  const given = state.given.at(-1) ?? null
  const panel = item && state.doing !== 'finished' ? panelOf(item.placed, state.doing, given) : null
  const act = (action: ReviewAction) => {
    const after = reviewFlow(items, state, action)
    keepReview(store, due, item, state, after, action, Date.now())
    if (after.doing === 'finished') leave()
    else setState(after)
  }
  const keys = useKeys(
    panel?.kind === 'feedback'
      ? {
          open: () => act({ do: 'next' }),
          watch: () => open({ at: 'film', title: item?.title ?? '', film: panel.film, before: null }),
        }
      : {},
    panel?.kind === 'menu' ? 'menu' : 'screen',
  )
  const right = item ? `${state.item + 1}/${items.length}  ${item.title}` : ''
  const room = drawScreen(canvas, { title: screenWords.review, right, keys })
  canvas.text(
    room.x + 1,
    room.y + 1,
    item ? screenWords.reviewSays : screenWords.nothingDue,
    'plain',
    room.width - 2,
  )
  const at = panel ? { ...room, y: room.y + 3, height: panelHeight(panel, room.width) } : null
  const place = panel && at ? drawPanel(canvas, at, panel, panel.title) : null
  return (
    <>
      <Painting canvas={canvas} palette={look.palette} />
      {panel?.kind === 'menu' && place ? (
        <Menu
          key={`${state.item} ${panel.key}`}
          choices={panel.choices}
          place={place}
          active={active}
          onPick={(id) => act(pickAction(state, id))}
        />
      ) : null}
    </>
  )
}
