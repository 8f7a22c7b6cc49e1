import { type ChecklistState, checklistFlow, standing, startChecklist } from '../flow/checklist.ts'
import { draftFrame, type TakenUp } from '../progress/check-source.ts'
import { draftOf } from '../progress/kept-checklist.ts'
import { checklistWords } from '../words/checklist.ts'
import { tellItem } from './checklist-item.ts'
import { itemTurn } from './checklist-items.ts'
import { purposeTurn } from './checklist-purposes.ts'
import { LEAVE } from './prompt.ts'
import type { Sitting } from './sitting.ts'

/**
 * Goes through a checklist in lines of text: what hangs on the ports, then the items. Every change is kept at once, so that nothing is
 * lost when the person leaves or the input is over.
 */
export async function checklistSession(sitting: Sitting, { source, kept, isStale }: TakenUp): Promise<void> {
  const { page, answers, store } = sitting
  const { work } = source
  if (isStale) page.say(checklistWords.changedFile)
  const frame = draftFrame(source)
  let state = startChecklist(work, kept)
  let now = standing(work, state)
  let told: ChecklistState | null = null
  while (!answers.isOver) {
    if (told !== state && state.doing === 'items') tellItem(page, now, state.item)
    told = state
    const turn =
      state.doing === 'purposes'
        ? await purposeTurn(sitting, work, state)
        : await itemTurn(sitting, source, state, now)
    if (turn === LEAVE) break
    if (turn.length === 0) continue
    for (const action of turn) state = checklistFlow(work, state, action)
    if (state.refused) page.say(checklistWords.refused(state.refused.line, state.refused.answer.text))
    now = standing(work, state)
    const after = state
    store.updateDraft(frame.key, () => draftOf(frame, after, Date.now()))
  }
  page.say(checklistWords.kept)
}
