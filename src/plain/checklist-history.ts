import { inOneLine, timelineOf } from '../flow/checklist/timeline.ts'
import type { ChecklistAction, ChecklistState, ChecklistWork } from '../flow/checklist.ts'
import { historyWords } from '../words/history.ts'
import { askNumber, LEAVE, type Talk } from './prompt.ts'

/** Tells every change with what the attacks came to behind it, and goes back to the one that is chosen. */
export async function historyTurn(
  talk: Talk,
  work: ChecklistWork,
  state: ChecklistState,
): Promise<readonly ChecklistAction[]> {
  const { page } = talk
  const last = state.edits.length
  page.say(historyWords.says)
  const lines = timelineOf(work, state).map(({ edits, lines: typed, works, open, down }) => {
    const change = edits === 0 ? historyWords.start : inOneLine(typed)
    const came = [historyWords.worked(works, open), ...(down.length > 0 ? [historyWords.down(down)] : [])]
    return `${change}: ${came.join(', ')}`
  })
  page.choices(lines, 0)
  const chosen = await askNumber(talk, 0, last, last)
  return chosen === LEAVE || chosen === last ? [] : [{ do: 'back-to', edits: chosen }]
}
