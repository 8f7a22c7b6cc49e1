import { useMemo, useState } from 'react'
import { isRight } from '../../flow/lesson/feedback.ts'
import { chooseReview } from '../../flow/review/choose.ts'
import { type ReviewAction, reviewFlow, startReview } from '../../flow/review.ts'
import { lessonProgress, recordAttempt } from '../../progress/progress.ts'
import { finishReview } from '../../progress/review.ts'
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
  const items = useMemo(() => {
    const progress = store.progress()
    const remembered = due.map((lesson) => ({
      lesson,
      attempts: lessonProgress(progress, lesson)?.attempts ?? {},
    }))
    const round = due.reduce((sum, lesson) => sum + (lessonProgress(progress, lesson)?.reviews ?? 0), 0)
    return chooseReview(lessons, remembered, round)
  }, [due, store, lessons])
  const [state, setState] = useState(() => startReview(items))
  const item = items[state.item]
  const given = state.given.at(-1) ?? null
  const panel = item && state.doing !== 'finished' ? panelOf(item.placed, state.doing, given) : null
  const act = (action: ReviewAction) => {
    const after = reviewFlow(items, state, action)
    if (action.do === 'confidence' && item) {
      const { prediction } = item.placed
      const attempt = {
        choice: state.choice,
        confidence: action.confidence,
        right: isRight(prediction, state.choice),
        at: Date.now(),
      }
      store.update((progress) => recordAttempt(progress, item.lesson, prediction.id, attempt))
    }
    if (after.doing === 'finished') {
      for (const lesson of due) store.update((progress) => finishReview(progress, lesson, Date.now()))
      leave()
    } else setState(after)
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
