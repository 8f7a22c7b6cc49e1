import { fewPorts } from '../config/index.ts'
import type { ChecklistAction, ChecklistState, ChecklistWork } from '../flow/checklist.ts'
import { PURPOSES } from '../rules/purpose.ts'
import { checkWords } from '../words/check-screen.ts'
import { checklistWords } from '../words/checklist.ts'
import { plainWords } from '../words/plain.ts'
import { screenWords } from '../words/screens.ts'
import { askChoice, LEAVE, type Talk } from './prompt.ts'

/** Asks what hangs on a group of equal ports. Enter alone keeps what was said, else takes what the description suggests. */
export async function purposeTurn(
  talk: Talk,
  { groups }: ChecklistWork,
  { group, purposes }: ChecklistState,
): Promise<readonly ChecklistAction[] | typeof LEAVE> {
  const { page } = talk
  const asked = groups[group]
  if (!asked) return [{ do: 'to-items' }]
  page.line()
  page.say(
    `${plainWords.portGroup(group + 1, groups.length)} ${checklistWords.whatHangs(fewPorts(asked.ports))}`,
  )
  if (asked.ports.length > 1) page.say(checklistWords.equal(asked.ports.length))
  if (asked.descriptions.length > 0) page.say(checklistWords.described(asked.descriptions))
  const said = purposes[asked.ports[0] ?? '']
  const choices = PURPOSES.map((purpose) => {
    const suggests = purpose === asked.suggestion ? ` (${checklistWords.suggests})` : ''
    return `${checklistWords.purpose[purpose]}${suggests}${purpose === said ? ` ${screenWords.chosen}` : ''}`
  })
  const usual = PURPOSES.findIndex((purpose) => purpose === (said ?? asked.suggestion))
  const chosen = await askChoice(talk, [...choices, checklistWords.unasked, checkWords.toItems], usual)
  if (chosen === LEAVE) return LEAVE
  if (chosen > PURPOSES.length) return [{ do: 'to-items' }]
  return [{ do: 'purpose', purpose: PURPOSES[chosen] ?? null }]
}
